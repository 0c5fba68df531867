using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// The mean over some axes, which disappear or, where they are kept, have length one. Torch divides by their length, so they may be ones
/// of which only the run knows how long they are.
/// </summary>
internal sealed record Mean(EquatableArray<int> Axes, bool Keep = false) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => new Sum(Axes, Keep).Infer(operands);

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var operand = result.Operands[0].Type;
        if (Axes.Any(axis => operand.Dims[axis].IsVariable))
        {
            throw new NotSupportedException($"{this} has no gradient, because only the run knows over how many elements");
        }

        var share = program.Scale(gradient, Factor.One / Axes.Aggregate(1.0, (count, axis) => count * operand.Dims[axis].Count));
        return new Sum(Axes, Keep).Gradient(program, result, share);
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Average(tangent, Axes, keep: Keep) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.Average(operands[0], Axes.Select(axis => axis + 1), original.Name, Keep);

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        Axes.Count == result.Operands[0].Type.Rank && !Keep
            ? $"{operands[0]}.mean()"
            : $"{operands[0]}.mean([{string.Join(", ", Axes)}]{(Keep ? ", keepdim: true" : "")})";

    protected override string Describe() => $"Mean {string.Join(", ", Axes)}{(Keep ? ", kept" : "")}";
}
