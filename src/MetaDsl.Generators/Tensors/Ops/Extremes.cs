using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The larger or the smaller of two, to which alone the gradient goes; of equal ones, to the first.</summary>
internal abstract record Extreme : Elementwise
{
    protected abstract string Method { get; }

    /// <summary>How the first operand compares with the second where it is the result.</summary>
    protected abstract Order Order { get; }

    public sealed override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var (isFirst, zero) = (IsFirst(program, result), program.Number(0));
        return
        [
            program.SumTo(program.Where(isFirst, gradient, zero), result.Operands[0].Type),
            program.SumTo(program.Where(isFirst, zero, gradient), result.Operands[1].Type),
        ];
    }

    public sealed override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is null && tangents[1] is null ? null
        : program.Where(IsFirst(program, result), tangents[0] ?? program.Number(0), tangents[1] ?? program.Number(0));

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.{Method}({operands[1]})";

    private Value IsFirst(ProgramBuilder program, Value result) =>
        program.Apply(new Compare(Order), result.Operands, result.Name + "IsFirst");
}

internal sealed record Maximum : Extreme
{
    protected override string Method => "maximum";

    protected override Order Order => Order.GreaterOrEqual;
}

internal sealed record Minimum : Extreme
{
    protected override string Method => "minimum";

    protected override Order Order => Order.LessOrEqual;
}

/// <summary>At least a number.</summary>
internal sealed record ClampMin(double Number) : UnaryWithNumber(Number)
{
    protected override string Method => "clamp_min";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Where(program.Apply(new CompareWith(Order.Greater, Number), [x], y.Name + "IsFree"), program.Number(1), program.Number(0));
}

/// <summary>At most a number.</summary>
internal sealed record ClampMax(double Number) : UnaryWithNumber(Number)
{
    protected override string Method => "clamp_max";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Where(program.Apply(new CompareWith(Order.Less, Number), [x], y.Name + "IsFree"), program.Number(1), program.Number(0));
}
