using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>(x - mean) / √(variance + ε), both over some axes; the variance is that of the elements themselves.</summary>
internal sealed record Standardize(EquatableArray<int> Axes, double Epsilon) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        Axes.Count > 0 && Axes.All(axis => axis < operands[0].Rank)
            ? operands[0]
            : throw new ShapeException($"{this} has no meaning for {operands[0]}");

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [Along(program, result, gradient)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? Along(program, result, tangent) : null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.Standardize(operands[0], Axes.Select(axis => axis + 1), Epsilon, original.Name);

    // Mean, difference, square, mean, root and product.
    public override long Work(Value result) => 5 * result.Type.Elements;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        throw new InvalidOperationException($"{this} is made of other operations before it is printed");

    protected override string Describe() => $"Standardize {string.Join(", ", Axes)}";

    // The derivative is its own transpose: r (d - mean d - y mean (y d)), with r the inverse deviation.
    private Value Along(ProgramBuilder program, Value result, Value direction)
    {
        var deviation = program.InverseDeviation(result.Operands[0], Axes, Epsilon);
        var aligned = program.Average(
            program.Multiply(direction, result, direction.Name + "Terms"), Axes, direction.Name + "Alignment", keep: true);
        var centered = program.Subtract(
            direction, program.Average(direction, Axes, direction.Name + "Mean", keep: true), direction.Name + "Terms");
        var turned = program.Subtract(centered, program.Multiply(result, aligned, direction.Name + "Terms"), direction.Name + "Terms");
        return program.Multiply(turned, deviation);
    }
}
