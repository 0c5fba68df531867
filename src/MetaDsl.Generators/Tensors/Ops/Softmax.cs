using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>exp(x) over its sum along an axis.</summary>
internal sealed record Softmax(int Axis) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => operands[0];

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [Change(program, result, gradient)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? Change(program, result, tangent) : null;

    public override Value Batch(ProgramBuilder program, Value original, IReadOnlyList<Value> operands) =>
        program.Apply(new Softmax(Axis + 1), operands, original.Name);

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.softmax({Axis})";

    // The Jacobian y (δ - y) is symmetric.
    private Value Change(ProgramBuilder program, Value y, Value change)
    {
        var mean = program.Sum(program.Multiply(change, y, y.Name + "Weighted"), [Axis], y.Name + "Mean", keep: true);
        return program.Multiply(program.Subtract(change, mean, y.Name + "Centred"), y);
    }
}
