using System.Collections.Generic;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>An operation on one operand and a number that is known.</summary>
internal abstract record UnaryWithNumber(double Number) : Unary
{
    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"{operands[0]}.{Method}({CSharpLiteral.Constant(Number)})";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) => null;

    protected override string Describe() => $"{GetType().Name} {CSharpLiteral.Of(Number)}";
}
