using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>Zeros behind the elements of an axis, up to a length that only the run knows.</summary>
internal sealed record PadTo(int Axis, Dim Whole) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        operands[0].Dims[Axis] is { IsVariable: false, TimesTasks: false }
            ? TensorType.Of(operands[0].Dims.Select((dim, axis) => axis == Axis ? Whole : dim))
            : throw new ShapeException($"only the run knows how long axis {Axis} of {operands[0]} is");

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.Leading(gradient, Axis, result.Operands[0].Type.Dims[Axis].Count)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.PadTo(tangent, Axis, Whole) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.PadTo(operands[0], Axis + 1, Whole, original.Name);

    public override long Work(Value result) => 0;

    // Torch counts axes from the last.
    public override string Print(Value result, IReadOnlyList<string> operands)
    {
        var missing = $"{Whole} - {result.Operands[0].Type.Dims[Axis]}";
        var widths = Enumerable.Repeat("0", (2 * (result.Type.Rank - 1 - Axis)) + 1).Append(missing);
        return $"torch.nn.functional.pad({operands[0]}, [{string.Join(", ", widths)}])";
    }

    protected override string Describe() => $"PadTo {Axis}: {Whole}";
}
