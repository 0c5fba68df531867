namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>1 / (1 + exp(-x)).</summary>
internal sealed record Sigmoid : Unary
{
    protected override string Method => "sigmoid";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Subtract(y, program.Multiply(y, y, y.Name + "Square"), y.Name + "Slope");
}
