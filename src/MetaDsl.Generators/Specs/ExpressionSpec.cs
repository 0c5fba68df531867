namespace MetaDsl.Generators.Specs;

/// <summary>A user's C# expression, reduced to what the compiler can translate.</summary>
internal abstract record ExpressionSpec;

internal sealed record NumberSpec(double Value) : ExpressionSpec;

/// <summary>A property of the task by name: a parameter or an input.</summary>
internal sealed record NameSpec(string Name) : ExpressionSpec;

internal sealed record NegateSpec(ExpressionSpec Operand) : ExpressionSpec;

internal sealed record BinarySpec(BinaryKind Kind, ExpressionSpec Left, ExpressionSpec Right) : ExpressionSpec;

internal enum BinaryKind
{
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// <summary>A call of <c>System.Math</c>, by the method's name.</summary>
internal sealed record CallSpec(string Function, EquatableArray<ExpressionSpec> Arguments) : ExpressionSpec;
