using System.Collections.Generic;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>A constant times the operand.</summary>
internal sealed record Scale(Factor Factor) : Elementwise
{
    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [program.Scale(gradient, Factor)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Scale(tangent, Factor) : null;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        Factor.Value == -1 ? $"{operands[0]}.neg()" : $"{operands[0]}.mul({CSharpLiteral.Constant(Factor)})";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) =>
        Factor.Value == -1 ? $"{operands[0]}.neg_()" : $"{operands[0]}.mul_({CSharpLiteral.Constant(Factor)})";

    protected override string Describe() => $"Scale {CSharpLiteral.Of(Factor.Value)}";
}
