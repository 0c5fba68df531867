namespace MetaDsl;

/// <summary>What a call of <see cref="IExperiment.Train"/> did.</summary>
/// <param name="Iterations">Iterations done by the call.</param>
/// <param name="Loss">The meta-loss at the end, averaged over about the last hundred iterations.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="WasCancelled">Whether it ended before its last iteration because it was told to.</param>
public sealed record TrainingResult(long Iterations, double Loss, double Seconds, bool WasCancelled)
{
    /// <summary>Speed over the whole call.</summary>
    public double IterationsPerSecond => Seconds > 0 ? Iterations / Seconds : 0;
}
