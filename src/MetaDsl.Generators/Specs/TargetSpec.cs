namespace MetaDsl.Generators.Specs;

/// <summary>What the targets of a task's examples are, with its user's own text for comments.</summary>
internal abstract record TargetSpec(string Name, string Text);

/// <summary>
/// A function of what is drawn, as the operations that a user's C# comes down to, in the order in which it computes them.
/// </summary>
internal sealed record FunctionSpec(string Name, EquatableArray<TargetStepSpec> Steps, int Result, string Text) : TargetSpec(Name, Text);

/// <summary>
/// One operation on the results of earlier ones: an operator or a function of <c>System.Math</c> by its name, a number, or a drawn
/// property.
/// </summary>
internal sealed record TargetStepSpec(string Operation, EquatableArray<int> Operands)
{
    /// <summary>The number itself, the exponent, or which element of a vector.</summary>
    public double Number { get; init; }

    /// <summary>The drawn property, or what its user calls the result; empty where that has no name.</summary>
    public string Name { get; init; } = "";
}

/// <summary>
/// A function that is drawn from a Gaussian process with a squared exponential covariance, whose scales are the given numbers or else
/// drawn for each task as parameters of these names.
/// </summary>
internal sealed record GaussianProcessSpec(string Name, double? LengthScale, double? OutputScale)
    : TargetSpec(Name, "a function drawn from a Gaussian process");
