namespace MetaDsl;

/// <summary>Functions of one step: <c>Y => X &lt; Edge ? Left : Right</c>.</summary>
/// <example><code>[RegressionTasks(Shots = 10, Queries = 10), Step]
/// public partial class Functions;</code></example>
public sealed class StepAttribute() : FunctionFamilyAttribute(-5, 5)
{
    /// <summary>The lower bound of where the step is.</summary>
    public double LowEdge { get; set; } = -3;

    /// <summary>The upper bound of where the step is.</summary>
    public double HighEdge { get; set; } = 3;

    /// <summary>The lower bound of the values on both sides.</summary>
    public double LowLevel { get; set; } = -2;

    /// <summary>The upper bound of the values on both sides.</summary>
    public double HighLevel { get; set; } = 2;
}
