using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

internal sealed record Add : Elementwise
{
    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.SumTo(gradient, result.Operands[0].Type), program.SumTo(gradient, result.Operands[1].Type)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        (tangents[0], tangents[1]) switch
        {
            ({ } left, { } right) => program.Add(left, right),
            ({ } left, null) => program.Expand(left, result.Type),
            (null, { } right) => program.Expand(right, result.Type),
            _ => null,
        };

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.add({operands[1]})";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) =>
        $"{operands[reused]}.add_({operands[1 - reused]})";
}
