using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The sum over some axes, which disappear or, where they are kept, have length one.</summary>
internal sealed record Sum(EquatableArray<int> Axes, bool Keep = false) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        Keep ? Kept(operands[0]) : TensorType.Of(operands[0].Dims.Where((_, axis) => !Axes.Contains(axis)));

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var operand = result.Operands[0].Type;
        return [program.Expand(program.Reshape(gradient, Kept(operand)), operand)];
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Sum(tangent, Axes, keep: Keep) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.Sum(operands[0], Axes.Select(axis => axis + 1), original.Name, Keep);

    public override string Print(Value result, IReadOnlyList<string> operands)
    {
        var axes = string.Join(", ", Axes);
        var keep = Keep ? ", keepdim: true" : "";
        // Named, because a literal 0 would choose the overload that takes an element type.
        return Axes.Count == 1 ? $"{operands[0]}.sum(dim: {axes}{keep})"
            : Axes.Count == result.Operands[0].Type.Rank && !Keep ? $"{operands[0]}.sum()"
            : $"{operands[0]}.sum([{axes}]{keep})";
    }

    protected override string Describe() => $"Sum {string.Join(", ", Axes)}{(Keep ? ", kept" : "")}";

    private TensorType Kept(TensorType operand) =>
        TensorType.Of(operand.Dims.Select((dim, axis) => Axes.Contains(axis) ? new Dim(1) : dim));
}
