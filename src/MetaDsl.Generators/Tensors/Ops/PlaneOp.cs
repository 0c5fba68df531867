using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// An operation on each plane, which the last one or two axes span, whatever axes lie in front: examples, channels, tasks. So over tasks
/// it is itself.
/// </summary>
internal abstract record PlaneOp : Op
{
    /// <summary>How many axes span a plane.</summary>
    public abstract int Axes { get; }

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands)
    {
        var each = operands.First(operand => operand.Type.IsPerTask);
        return program.Apply(this, [.. operands.Select(operand => program.ForEachTask(operand, each))], original.Name);
    }

    /// <summary>The axes in front of the plane.</summary>
    protected IEnumerable<Dim> Front(TensorType type) =>
        type.Rank > Axes ? type.Dims.Take(type.Rank - Axes) : throw new ShapeException($"{type} has no channels of {Axes} axes");
}
