using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>Some successive elements of an axis.</summary>
internal sealed record Narrow(int Axis, int Start, int Length) : Op
{
    public override bool IsView => true;

    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        Start >= 0 && Length > 0 && operands[0].Dims[Axis] is { IsVariable: false, TimesTasks: false } dim && Start + Length <= dim.Count
            ? TensorType.Of(operands[0].Dims.Select((dim, axis) => axis == Axis ? new Dim(Length) : dim))
            : throw new ShapeException($"{operands[0]} has no {Length} elements from {Start} along axis {Axis}");

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var size = result.Operands[0].Type.Dims[Axis].Count;
        return [program.PadZero(gradient, Axis, Start, size - Start - Length)];
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Narrow(tangent, Axis, Start, Length) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.Narrow(operands[0], Axis + 1, Start, Length, original.Name);

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"{operands[0]}.narrow({CSharpLiteral.Of(Axis)}, {CSharpLiteral.Of(Start)}, {CSharpLiteral.Of(Length)})";

    protected override string Describe() => $"Narrow {Axis}: {Length} from {Start}";
}
