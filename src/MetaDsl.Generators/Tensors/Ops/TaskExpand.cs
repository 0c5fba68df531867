using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// What all tasks share as each task's own, without copying; the second operand is asked for the number of tasks. The batching rules put
/// it in where torch has no operation on the one and the other.
/// </summary>
internal sealed record TaskExpand : Op
{
    public override bool IsView => true;

    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        operands[0].IsPerTask || !operands[1].Dims.Contains(Dim.Tasks)
            ? throw new ShapeException($"{operands[0]} cannot be given to the tasks of {operands[1]}")
            : operands[0].From(0, Dim.Tasks);

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        throw new NotSupportedException($"{this} is put in after all derivatives have been taken");

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        throw new NotSupportedException($"{this} is put in after all derivatives have been taken");

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        throw new NotSupportedException($"{this} is put in by batching");

    public override string Print(Value result, IReadOnlyList<string> operands)
    {
        var tasks = result.Operands[1].Type.Dims.ToList().IndexOf(Dim.Tasks);
        var others = string.Concat(Enumerable.Repeat(", -1", result.Type.Rank - 1));
        return $"{operands[0]}.expand({operands[1]}.size({CSharpLiteral.Of(tasks)}){others})";
    }
}
