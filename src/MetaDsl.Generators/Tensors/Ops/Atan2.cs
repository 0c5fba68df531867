using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The angle of a point, whose height is the first operand. Its change is (x dy - y dx) / (x² + y²).</summary>
internal sealed record Atan2 : Elementwise
{
    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var (y, x) = (result.Operands[0], result.Operands[1]);
        var share = program.Divide(gradient, Square(program, result), result.Name + "Share");
        return
        [
            program.SumTo(program.Multiply(share, x), y.Type),
            program.Negate(program.SumTo(program.Multiply(share, y), x.Type)),
        ];
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents)
    {
        var (y, x) = (result.Operands[0], result.Operands[1]);
        var up = tangents[0] is { } dy ? program.Multiply(dy, x) : null;
        var along = tangents[1] is { } dx ? program.Negate(program.Multiply(dx, y)) : null;
        var turn = up is null ? along : along is null ? up : program.Add(up, along);
        return turn is null ? null : program.Divide(turn, Square(program, result));
    }

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.atan2({operands[1]})";

    private static Value Square(ProgramBuilder program, Value result)
    {
        var (y, x) = (result.Operands[0], result.Operands[1]);
        var (along, up) = (program.Multiply(x, x, result.Name + "Along"), program.Multiply(y, y, result.Name + "Up"));
        return program.Add(along, up, result.Name + "Square");
    }
}
