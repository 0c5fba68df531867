using System;
using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>bias + left · right in one call. Put in by the fusing pass, after derivatives and batching.</summary>
internal sealed record Addmm : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => new MatMul().Infer([operands[1], operands[2]]);

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => throw Late();

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => throw Late();

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) => throw Late();

    public override long Work(Value result) => result.Type.Elements * result.Operands[1].Type.Dims[1].Count;

    // Beta and alpha are spelled out: TorchSharp's static form has no defaults.
    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"torch.addmm({operands[0]}, {operands[1]}, {operands[2]}, 1, 1)";

    private static NotSupportedException Late() => new("fused operations are put in after all derivatives have been taken");
}
