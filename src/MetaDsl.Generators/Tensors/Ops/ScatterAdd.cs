using System;
using System.Collections.Generic;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The first operand, to which the third is added at given places along an axis. Put in after derivatives and batching.</summary>
internal sealed record ScatterAdd(int Axis) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        operands[1] == operands[2] && operands[0].Rank == operands[1].Rank
            ? operands[0]
            : throw new ShapeException($"{operands[2]} cannot be added to {operands[0]} at places {operands[1]}");

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => throw Late();

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => throw Late();

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) => throw Late();

    public override long Work(Value result) => result.Operands[2].Type.Elements;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"{operands[0]}.scatter_add({CSharpLiteral.Of(Axis)}, {operands[1]}, {operands[2]})";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) =>
        reused == 0 ? $"{operands[0]}.scatter_add_({CSharpLiteral.Of(Axis)}, {operands[1]}, {operands[2]})" : null;

    protected override string Describe() => $"ScatterAdd {CSharpLiteral.Of(Axis)}";

    private NotSupportedException Late() => new($"{this} is put in after all derivatives have been taken");
}
