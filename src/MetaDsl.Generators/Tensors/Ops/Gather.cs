using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// The elements at given places along an axis; along the others, elements stay where they are. Put in after derivatives and batching.
/// </summary>
internal sealed record Gather(int Axis) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        operands[0].Rank == operands[1].Rank && !operands[0].Dims.Where((dim, axis) => axis != Axis && dim != operands[1].Dims[axis]).Any()
            ? operands[1]
            : throw new ShapeException($"{operands[1]} are no places along axis {Axis} of {operands[0]}");

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => throw Late();

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => throw Late();

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) => throw Late();

    public override long Work(Value result) => result.Type.Elements;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"{operands[0]}.gather({CSharpLiteral.Of(Axis)}, {operands[1]})";

    protected override string Describe() => $"Gather {CSharpLiteral.Of(Axis)}";

    private NotSupportedException Late() => new($"{this} is put in after all derivatives have been taken");
}
