namespace MetaDsl.Generators.Specs;

/// <summary>
/// A family of functions to regress: each task draws <paramref name="Parameters"/> once and <paramref name="Inputs"/> for every example,
/// and computes the target from both.
/// </summary>
internal sealed record RegressionTaskSpec(
    string Name,
    int Shots,
    int Queries,
    EquatableArray<DistributionSpec> Parameters,
    EquatableArray<DistributionSpec> Inputs,
    TargetSpec Target);

/// <summary>A number that is drawn: uniformly between two bounds, or normally with a mean and a standard deviation.</summary>
internal sealed record DistributionSpec(string Name, DistributionKind Kind, double First, double Second);

internal enum DistributionKind
{
    Uniform,
    Normal,
}

/// <summary>The target's expression, with the user's own text for comments.</summary>
internal sealed record TargetSpec(string Name, ExpressionSpec Expression, string Text);
