using System;
using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>Whole numbers in the type that torch takes as an index. Put in after derivatives and batching.</summary>
internal sealed record WholeNumbers : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => operands[0];

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => throw Late();

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => throw Late();

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) => throw Late();

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.to(torch.ScalarType.Int64)";

    private NotSupportedException Late() => new($"{this} is put in after all derivatives have been taken");
}
