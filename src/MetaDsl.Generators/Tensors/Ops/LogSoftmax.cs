using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>x minus the logarithm of the sum of exp(x) along an axis.</summary>
internal sealed record LogSoftmax(int Axis) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => operands[0];

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var sum = program.Sum(gradient, [Axis], result.Name + "GradientSum", keep: true);
        return [program.Subtract(gradient, program.Multiply(Probabilities(program, result), sum, result.Name + "Share"))];
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents)
    {
        if (tangents[0] is not { } tangent) return null;
        var mean = program.Sum(program.Multiply(Probabilities(program, result), tangent, result.Name + "Weighted"), [Axis], result.Name + "Mean", keep: true);
        return program.Subtract(tangent, mean);
    }

    public override Value Batch(ProgramBuilder program, Value original, IReadOnlyList<Value> operands) =>
        program.Apply(new LogSoftmax(Axis + 1), operands, original.Name);

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.log_softmax({Axis})";

    private Value Probabilities(ProgramBuilder program, Value result) =>
        program.Apply(new Softmax(Axis), result.Operands, result.Operands[0].Name + "Probabilities");
}
