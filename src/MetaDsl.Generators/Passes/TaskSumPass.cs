using System;
using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// Sums over tasks without first making what is to be summed: the gradients of all tasks with respect to a shared matrix are one product
/// over the examples of all tasks in a row.
/// </summary>
internal static class TaskSumPass
{
    public static TensorProgram Run(TensorProgram program) => program.Rewrite(
        static value => value.Op is TaskSum, static (builder, value, operands) =>
        value.Op is TaskSum ? Sum(builder, operands[0], value.Name) : null);

    private static Value Sum(ProgramBuilder builder, Value value, string name)
    {
        Value Inner(int operand) => Sum(builder, value.Operands[operand], operand == 0 ? name : name + "Part");
        bool PerTask(int operand) => value.Operands[operand].Type.IsPerTask && value.Operands[operand].Type.Rank == value.Type.Rank;

        return value.Op switch
        {
            Scale scale => builder.Scale(Inner(0), scale.Factor, name),
            Add when PerTask(0) && PerTask(1) => builder.Add(Inner(0), Inner(1), name),
            Subtract when PerTask(0) && PerTask(1) => builder.Subtract(Inner(0), Inner(1), name),
            MatMul when value.Type.Rank == 3 && value.Operands[0].Op is Transpose && value.Operands[0].Operands[0].Type.IsPerTask =>
                builder.MatMul(builder.Transpose(Rows(builder, value.Operands[0].Operands[0])), Rows(builder, value.Operands[1]), name),
            ConvolutionWeight weight when Filters.Check(weight.Slide, value.Type) == 1 =>
                builder.Apply(value.Op, [Filters.Join(builder, value.Operands[0]), Filters.Join(builder, value.Operands[1])], name),
            Accumulate { EachTask: true } table => builder.Apply(table with { EachTask = false }, [.. value.Operands], name),
            // Axes of length one beside a vector: the vector is what is summed.
            Reshape when value.Type.Dims[0] == Dim.Tasks && value.Operands[0].Type.Dims[0] == Dim.Tasks =>
                builder.Reshape(Inner(0), value.Type.From(1), name),
            Sum sum when !sum.Axes.Contains(0) && !sum.Keep => builder.Sum(value.Operands[0], [0, .. sum.Axes], name),
            Transpose => builder.Transpose(Inner(0)),
            _ when !value.Type.IsPerTask => throw new NotSupportedException(
                $"'{value.Name}' is the same for all tasks, and so is not to be summed over them"),
            _ => builder.TaskSum(value, name),
        };
    }

    private static Value Rows(ProgramBuilder builder, Value value) => builder.Reshape(
        value, TensorType.Of([value.Type.Dims[0] * value.Type.Dims[1], .. value.Type.Dims.Skip(2)]));
}
