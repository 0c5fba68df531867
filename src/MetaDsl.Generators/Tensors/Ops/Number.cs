using System;
using System.Collections.Generic;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>A constant in every element. The builder folds nearly all of them into the operations around them.</summary>
internal sealed record Number(Factor Value, TensorType Type) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => Type;

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        throw new InvalidOperationException("a number is shared by all tasks");

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"torch.full([{string.Join(", ", Type.Dims)}], {CSharpLiteral.Of(Value.Value)}, Type, device)";

    protected override string Describe() => CSharpLiteral.Of(Value.Value);
}
