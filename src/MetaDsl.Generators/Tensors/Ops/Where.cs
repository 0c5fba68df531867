using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The second operand where the first, a condition, holds, and the third elsewhere.</summary>
internal sealed record Where : Elementwise
{
    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var (condition, zero) = (result.Operands[0], program.Number(0));
        return
        [
            null,
            program.SumTo(program.Where(condition, gradient, zero), result.Operands[1].Type),
            program.SumTo(program.Where(condition, zero, gradient), result.Operands[2].Type),
        ];
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents)
    {
        if (tangents[1] is null && tangents[2] is null) return null;
        var chosen = program.Where(result.Operands[0], tangents[1] ?? program.Number(0), tangents[2] ?? program.Number(0));
        return program.Expand(chosen, result.Type);
    }

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"torch.where({operands[0]}, {operands[1]}, {operands[2]})";
}
