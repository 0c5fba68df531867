using System;
using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The rows of a matrix that a vector of whole numbers names. Put in after derivatives and batching.</summary>
internal sealed record SelectRows : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => operands[0].Rank == 2 && operands[1].Rank == 1
        ? TensorType.Of([operands[1].Dims[0], operands[0].Dims[1]])
        : throw new ShapeException($"{operands[1]} does not name rows of {operands[0]}");

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => throw Late();

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => throw Late();

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) => throw Late();

    public override long Work(Value result) => 0;

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.index_select(0, {operands[1]})";

    private NotSupportedException Late() => new($"{this} is put in after all derivatives have been taken");
}
