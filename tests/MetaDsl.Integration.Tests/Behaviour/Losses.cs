namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>Collects the loss after each iteration, and may do something after one of them.</summary>
internal sealed class Losses(long at = -1, Action? act = null) : IProgress<TrainingProgress>
{
    private readonly List<double> all = [];

    public IReadOnlyList<double> All => all;

    public void Report(TrainingProgress value)
    {
        all.Add(value.Loss);
        if (value.Iteration == at) act!();
    }
}
