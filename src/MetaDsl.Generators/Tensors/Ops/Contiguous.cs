using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// The same elements, side by side in the order of the axes: the operand itself where they lie so already, which is why it counts as a
/// view.
/// </summary>
internal sealed record Contiguous : Op
{
    public override bool IsView => true;

    public override TensorType Infer(IReadOnlyList<TensorType> operands) => operands[0];

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [gradient];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => tangents[0];

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.Apply(this, operands, original.Name);

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.contiguous()";
}
