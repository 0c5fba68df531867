using System;
using System.Collections.Generic;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>left + factor · right in one call. Put in by the fusing pass, after derivatives and batching.</summary>
internal sealed record AddScaled(Factor Factor) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => TensorType.Broadcast(operands[0], operands[1]);

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => throw Late();

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => throw Late();

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) => throw Late();

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"{operands[0]}.add({operands[1]}, {CSharpLiteral.Constant(Factor)})";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) =>
        reused == 0 ? $"{operands[0]}.add_({operands[1]}, {CSharpLiteral.Constant(Factor)})" : null;

    protected override string Describe() => $"AddScaled {CSharpLiteral.Of(Factor.Value)}";

    private static NotSupportedException Late() => new("fused operations are put in after all derivatives have been taken");
}
