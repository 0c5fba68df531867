using System;
using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// The rows of a table [V, D] that an index of whole numbers names, so that [N, L] gives [N, L, D]. The index comes in the elements' own
/// type, as every input does. With one more axis in front of the table, each task has its own.
/// </summary>
internal sealed record Lookup : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands)
    {
        var (table, index) = (operands[0], operands[1]);
        return table.Rank == 2 || (table.Rank == 3 && table.Dims[0] == Dim.Tasks && index.IsPerTask)
            ? TensorType.Of([.. index.Dims, table.Dims[table.Rank - 1]])
            : throw new ShapeException($"{table} is no table for {index}");
    }

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.Accumulate(gradient, result.Operands[1], result.Operands[0].Type.Dims[0].Count), null];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Lookup(tangent, result.Operands[1]) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) => program.Lookup(
        operands[0], operands[1].Type.IsPerTask ? operands[1] : program.ForEachTask(operands[1], operands[0]), original.Name);

    public override long Work(Value result) => 0;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        throw new InvalidOperationException($"{this} is made of other operations before it is printed");
}
