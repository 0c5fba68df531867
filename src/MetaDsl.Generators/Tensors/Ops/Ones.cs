using System;
using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// A few ones of the element type and on the device of the operand: a kernel that sums. Put in after derivatives and batching.
/// </summary>
internal sealed record Ones(TensorType Type) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => Type;

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => throw Late();

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => throw Late();

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) => throw Late();

    public override long Work(Value result) => 0;

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.new_ones({string.Join(", ", Type.Dims)})";

    protected override string Describe() => $"Ones {Type}";

    private NotSupportedException Late() => new($"{this} is put in after all derivatives have been taken");
}
