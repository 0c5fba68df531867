using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

internal sealed record Subtract : Elementwise
{
    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.SumTo(gradient, result.Operands[0].Type), program.Negate(program.SumTo(gradient, result.Operands[1].Type))];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        (tangents[0], tangents[1]) switch
        {
            ({ } left, { } right) => program.Subtract(left, right),
            ({ } left, null) => program.Expand(left, result.Type),
            (null, { } right) => program.Expand(program.Negate(right), result.Type),
            _ => null,
        };

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.sub({operands[1]})";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) =>
        reused == 0 ? $"{operands[0]}.sub_({operands[1]})" : null;
}
