using System.Collections.Generic;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// Standardised values and inverse deviations as the operations that torch has. Both begin alike, and the builder makes nothing twice, so
/// a gradient uses the deviation that the forward pass has found.
/// </summary>
internal static class StandardizePass
{
    public static TensorProgram Run(TensorProgram program) => program.Rewrite(
        static value => value.Op is Standardize or InverseDeviation, static (builder, value, operands) =>
    {
        if (value.Op is InverseDeviation inverse) return Find(builder, operands[0], inverse.Axes, inverse.Epsilon, value.Name).Deviation;
        if (value.Op is not Standardize standardize) return null;
        var (centered, deviation) = Find(
            builder, operands[0], standardize.Axes, standardize.Epsilon, operands[0].Name + "InverseDeviation");
        return builder.Multiply(centered, deviation, value.Name);
    });

    private static (Value Centered, Value Deviation) Find(
        ProgramBuilder builder, Value x, IReadOnlyList<int> axes, double epsilon, string name)
    {
        var centered = builder.Subtract(x, builder.Average(x, axes, x.Name + "Mean", keep: true), x.Name + "Centered");
        var variance = builder.Average(builder.Multiply(centered, centered, x.Name + "Squares"), axes, x.Name + "Variance", keep: true);
        return (centered, builder.Apply(new Rsqrt(), [builder.Shift(variance, epsilon, x.Name + "Variance")], name));
    }
}
