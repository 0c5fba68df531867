namespace MetaDsl.Generators.Tensors.Ops;

internal sealed record Sin : Unary
{
    protected override string Method => "sin";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) => program.Apply(new Cos(), [x], y.Name + "Slope");
}

internal sealed record Cos : Unary
{
    protected override string Method => "cos";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) => program.Negate(program.Apply(new Sin(), [x], y.Name + "Slope"));
}
