using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>1 / √(variance + ε) over some axes, which are kept: what <see cref="Standardize"/> multiplies by.</summary>
internal sealed record InverseDeviation(EquatableArray<int> Axes, double Epsilon) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => new Sum(Axes, Keep: true).Infer(operands);

    /// <summary>-r² y dr / n, with y the standardised operand and n the elements whose deviation it is.</summary>
    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var operand = result.Operands[0];
        if (Axes.Any(axis => operand.Type.Dims[axis].IsVariable))
        {
            throw new NotSupportedException($"{this} has no gradient, because only the run knows over how many elements");
        }

        var share = Factor.One / Axes.Aggregate(-1.0, (count, axis) => count * operand.Type.Dims[axis].Count);
        var standard = program.Standardize(operand, Axes, Epsilon, operand.Name + "Standardized");
        var each = program.Multiply(gradient, program.Multiply(result, result, result.Name + "Square"), gradient.Name + "Terms");
        return [program.Multiply(standard, program.Scale(each, share), operand.Name + "Gradient")];
    }

    /// <summary>-r² mean (y dx), with y the standardised operand.</summary>
    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents)
    {
        if (tangents[0] is not { } tangent) return null;
        var standard = program.Standardize(result.Operands[0], Axes, Epsilon, result.Operands[0].Name + "Standardized");
        var alignment = program.Average(
            program.Multiply(tangent, standard, tangent.Name + "Terms"), Axes, tangent.Name + "Alignment", keep: true);
        return program.Negate(program.Multiply(alignment, program.Multiply(result, result, result.Name + "Square")));
    }

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.InverseDeviation(operands[0], Axes.Select(axis => axis + 1), Epsilon, original.Name);

    // Nothing beside what the standardised value takes.
    public override long Work(Value result) => 0;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        throw new InvalidOperationException($"{this} is made of other operations before it is printed");

    protected override string Describe() => $"InverseDeviation {string.Join(", ", Axes)}";
}
