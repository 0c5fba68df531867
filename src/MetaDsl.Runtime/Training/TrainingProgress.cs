namespace MetaDsl;

/// <summary>Where training stands.</summary>
/// <param name="Iteration">Iterations done since the experiment was made.</param>
/// <param name="Iterations">How many there will be at the end.</param>
/// <param name="Loss">The meta-loss, averaged over about the last hundred iterations; NaN before the first was recorded.</param>
/// <param name="Seconds">Time since the call began.</param>
/// <param name="IterationsPerSecond">Speed since the last report.</param>
public readonly record struct TrainingProgress(long Iteration, long Iterations, double Loss, double Seconds, double IterationsPerSecond)
{
    /// <summary>How long the rest takes at the present speed; null where there is no speed yet.</summary>
    public TimeSpan? Remaining
    {
        get
        {
            var seconds = (Iterations - Iteration) / IterationsPerSecond;
            return double.IsFinite(seconds) && seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
        }
    }
}
