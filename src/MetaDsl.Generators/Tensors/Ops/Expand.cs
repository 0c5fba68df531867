using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The operand repeated along axes of length one, or along new leading axes, without copying.</summary>
internal sealed record Expand(TensorType Type) : Op
{
    public override bool IsView => true;

    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        TensorType.Broadcast(operands[0], Type) == Type ? Type : throw new ShapeException($"{operands[0]} cannot be expanded to {Type}");

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.SumTo(gradient, result.Operands[0].Type)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Expand(tangent, Type) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands)
    {
        var missing = Enumerable.Repeat(new Dim(1), Type.Rank + 1 - operands[0].Type.Rank);
        var aligned = program.Reshape(operands[0], TensorType.Of([Dim.Tasks, .. missing, .. operands[0].Type.Dims.Skip(1)]));
        return program.Expand(aligned, TensorType.Of([Dim.Tasks, .. Type.Dims]));
    }

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.expand({Sizes.Print(Type)})";

    protected override string Describe() => $"Expand {Type}";
}
