namespace MetaDsl;

/// <summary>What an evaluation measures on each task.</summary>
public enum Measure
{
    /// <summary>The mean squared error, which is to be small.</summary>
    Error,

    /// <summary>The share of queries that are classified rightly, which is to be large.</summary>
    Accuracy,
}
