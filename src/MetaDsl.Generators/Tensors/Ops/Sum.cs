using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The sum over some axes, which disappear.</summary>
internal sealed record Sum(EquatableArray<int> Axes) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        TensorType.Of(operands[0].Dims.Where((_, axis) => !Axes.Contains(axis)));

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var operand = result.Operands[0].Type;
        var kept = TensorType.Of(operand.Dims.Select((dim, axis) => Axes.Contains(axis) ? new Dim(1) : dim));
        return [program.Expand(program.Reshape(gradient, kept), operand)];
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Sum(tangent, Axes) : null;

    public override Value Batch(ProgramBuilder program, Value original, IReadOnlyList<Value> operands) =>
        program.Sum(operands[0], Axes.Select(axis => axis + 1), original.Name);

    public override string Print(Value result, IReadOnlyList<string> operands)
    {
        var axes = string.Join(", ", Axes);
        // Named, because a literal 0 would choose the overload that takes an element type.
        return Axes.Count == 1 ? $"{operands[0]}.sum(dim: {axes})"
            : Axes.Count == result.Operands[0].Type.Rank ? $"{operands[0]}.sum()"
            : $"{operands[0]}.sum([{axes}])";
    }

    protected override string Describe() => $"Sum {string.Join(", ", Axes)}";
}
