using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// A product of one pair of matrices a task in which one axis has length one is no work for a matrix product, which libtorch starts once
/// a task: it is an elementwise product, summed where the axis is not the contracted one.
/// </summary>
internal static class SmallProductPass
{
    public static TensorProgram Run(TensorProgram program) => program.Rewrite(IsSmall, static (builder, value, operands) =>
    {
        if (!IsSmall(value)) return null;
        var (left, right) = (operands[0], operands[1]);
        var one = new Dim(1);
        var (rows, contracted, columns) = (left.Type.Dims[1], left.Type.Dims[2], right.Type.Dims[2]);
        if (contracted == one) return builder.Multiply(left, right, value.Name);
        if (columns == one && left.Op is Transpose)
        {
            var terms = builder.Multiply(left.Operands[0], right, value.Name + "Terms");
            return builder.Reshape(builder.Sum(terms, [1], value.Name + "Row"), value.Type, value.Name);
        }

        if (columns == one)
        {
            var terms = builder.Multiply(left, Turned(builder, right), value.Name + "Terms");
            return builder.Sum(terms, [2], value.Name, keep: true);
        }

        if (rows == one)
        {
            var terms = builder.Multiply(Turned(builder, left), right, value.Name + "Terms");
            return builder.Sum(terms, [1], value.Name, keep: true);
        }

        return null;
    });

    private static bool IsSmall(Value value) => value.Op is MatMul
        && value.Type.Rank == 3
        && (value.Type.Dims[1] == new Dim(1) || value.Type.Dims[2] == new Dim(1) || value.Operands[0].Type.Dims[2] == new Dim(1));

    // A row turned into a column, or a column into a row.
    private static Value Turned(ProgramBuilder builder, Value vector) =>
        vector.Op is Transpose ? vector.Operands[0] : builder.Apply(new Transpose(), [vector], vector.Name + "Transposed");
}
