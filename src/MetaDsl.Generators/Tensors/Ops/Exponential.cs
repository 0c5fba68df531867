using System;

namespace MetaDsl.Generators.Tensors.Ops;

internal sealed record Exp : Unary
{
    protected override string Method => "exp";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) => y;
}

internal sealed record Log : Unary
{
    protected override string Method => "log";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Apply(new Reciprocal(), [x], y.Name + "Slope");
}

internal sealed record Sqrt : Unary
{
    protected override string Method => "sqrt";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Scale(program.Apply(new Reciprocal(), [y], y.Name + "Reciprocal"), Factor.One / 2, y.Name + "Slope");
}

internal sealed record Abs : Unary
{
    protected override string Method => "abs";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) => program.Apply(new Sign(), [x], y.Name + "Slope");
}

internal sealed record Reciprocal : Unary
{
    protected override string Method => "reciprocal";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Negate(program.Multiply(y, y, y.Name + "Square"), y.Name + "Slope");
}

/// <summary>1 / √x, whose derivative is -y³ / 2.</summary>
internal sealed record Rsqrt : Unary
{
    protected override string Method => "rsqrt";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Scale(program.Multiply(program.Multiply(y, y, y.Name + "Square"), y, y.Name + "Cube"), new Factor(-1, 2), y.Name + "Slope");
}

internal sealed record Log2 : Unary
{
    protected override string Method => "log2";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Scale(program.Apply(new Reciprocal(), [x], y.Name + "Reciprocal"), 1 / Math.Log(2), y.Name + "Slope");
}

internal sealed record Log10 : Unary
{
    protected override string Method => "log10";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Scale(program.Apply(new Reciprocal(), [x], y.Name + "Reciprocal"), 1 / Math.Log(10), y.Name + "Slope");
}
