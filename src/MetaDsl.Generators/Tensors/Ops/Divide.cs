using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

internal sealed record Divide : Elementwise
{
    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var (left, right) = (result.Operands[0], result.Operands[1]);
        var share = program.Divide(gradient, right);
        return [program.SumTo(share, left.Type), program.Negate(program.SumTo(program.Multiply(share, result), right.Type))];
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents)
    {
        var right = result.Operands[1];
        var first = tangents[0] is { } above ? program.Divide(above, right) : null;
        if (tangents[1] is not { } below) return first;
        var second = program.Divide(program.Multiply(result, below), right);
        return first is null ? program.Negate(second) : program.Subtract(first, second);
    }

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.div({operands[1]})";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) =>
        reused == 0 ? $"{operands[0]}.div_({operands[1]})" : null;
}
