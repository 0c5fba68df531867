using System;
using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>Zeros to add to; the operand is asked for sizes that only the run knows. Put in after derivatives and batching.</summary>
internal sealed record Zeros(TensorType Type) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => Type;

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => throw Late();

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => throw Late();

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) => throw Late();

    public override long Work(Value result) => 0;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"{operands[0]}.new_zeros([{Sizes.PrintFrom(Type, result.Operands[0].Type, operands[0])}])";

    protected override string Describe() => $"Zeros {Type}";

    private NotSupportedException Late() => new($"{this} is put in after all derivatives have been taken");
}
