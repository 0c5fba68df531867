using System.Collections.Generic;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>log(1 + exp(x)), whose derivative is the sigmoid.</summary>
internal sealed record Softplus : Unary
{
    protected override string Method => "softplus";

    public override string Print(Value result, IReadOnlyList<string> operands) => $"torch.nn.functional.softplus({operands[0]}, 1, 20)";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) => null;

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) => program.Apply(new Sigmoid(), [x], y.Name + "Slope");
}

/// <summary>x where it is positive, a small multiple of it elsewhere.</summary>
internal sealed record LeakyRelu(double Slope) : Unary
{
    protected override string Method => "leaky_relu";

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"{operands[0]}.leaky_relu({CSharpLiteral.Constant(Slope)})";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) =>
        $"{operands[0]}.leaky_relu_({CSharpLiteral.Constant(Slope)})";

    // The slope at zero is that of the negative side, as in PyTorch.
    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) =>
        program.Shift(program.Scale(Masks.Positive(program, x, y.Name), 1 - Slope, y.Name + "Step"), Slope, y.Name + "Slope");
}

/// <summary>x where it is positive, α (exp(x) - 1) elsewhere.</summary>
internal sealed record Elu(double Alpha) : Unary
{
    protected override string Method => "elu";

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"torch.nn.functional.elu({operands[0]}, {CSharpLiteral.Of(Alpha)})";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) => null;

    // Below zero y + α, above it 1: with a mask m, (y + α) - m (y + α - 1).
    protected override Value? Derivative(ProgramBuilder program, Value x, Value y)
    {
        var mask = Masks.Positive(program, x, y.Name);
        var below = program.Shift(y, Alpha, y.Name + "Below");
        var excess = program.Shift(y, Alpha - 1, y.Name + "Excess");
        return program.Subtract(below, program.Multiply(mask, excess, y.Name + "Correction"), y.Name + "Slope");
    }
}

internal static class Masks
{
    /// <summary>1 where x is positive, else 0.</summary>
    public static Value Positive(ProgramBuilder program, Value x, string name) =>
        program.Apply(new Sign(), [program.Apply(new Relu(), [x], name + "Positive")], name + "Mask");
}
