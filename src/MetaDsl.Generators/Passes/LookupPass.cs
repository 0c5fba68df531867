using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// Rows of tables by index, and their gradients, as torch has them: the index a vector of whole numbers, one a task where tables are.
/// </summary>
internal static class LookupPass
{
    public static TensorProgram Run(TensorProgram program) => program.Rewrite(
        static value => value.Op is Lookup or Accumulate, static (builder, value, operands) => value.Op switch
    {
        Lookup => Select(builder, value, operands[0], operands[1]),
        Accumulate accumulate => Add(builder, accumulate, value, operands[0], operands[1]),
        _ => null,
    });

    private static Value Select(ProgramBuilder builder, Value value, Value table, Value index)
    {
        var width = table.Type.Dims[table.Type.Rank - 1];
        var rows = table.Type.Rank == 2
            ? builder.Apply(new SelectRows(), [table, Index(builder, index, eachTask: false)], value.Name)
            : builder.Apply(new Gather(1), [table, Wide(builder, Index(builder, index, eachTask: true), width)], value.Name);
        return builder.Reshape(rows, value.Type);
    }

    private static Value Add(ProgramBuilder builder, Accumulate op, Value value, Value rows, Value index)
    {
        var (places, width) = (Index(builder, index, op.EachTask), value.Type.Dims[value.Type.Rank - 1]);
        var flat = builder.Reshape(rows, TensorType.Of([.. places.Type.Dims, width]));
        var zeros = builder.Apply(new Zeros(value.Type), [rows], value.Name);
        return builder.Apply(new ScatterAdd(op.EachTask ? 1 : 0), [zeros, Wide(builder, places, width), flat], value.Name);
    }

    private static Value Index(ProgramBuilder builder, Value index, bool eachTask)
    {
        var whole = builder.Apply(new WholeNumbers(), [index], index.Name + "Rows");
        var (front, dims) = (eachTask ? 1 : 0, index.Type.Dims);
        var places = dims.Skip(front).Aggregate(new Dim(1), (product, dim) => product * dim);
        return builder.Reshape(whole, TensorType.Of([.. dims.Take(front), places]));
    }

    // The same place for each element of a row.
    private static Value Wide(ProgramBuilder builder, Value index, Dim width)
    {
        var column = builder.Reshape(index, TensorType.Of([.. index.Type.Dims, new Dim(1)]));
        return builder.Expand(column, TensorType.Of([.. index.Type.Dims, width]));
    }
}
