namespace MetaDsl;

/// <summary>How a call of <see cref="IExperiment.Train"/> differs from what the experiment declares.</summary>
public sealed record TrainingOptions
{
    /// <summary>Iterations that the call does; those of <c>[OuterLoop]</c> unless given.</summary>
    public int? Iterations { get; init; }

    /// <summary>The least time between two reports of progress. The last iteration is always reported.</summary>
    public TimeSpan ReportInterval { get; init; } = TimeSpan.FromMilliseconds(250);
}
