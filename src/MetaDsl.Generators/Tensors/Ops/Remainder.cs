using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>What is left of a division to a whole quotient q, with the sign of the dividend, as in C#: a - q b.</summary>
internal sealed record Remainder : Elementwise
{
    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
    [
        program.SumTo(gradient, result.Operands[0].Type),
        program.Negate(program.SumTo(program.Multiply(gradient, Quotient(program, result)), result.Operands[1].Type)),
    ];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents)
    {
        var first = tangents[0] is { } da ? program.Expand(da, result.Type) : null;
        var second = tangents[1] is { } db ? program.Multiply(Quotient(program, result), db) : null;
        return second is null ? first : first is null ? program.Negate(second) : program.Subtract(first, second);
    }

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.fmod({operands[1]})";

    private static Value Quotient(ProgramBuilder program, Value result)
    {
        var quotient = program.Divide(result.Operands[0], result.Operands[1], result.Name + "Quotient");
        return program.Apply(new Truncate(), [quotient], result.Name + "Whole");
    }
}
