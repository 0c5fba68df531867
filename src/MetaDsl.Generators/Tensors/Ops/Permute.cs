using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The axes in another order: the result's axis i is the operand's axis <c>Axes[i]</c>.</summary>
internal sealed record Permute(EquatableArray<int> Axes) : Op
{
    public override bool IsView => true;

    /// <summary>The order that undoes this one.</summary>
    public IEnumerable<int> Inverse => Enumerable.Range(0, Axes.Count).OrderBy(axis => Axes[axis]);

    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        Axes.OrderBy(axis => axis).SequenceEqual(Enumerable.Range(0, operands[0].Rank))
            ? TensorType.Of(Axes.Select(axis => operands[0].Dims[axis]))
            : throw new ShapeException($"{string.Join(", ", Axes)} is no order of the axes of {operands[0]}");

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [program.Permute(gradient, Inverse)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Permute(tangent, Axes) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.Permute(operands[0], [0, .. Axes.Select(axis => axis + 1)], original.Name);

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.permute({string.Join(", ", Axes)})";

    protected override string Describe() => $"Permute {string.Join(", ", Axes)}";
}
