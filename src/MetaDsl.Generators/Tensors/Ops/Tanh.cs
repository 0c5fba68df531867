namespace MetaDsl.Generators.Tensors.Ops;

internal sealed record Tanh : Unary
{
    protected override string Method => "tanh";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Shift(program.Negate(program.Multiply(y, y, y.Name + "Square")), 1, y.Name + "Slope");
}
