namespace MetaDsl;

/// <summary>Straight lines: <c>Y => Slope * X + Offset</c>.</summary>
/// <example><code>[RegressionTasks(Shots = 5, Queries = 10), Line]
/// public partial class Functions;</code></example>
public sealed class LineAttribute() : FunctionFamilyAttribute(-5, 5)
{
    /// <summary>The lower bound of the slope.</summary>
    public double LowSlope { get; set; } = -3;

    /// <summary>The upper bound of the slope.</summary>
    public double HighSlope { get; set; } = 3;

    /// <summary>The lower bound of the value at 0.</summary>
    public double LowOffset { get; set; } = -3;

    /// <summary>The upper bound of the value at 0.</summary>
    public double HighOffset { get; set; } = 3;
}
