using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// From one task to all: inputs that each task has of its own gain a leading axis of tasks, and so does what depends on them. What does
/// not is computed once for all tasks.
/// </summary>
internal static class BatchPass
{
    public static TensorProgram Run(TensorProgram program) => program.Rewrite(static (builder, value, operands) => value.Op switch
    {
        Input { PerTask: true } input =>
            builder.Input(input.Name, TensorType.Of([Dim.Tasks, .. input.Type.Dims]), input.Expression, perTask: true),
        _ when operands.Any(operand => operand.Type.IsPerTask) => value.Op.Batch(builder, value, operands),
        _ => null,
    });
}
