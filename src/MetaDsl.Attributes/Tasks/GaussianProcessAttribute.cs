namespace MetaDsl;

/// <summary>
/// Functions drawn from a Gaussian process with mean 0 and a covariance of <c>OutputScale² exp(-(distance / LengthScale)² / 2)</c>
/// between two inputs: the target of all examples of a task, support and queries, is one exact draw.
/// </summary>
/// <example><code>[RegressionTasks(Shots = 10, Queries = 20), GaussianProcess(LowLengthScale = 0.3, HighLengthScale = 1), Noise(0.05)]
/// public partial class Functions;</code></example>
public sealed class GaussianProcessAttribute() : FunctionFamilyAttribute(-2, 2)
{
    /// <summary>The lower bound of the length scale, above 0.</summary>
    public double LowLengthScale { get; set; } = 0.5;

    /// <summary>The upper bound of the length scale, above 0.</summary>
    public double HighLengthScale { get; set; } = 0.5;

    /// <summary>The lower bound of the output scale, above 0.</summary>
    public double LowOutputScale { get; set; } = 1;

    /// <summary>The upper bound of the output scale, above 0.</summary>
    public double HighOutputScale { get; set; } = 1;

    /// <summary>How many numbers an input has, from 1 to 100.</summary>
    public int Inputs { get; set; } = 1;
}
