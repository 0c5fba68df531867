using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>To the power of a number: the derivative of xⁿ is n xⁿ⁻¹.</summary>
internal sealed record Power(double Number) : UnaryWithNumber(Number)
{
    protected override string Method => "pow";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        Number == 0 ? null : program.Scale(program.Apply(new Power(Number - 1), [x], y.Name + "Lower"), Number, y.Name + "Slope");
}

/// <summary>To the power of another operand: of y = aᵇ, dy = b aᵇ⁻¹ da + y log a db.</summary>
internal sealed record Pow : Elementwise
{
    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
    [
        program.SumTo(program.Multiply(gradient, BySlope(program, result)), result.Operands[0].Type),
        program.SumTo(program.Multiply(gradient, ByExponent(program, result)), result.Operands[1].Type),
    ];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents)
    {
        var first = tangents[0] is { } da ? program.Multiply(BySlope(program, result), da) : null;
        var second = tangents[1] is { } db ? program.Multiply(ByExponent(program, result), db) : null;
        return first is null ? second : second is null ? first : program.Add(first, second);
    }

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.pow({operands[1]})";

    private static Value BySlope(ProgramBuilder program, Value result)
    {
        var (a, b) = (result.Operands[0], result.Operands[1]);
        var lower = program.Apply(new Pow(), [a, program.Shift(b, -1, result.Name + "Less")], result.Name + "Lower");
        return program.Multiply(lower, b, result.Name + "Slope");
    }

    private static Value ByExponent(ProgramBuilder program, Value result) =>
        program.Multiply(result, program.Apply(new Log(), [result.Operands[0]], result.Name + "Log"), result.Name + "Growth");
}
