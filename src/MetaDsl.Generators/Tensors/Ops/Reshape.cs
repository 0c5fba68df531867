using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The same elements in another shape: a view, or a copy where the operand is itself a view whose elements lie in another order.</summary>
internal sealed record Reshape(TensorType Type) : Op
{
    public override bool IsView => true;

    public override TensorType Infer(IReadOnlyList<TensorType> operands)
    {
        var (before, after) = (Product(operands[0]), Product(Type));
        return before == after ? Type : throw new ShapeException($"{operands[0]} has not the elements of {Type}");
    }

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [program.Reshape(gradient, result.Operands[0].Type)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Reshape(tangent, Type) : null;

    public override Value Batch(ProgramBuilder program, Value original, IReadOnlyList<Value> operands) =>
        program.Reshape(operands[0], TensorType.Of([Dim.Tasks, .. Type.Dims]));

    public override string Print(Value result, IReadOnlyList<string> operands) => 
        $"{operands[0]}.{(result.Operands[0].Op.IsView ? "reshape" : "view")}({Sizes.Print(Type)})";

    protected override string Describe() => $"Reshape {Type}";

    private static Dim Product(TensorType type) => type.Dims.Aggregate(new Dim(1), (product, dim) => product * dim);
}

/// <summary>Sizes as arguments: the axis that counts tasks is the one that torch is left to work out.</summary>
internal static class Sizes
{
    public static string Print(TensorType type) =>
        string.Join(", ", type.Dims.Select(dim => dim.TimesTasks ? "-1" : dim.ToString()));
}
