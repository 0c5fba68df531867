using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// Keeps the examples of all tasks in a row from one shared layer to the next: what is done to each element is done before the rows are
/// dealt out to the tasks, not after.
/// </summary>
internal static class FlattenPass
{
    public static TensorProgram Run(TensorProgram program) => program.Rewrite(IsDealt, static (builder, value, operands) =>
    {
        if (value.Op is PlaneOp) return OnPlanes(builder, value, operands);
        if (value.Op is not Elementwise || operands.Length == 0) return null;
        var dealt = operands.Where(IsDealt).ToArray();
        if (dealt.Length == 0 || dealt.Any(operand => operand.Type != value.Type && operand.Type.Rank != value.Type.Rank)) return null;
        var rows = dealt[0].Operands[0].Type;
        // Anything else must have no axis of tasks or examples, and so mean the same beside rows: a vector along the last axis.
        var fits = operands.All(operand => dealt.Contains(operand)
            ? operand.Type == value.Type && operand.Operands[0].Type == rows
            : operand.Type.Rank < rows.Rank && !operand.Type.IsPerTask);
        if (!fits) return null;
        var flat = operands.Select(operand => dealt.Contains(operand) ? operand.Operands[0] : operand).ToArray();
        return builder.Reshape(builder.Apply(value.Op, flat, value.Name), value.Type);
    });

    private static Value? OnPlanes(ProgramBuilder builder, Value value, Value[] operands)
    {
        if (!operands.All(IsDealt)) return null;
        var rows = builder.Apply(value.Op, [.. operands.Select(operand => operand.Operands[0])], value.Name);
        return builder.Reshape(rows, value.Type);
    }

    // Rows of all tasks, dealt out to the tasks: [tasks·10, 40] as [tasks, 10, 40]. An axis of examples has a name, and others have not.
    private static bool IsDealt(Value value) =>
        value.Op is Reshape
        && value.Type.Rank > 1
        && value.Type.Dims[1].Name.Length > 0
        && value.Operands[0].Type is var rows
        && value.Type.Rank == rows.Rank + 1
        && value.Type.Dims[0] * value.Type.Dims[1] == rows.Dims[0]
        && value.Type.Dims.Skip(2).SequenceEqual(rows.Dims.Skip(1));
}
