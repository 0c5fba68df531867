using System.Collections.Generic;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>A constant added to the operand.</summary>
internal sealed record Shift(double By) : Elementwise
{
    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [gradient];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => tangents[0];

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.add({CSharpLiteral.Constant(By)})";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) =>
        $"{operands[0]}.add_({CSharpLiteral.Constant(By)})";

    protected override string Describe() => $"Shift {CSharpLiteral.Of(By)}";
}
