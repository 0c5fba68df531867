using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The first elements of an axis of which only the run knows how long it is.</summary>
internal sealed record Leading(int Axis, int Length) : Op
{
    public override bool IsView => true;

    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        TensorType.Of(operands[0].Dims.Select((dim, axis) => axis == Axis ? new Dim(Length) : dim));

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.PadTo(gradient, Axis, result.Operands[0].Type.Dims[Axis])];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Leading(tangent, Axis, Length) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.Leading(operands[0], Axis + 1, Length, original.Name);

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"{operands[0]}.narrow({CSharpLiteral.Of(Axis)}, 0, {CSharpLiteral.Of(Length)})";

    protected override string Describe() => $"Leading {Axis}: {Length}";
}
