using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

internal sealed record Multiply : Elementwise
{
    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var (left, right) = (result.Operands[0], result.Operands[1]);
        return [program.SumTo(program.Multiply(gradient, right), left.Type), program.SumTo(program.Multiply(gradient, left), right.Type)];
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents)
    {
        var left = tangents[0] is { } first ? program.Multiply(first, result.Operands[1]) : null;
        var right = tangents[1] is { } second ? program.Multiply(second, result.Operands[0]) : null;
        return left is null ? right : right is null ? left : program.Add(left, right);
    }

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        operands[0] == operands[1] ? $"{operands[0]}.square()" : $"{operands[0]}.mul({operands[1]})";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) =>
        $"{operands[reused]}.mul_({operands[1 - reused]})";
}
