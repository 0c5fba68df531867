using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>Zeros put before and after the elements of an axis.</summary>
internal sealed record PadZero(int Axis, int Before, int After) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        operands[0].Dims[Axis] is { IsVariable: false, TimesTasks: false }
            ? TensorType.Of(operands[0].Dims.Select((dim, axis) => axis == Axis ? new Dim(Before + dim.Count + After) : dim))
            : throw new ShapeException($"only the run knows how long axis {Axis} of {operands[0]} is");

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.Narrow(gradient, Axis, Before, result.Operands[0].Type.Dims[Axis].Count)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.PadZero(tangent, Axis, Before, After) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.PadZero(operands[0], Axis + 1, Before, After, original.Name);

    public override long Work(Value result) => 0;

    // Torch counts axes from the last.
    public override string Print(Value result, IReadOnlyList<string> operands)
    {
        var widths = Enumerable.Repeat(0, 2 * (result.Type.Rank - 1 - Axis)).Append(Before).Append(After);
        return $"torch.nn.functional.pad({operands[0]}, [{string.Join(", ", widths)}])";
    }

    protected override string Describe() => $"PadZero {Axis}: {Before} before, {After} after";
}
