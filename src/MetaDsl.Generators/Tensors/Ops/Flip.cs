using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The elements along some axes in reverse.</summary>
internal sealed record Flip(EquatableArray<int> Axes) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => operands[0];

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [program.Flip(gradient, Axes)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Flip(tangent, Axes) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.Flip(operands[0], Axes.Select(axis => axis + 1), original.Name);

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.flip({string.Join(", ", Axes)})";

    protected override string Describe() => $"Flip {string.Join(", ", Axes)}";
}
