using System.Collections.Generic;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>Divided by a number, where a product with its reciprocal would be rounded otherwise, as it is on a GPU.</summary>
internal sealed record DivideBy(double Number) : Elementwise
{
    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.Apply(this, [gradient], gradient.Name)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Apply(this, [tangent], tangent.Name) : null;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"{operands[0]}.div({CSharpLiteral.Constant(Number)})";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) =>
        $"{operands[0]}.div_({CSharpLiteral.Constant(Number)})";

    protected override string Describe() => $"DivideBy {CSharpLiteral.Of(Number)}";
}
