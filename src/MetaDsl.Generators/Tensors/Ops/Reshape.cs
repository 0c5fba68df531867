using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// The same elements in another shape: a view, or a copy where the operand is itself a view whose elements lie in another order.
/// </summary>
internal sealed record Reshape(TensorType Type) : Op
{
    public override bool IsView => true;

    public override TensorType Infer(IReadOnlyList<TensorType> operands)
    {
        var before = operands[0];
        return before.Elements == Type.Elements && TaskAxes(before) == TaskAxes(Type)
            ? Type
            : throw new ShapeException($"{before} has not the elements of {Type}");
    }

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.Reshape(gradient, result.Operands[0].Type)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Reshape(tangent, Type) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.Reshape(operands[0], TensorType.Of([Dim.Tasks, .. Type.Dims]));

    public override string Print(Value result, IReadOnlyList<string> operands)
    {
        var isCopied = result.Operands[0].Op.IsView || !Layout.IsContiguous(result.Operands[0]);
        return $"{operands[0]}.{(isCopied ? "reshape" : "view")}({Sizes.PrintShape(Type)})";
    }

    protected override string Describe() => $"Reshape {Type}";

    private static int TaskAxes(TensorType type)
    {
        var count = 0;
        for (var i = 0; i < type.Rank; i++)
        {
            if (type.Dims[i].TimesTasks) count++;
        }

        return count;
    }
}

/// <summary>Sizes as arguments: the axis that counts tasks is the one that torch is left to work out.</summary>
internal static class Sizes
{
    public static string Print(TensorType type) =>
        string.Join(", ", type.Dims.Select(dim => dim.TimesTasks ? "-1" : dim.ToString()));

    /// <summary>
    /// The same where torch works out one size of any kind: the number of examples, if it need not work out that of tasks.
    /// </summary>
    public static string PrintShape(TensorType type)
    {
        var isFree = type.Dims.All(dim => !dim.TimesTasks) && type.Dims.Count(dim => dim.IsVariable) == 1;
        return isFree ? string.Join(", ", type.Dims.Select(dim => dim.IsVariable ? "-1" : dim.ToString())) : Print(type);
    }

    /// <summary>Sizes that are all given, those that only the run knows by asking a tensor that has them.</summary>
    public static string PrintFrom(TensorType type, TensorType like, string likeName) => string.Join(", ", type.Dims.Select(dim =>
    {
        if (!dim.TimesTasks && !dim.IsVariable) return dim.ToString();
        var axis = Enumerable.Range(0, like.Rank).First(axis => like.Dims[axis] == dim);
        return $"{likeName}.size({CSharpLiteral.Of(axis)})";
    }));
}
