using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The operands one after another along an axis.</summary>
internal sealed record Concat(int Axis) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands)
    {
        var first = operands[0];
        var fits = operands.All(operand => operand.Rank == first.Rank
            && operand.Dims.Select(
                (dim, axis) => axis == Axis ? dim is { IsVariable: false, TimesTasks: false } : dim == first.Dims[axis]).All(fits => fits));
        return fits
            ? TensorType.Of(
                first.Dims.Select((dim, axis) => axis == Axis ? new Dim(operands.Sum(operand => operand.Dims[Axis].Count)) : dim))
            : throw new ShapeException($"{string.Join(" and ", operands)} do not fit together along axis {Axis}");
    }

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [.. result.Operands.Select((operand, i) => program.Narrow(gradient, Axis, Start(result, i), Length(operand)))];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents)
    {
        var moving = tangents.OfType<Value>().ToArray();
        if (moving.Length == tangents.Count) return program.Concat(moving, Axis);
        // What stays has zeros as its tangent.
        return tangents.Select((tangent, i) => tangent is null ? null
            : program.PadZero(tangent, Axis, Start(result, i), Length(result) - Start(result, i) - Length(tangent))).OfType<Value>()
            .Aggregate((sum, padded) => program.Add(sum, padded));
    }

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands)
    {
        var each = operands.First(operand => operand.Type.IsPerTask);
        return program.Concat([.. operands.Select(operand => program.ForEachTask(operand, each))], Axis + 1, original.Name);
    }

    public override long Work(Value result) => 0;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"torch.cat([{string.Join(", ", operands)}], {CSharpLiteral.Of(Axis)})";

    protected override string Describe() => $"Concat {Axis}";

    private int Length(Value value) => value.Type.Dims[Axis].Count;

    private int Start(Value result, int operand) => result.Operands.Take(operand).Sum(Length);
}
