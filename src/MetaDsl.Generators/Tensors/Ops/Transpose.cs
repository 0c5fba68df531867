using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The last two axes exchanged.</summary>
internal sealed record Transpose : Op
{
    public override bool IsView => true;

    public override TensorType Infer(IReadOnlyList<TensorType> operands)
    {
        var dims = operands[0].Dims.ToArray();
        if (dims.Length < 2) throw new ShapeException($"{operands[0]} has no two axes to exchange");
        (dims[dims.Length - 1], dims[dims.Length - 2]) = (dims[dims.Length - 2], dims[dims.Length - 1]);
        return TensorType.Of(dims);
    }

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [program.Transpose(gradient)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Transpose(tangent) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) => program.Transpose(operands[0]);

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        result.Type.Rank == 2 ? $"{operands[0]}.t()" : $"{operands[0]}.transpose({result.Type.Rank - 2}, {result.Type.Rank - 1})";
}
