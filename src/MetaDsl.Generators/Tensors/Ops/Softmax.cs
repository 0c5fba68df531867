using System.Collections.Generic;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>exp(x) / Σ exp(x) along an axis.</summary>
internal sealed record Softmax(int Axis) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => operands[0];

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [Along(program, result, gradient)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? Along(program, result, tangent) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.Apply(new Softmax(Axis + 1), operands, original.Name);

    public override long Work(Value result) => 3 * result.Type.Elements;

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.softmax({CSharpLiteral.Of(Axis)})";

    protected override string Describe() => $"Softmax {Axis}";

    // The derivative is its own transpose: y (d - Σ y d).
    private Value Along(ProgramBuilder program, Value result, Value direction)
    {
        var aligned = program.Sum(
            program.Multiply(direction, result, direction.Name + "Terms"), [Axis], direction.Name + "Alignment", keep: true);
        return program.Multiply(program.Subtract(direction, aligned, direction.Name + "Terms"), result);
    }
}
