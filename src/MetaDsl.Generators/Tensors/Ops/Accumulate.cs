using System;
using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// A table [V, D] to whose rows others are added, each to the one that an index names: the gradient of <see cref="Lookup"/>. One table, or
/// one a task.
/// </summary>
internal sealed record Accumulate(int Rows, bool EachTask = false) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands)
    {
        var (rows, index) = (operands[0], operands[1]);
        if (rows.Rank != index.Rank + 1 || !rows.Dims.Take(index.Rank).SequenceEqual(index.Dims))
        {
            throw new ShapeException($"{index} does not name rows for {rows}");
        }

        var table = TensorType.Of([new Dim(Rows), rows.Dims[rows.Rank - 1]]);
        return EachTask ? table.From(0, Dim.Tasks) : table;
    }

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.Lookup(gradient, result.Operands[1]), null];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Accumulate(tangent, result.Operands[1], Rows) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands)
    {
        var each = operands.First(operand => operand.Type.IsPerTask);
        return program.Apply(
            new Accumulate(Rows, EachTask: true), [.. operands.Select(operand => program.ForEachTask(operand, each))], original.Name);
    }

    public override long Work(Value result) => result.Operands[0].Type.Elements;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        throw new InvalidOperationException($"{this} is made of other operations before it is printed");

    protected override string Describe() => $"Accumulate {Rows}";
}
