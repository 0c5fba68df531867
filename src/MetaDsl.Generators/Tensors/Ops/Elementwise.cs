using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>An operation on each element, with broadcasting. Over tasks it is itself: only missing axes have to be put in.</summary>
internal abstract record Elementwise : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => operands.Aggregate(TensorType.Broadcast);

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands)
    {
        var aligned = operands.Select(operand => Align(program, operand, original.Type.Rank)).ToArray();
        return program.Apply(this, aligned, original.Name);
    }

    // A task's bias [40] beside hidden units [10, 40] becomes [tasks, 1, 40] beside [tasks, 10, 40].
    private static Value Align(ProgramBuilder program, Value operand, int rank)
    {
        if (!operand.Type.IsPerTask || operand.Type.Rank == rank + 1) return operand;
        var missing = Enumerable.Repeat(new Dim(1), rank + 1 - operand.Type.Rank);
        return program.Reshape(operand, TensorType.Of([operand.Type.Dims[0], .. missing, .. operand.Type.Dims.Skip(1)]));
    }
}

/// <summary>An elementwise operation on one operand whose derivative the op states as a factor.</summary>
internal abstract record Unary : Elementwise
{
    /// <summary>TorchSharp's name for it.</summary>
    protected abstract string Method { get; }

    /// <summary>The derivative of the result <paramref name="y"/> with respect to <paramref name="x"/>, or null where it is zero.</summary>
    protected abstract Value? Derivative(ProgramBuilder program, Value x, Value y);

    public sealed override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [Times(program, gradient, result)];

    public sealed override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? Times(program, tangent, result) : null;

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.{Method}()";

    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) => $"{operands[0]}.{Method}_()";

    private Value? Times(ProgramBuilder program, Value change, Value result) =>
        Derivative(program, result.Operands[0], result) is { } derivative ? program.Multiply(change, derivative) : null;
}
