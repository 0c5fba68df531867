using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// Keeps elements in the order in which an operation left them, from one to the next: what is done to each element, to each plane or
/// within some axes is done before axes change places, not after. So between two convolutions in groups nothing is moved.
/// </summary>
internal static class PermutePass
{
    public static TensorProgram Run(TensorProgram program) => program.Rewrite(
        static value => value.Op is Permute, static (builder, value, operands) =>
    {
        var permute = operands.Select(operand => operand.Op).OfType<Permute>().FirstOrDefault();
        if (permute is null || permute.Axes.Count != value.Type.Rank) return null;
        var op = value.Op switch
        {
            Elementwise => value.Op,
            PlaneOp plane => Fixes(permute, plane.Axes) ? value.Op : null,
            Standardize standardize => standardize with { Axes = Before(permute, standardize.Axes) },
            InverseDeviation deviation => deviation with { Axes = Before(permute, deviation.Axes) },
            Mean { Keep: true } mean => mean with { Axes = Before(permute, mean.Axes) },
            Sum { Keep: true } sum => sum with { Axes = Before(permute, sum.Axes) },
            _ => null,
        };
        if (op is null) return null;
        // Planes that lie otherwise have to be moved beside the others in any case.
        var before = operands
            .Select(operand => Undo(builder, operand, permute) ?? (op is PlaneOp ? builder.Permute(operand, permute.Inverse) : null))
            .OfType<Value>()
            .ToArray();
        return before.Length == operands.Length ? builder.Permute(builder.Apply(op, before, value.Name), permute.Axes, value.Name) : null;
    });

    // Whether the last axes stay where they are.
    private static bool Fixes(Permute permute, int axes) =>
        Enumerable.Range(permute.Axes.Count - axes, axes).All(axis => permute.Axes[axis] == axis);

    private static Specs.EquatableArray<int> Before(Permute permute, IEnumerable<int> axes) =>
        new(axes.Select(axis => permute.Axes[axis]).OrderBy(axis => axis));

    // The value before its axes changed places, or null where that would take a change of places itself.
    private static Value? Undo(ProgramBuilder builder, Value value, Permute permute)
    {
        if (value.Op.Equals(permute)) return value.Operands[0];
        if (value.Type.Rank < permute.Axes.Count) return Fixes(permute, value.Type.Rank) ? value : null;
        var before = TensorType.Of(permute.Inverse.Select(axis => value.Type.Dims[axis]));
        if (value.Op is Expand) return Undo(builder, value.Operands[0], permute) is { } inner ? builder.Expand(inner, before) : null;
        var (there, here) = (before.Dims.Where(IsLong), value.Type.Dims.Where(IsLong));
        var order = permute.Inverse.Where(axis => IsLong(value.Type.Dims[axis])).ToArray();
        return there.SequenceEqual(here) && order.SequenceEqual(order.OrderBy(axis => axis)) ? builder.Reshape(value, before) : null;
    }

    private static bool IsLong(Dim dim) => dim != new Dim(1);
}
