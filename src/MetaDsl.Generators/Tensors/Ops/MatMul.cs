using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The product of two matrices; with more axes in front, of one pair of matrices for each place along those.</summary>
internal sealed record MatMul : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands)
    {
        var (left, right) = (operands[0], operands[1]);
        var rank = left.Rank;
        var fits = rank == right.Rank && rank >= 2 && left.Dims[rank - 1] == right.Dims[rank - 2];
        for (var i = 0; fits && i < rank - 2; i++) fits = left.Dims[i] == right.Dims[i];
        if (!fits) throw new ShapeException($"no matrix product of {left} and {right}");
        var dims = left.Dims.ToArray();
        dims[rank - 1] = right.Dims[rank - 1];
        return TensorType.Of(dims);
    }

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var (left, right) = (result.Operands[0], result.Operands[1]);
        return [program.MatMul(gradient, program.Transpose(right)), program.MatMul(program.Transpose(left), gradient)];
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents)
    {
        var left = tangents[0] is { } first ? program.MatMul(first, result.Operands[1]) : null;
        var right = tangents[1] is { } second ? program.MatMul(result.Operands[0], second) : null;
        return left is null ? right : right is null ? left : program.Add(left, right);
    }

    /// <summary>
    /// A matrix that all tasks share multiplies the rows of all tasks in one product. Only where both matrices are the task's own is there
    /// one product a task.
    /// </summary>
    public override Value Batch(ProgramBuilder program, Value original, Value[] operands)
    {
        var (left, right) = (operands[0], operands[1]);
        if (!right.Type.IsPerTask) return RowsTimes(program, left, right, original.Name);
        // A Bₜ = (Bₜᵀ Aᵀ)ᵀ.
        return left.Type.IsPerTask
            ? program.MatMul(left, right, original.Name)
            : program.Transpose(RowsTimes(program, program.Transpose(right), program.Transpose(left), original.Name));
    }

    // The rows of all tasks below each other, behind the axes that both matrices have in front.
    private static Value RowsTimes(ProgramBuilder program, Value left, Value right, string name)
    {
        var (front, rank) = (right.Type.Rank - 2, left.Type.Rank);
        var turned = program.Permute(left, [.. Enumerable.Range(1, front), 0, rank - 2, rank - 1]);
        var dims = turned.Type.Dims;
        var rows = TensorType.Of([.. dims.Take(front), dims[front] * dims[front + 1], dims[front + 2]]);
        var product = program.MatMul(program.Reshape(turned, rows), right, name);
        var dealt = program.Reshape(product, TensorType.Of([.. dims.Take(front + 2), right.Type.Dims[front + 1]]));
        return program.Permute(dealt, [front, .. Enumerable.Range(0, front), rank - 2, rank - 1]);
    }

    public override long Work(Value result) => result.Type.Elements * result.Operands[0].Type.Dims[result.Type.Rank - 1].Count;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"{operands[0]}.{result.Type.Rank switch { 2 => "mm", 3 => "bmm", _ => "matmul" }}({operands[1]})";
}
