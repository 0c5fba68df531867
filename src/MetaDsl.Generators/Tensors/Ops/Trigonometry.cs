namespace MetaDsl.Generators.Tensors.Ops;

internal sealed record Sin : Unary
{
    protected override string Method => "sin";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) => program.Apply(new Cos(), [x], y.Name + "Slope");
}

internal sealed record Cos : Unary
{
    protected override string Method => "cos";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Negate(program.Apply(new Sin(), [x], y.Name + "Slope"));
}

internal sealed record Tan : Unary
{
    protected override string Method => "tan";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Shift(program.Multiply(y, y, y.Name + "Square"), 1, y.Name + "Slope");
}

internal sealed record Asin : Unary
{
    protected override string Method => "asin";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) => Slope(program, x, y);

    /// <summary>1 / √(1 - x²), the derivative of the arcsine.</summary>
    public static Value Slope(ProgramBuilder program, Value x, Value y)
    {
        var rest = program.Shift(program.Negate(program.Multiply(x, x, y.Name + "Square")), 1, y.Name + "Rest");
        return program.Apply(new Rsqrt(), [rest], y.Name + "Slope");
    }
}

internal sealed record Acos : Unary
{
    protected override string Method => "acos";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) => program.Negate(Asin.Slope(program, x, y));
}

internal sealed record Atan : Unary
{
    protected override string Method => "atan";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Apply(new Reciprocal(), [program.Shift(program.Multiply(x, x, y.Name + "Square"), 1, y.Name + "Whole")], y.Name + "Slope");
}

internal sealed record Sinh : Unary
{
    protected override string Method => "sinh";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) => program.Apply(new Cosh(), [x], y.Name + "Slope");
}

internal sealed record Cosh : Unary
{
    protected override string Method => "cosh";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) => program.Apply(new Sinh(), [x], y.Name + "Slope");
}
