using System;
using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The sum over all tasks. Written for one task it is the identity; over tasks it removes the first axis.</summary>
internal sealed record TaskSum : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        operands[0].IsPerTask ? TensorType.Of(operands[0].Dims.Skip(1)) : operands[0];

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        throw new NotSupportedException("sums over tasks are put in after all derivatives have been taken");

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        throw new NotSupportedException("sums over tasks are put in after all derivatives have been taken");

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.TaskSum(operands[0], original.Name);

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.sum(dim: 0)";
}
