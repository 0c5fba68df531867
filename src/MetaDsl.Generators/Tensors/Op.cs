using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors;

/// <summary>
/// All that the compiler knows of one operation. Gradient and tangent are built from operations again, so derivatives of any order follow.
/// Rules are written for one task; the batching rule turns them into operations on all tasks at once.
/// </summary>
internal abstract record Op
{
    /// <summary>The result's shape, or a <see cref="ShapeException"/>.</summary>
    public abstract TensorType Infer(IReadOnlyList<TensorType> operands);

    /// <summary>For each operand the gradient it receives from the result's, or null where none flows.</summary>
    public abstract Value?[] Gradient(ProgramBuilder program, Value result, Value gradient);

    /// <summary>The result's tangent from the operands', of which null means zero; null if it is zero itself.</summary>
    public abstract Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents);

    /// <summary>Builds the operation over all tasks; at least one operand has a leading axis of tasks.</summary>
    public abstract Value Batch(ProgramBuilder program, Value original, Value[] operands);

    /// <summary>The C# expression that makes the result.</summary>
    public abstract string Print(Value result, IReadOnlyList<string> operands);

    /// <summary>The C# statement that turns the given operand into the result without new memory, or null where there is none.</summary>
    public virtual string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) => null;

    /// <summary>
    /// How many additions, multiplications or functions of a number it takes, of one task where the result is each task's.
    /// </summary>
    public virtual long Work(Value result)
    {
        if (IsView) return 0;
        var most = result.Type.Elements;
        for (var i = 0; i < result.Operands.Length; i++) most = System.Math.Max(most, result.Operands[i].Type.Elements);
        return most;
    }

    /// <summary>Whether the result shares the memory of its first operand.</summary>
    public virtual bool IsView => false;

    public sealed override string ToString() => Describe();

    protected virtual string Describe() => GetType().Name;
}
