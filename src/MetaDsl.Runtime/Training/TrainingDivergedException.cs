namespace MetaDsl;

/// <summary>The loss is no longer a number: no further iteration can repair the weights.</summary>
public sealed class TrainingDivergedException : Exception
{
    internal TrainingDivergedException(string experiment, long iteration, long iterations, double loss, long lastIteration, double lastLoss)
        : base(Explain(experiment, iteration, iterations, loss, lastIteration, lastLoss))
    {
        Experiment = experiment;
        Iteration = iteration;
        LastLoss = lastLoss;
    }

    /// <summary>The experiment's name.</summary>
    public string Experiment { get; }

    /// <summary>The iteration whose loss it was, counted from 1.</summary>
    public long Iteration { get; }

    /// <summary>The last loss that was a number; NaN if there was none.</summary>
    public double LastLoss { get; }

    private static string Explain(string experiment, long iteration, long iterations, double loss, long lastIteration, double lastLoss)
    {
        var what = double.IsNaN(loss) ? "is not a number" : "is infinite";
        var before = double.IsNaN(lastLoss)
            ? "no loss before it was finite"
            : $"the last finite one was {Text.Number(lastLoss)} in iteration {Text.Count(lastIteration)}";
        return $"The loss of '{experiment}' {what} in iteration {Text.Count(iteration)} of {Text.Count(iterations)}; {before}. "
            + "Lower the learning rate of the inner or the outer loop, or clip the outer gradient with 'ClipNorm'.";
    }
}
