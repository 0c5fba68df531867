namespace MetaDsl;

/// <summary>Polynomials: <c>Y => Coefficients[0] + Coefficients[1] * X + Coefficients[2] * X * X</c> and so on.</summary>
/// <param name="degree">The largest power of the input, from 1 to 16.</param>
/// <example><code>[RegressionTasks(Shots = 10, Queries = 10), Polynomial(3)]
/// public partial class Functions;</code></example>
public sealed class PolynomialAttribute(int degree) : FunctionFamilyAttribute(-1, 1)
{
    public int Degree { get; } = degree;

    /// <summary>The lower bound of every coefficient.</summary>
    public double LowCoefficient { get; set; } = -1;

    /// <summary>The upper bound of every coefficient.</summary>
    public double HighCoefficient { get; set; } = 1;
}
