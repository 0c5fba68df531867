using System;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the outer optimiser: its state and the step that applies a meta-gradient to all weights at once.</summary>
internal static class OptimizerPrinter
{
    /// <summary>The names of the tensors that the optimiser keeps beside the weights.</summary>
    public static string[] State(OuterLoopSpec outer) => outer.Optimizer switch
    {
        OptimizerKind.Sgd => outer.Momentum > 0 ? ["velocity"] : [],
        OptimizerKind.Adam or OptimizerKind.AdamW => ["firstMoment", "secondMoment"],
        _ => throw new ArgumentOutOfRangeException(nameof(outer), outer.Optimizer, "not an optimiser"),
    };

    public static void WriteConstants(SourceWriter writer, OuterLoopSpec outer)
    {
        switch (outer.Optimizer)
        {
            case OptimizerKind.Sgd when outer.Momentum > 0:
                writer.Lines($"private static readonly Scalar Momentum = {CSharpLiteral.Of(outer.Momentum)};");
                break;
            case OptimizerKind.Adam or OptimizerKind.AdamW:
                writer.Lines(
                    """
                    private const double Beta1 = 0.9;
                    private const double Beta2 = 0.999;
                    private static readonly Scalar KeptOfFirst = Beta1;
                    private static readonly Scalar NewOfFirst = 1 - Beta1;
                    private static readonly Scalar KeptOfSecond = Beta2;
                    private static readonly Scalar NewOfSecond = 1 - Beta2;
                    private static readonly Scalar Epsilon = 1e-8;
                    """);
                break;
        }

        if (outer.WeightDecay > 0 && outer.Optimizer != OptimizerKind.AdamW)
        {
            writer.Lines($"private static readonly Scalar WeightDecay = {CSharpLiteral.Of(outer.WeightDecay)};");
        }
    }

    public static void WriteStep(SourceWriter writer, OuterLoopSpec outer)
    {
        writer.Lines($"/// <summary>One step of {Name(outer)} on all weights at once.</summary>");
        writer.Block("private void ApplyMetaGradient(Tensor gradient, double learningRate)", () =>
        {
            if (outer.ClipNorm > 0) writer.Lines("Clip(gradient);");
            if (outer.WeightDecay > 0 && outer.Optimizer != OptimizerKind.AdamW) writer.Lines("gradient.add_(parameters, WeightDecay);");
            writer.Lines(outer.Optimizer switch
            {
                OptimizerKind.Sgd when outer.Momentum > 0 =>
                    """
                    // v = momentum · v + gradient
                    velocity.mul_(Momentum);
                    velocity.add_(gradient);
                    using Scalar step = -learningRate;
                    parameters.add_(velocity, step);
                    """,
                OptimizerKind.Sgd =>
                    """
                    using Scalar step = -learningRate;
                    parameters.add_(gradient, step);
                    """,
                _ => Decay(outer) +
                    """
                    // m = 0.9 m + 0.1 g,  v = 0.999 v + 0.001 g²
                    firstMoment.mul_(KeptOfFirst);
                    firstMoment.add_(gradient, NewOfFirst);
                    secondMoment.mul_(KeptOfSecond);
                    secondMoment.addcmul_(gradient, gradient, NewOfSecond);
                    // Both started at zero: divided by 1 - βᵗ they are means.
                    using Scalar correction = 1 / Math.Sqrt(1 - Math.Pow(Beta2, iteration + 1));
                    using Scalar step = -learningRate / (1 - Math.Pow(Beta1, iteration + 1));
                    using var denominator = secondMoment.sqrt();
                    denominator.mul_(correction);
                    denominator.add_(Epsilon);
                    parameters.addcdiv_(firstMoment, denominator, step);
                    """,
            });
        });
        if (outer.ClipNorm > 0) WriteClip(writer, outer);
    }

    private static string Name(OuterLoopSpec outer) => outer.Optimizer switch
    {
        OptimizerKind.Sgd => "stochastic gradient descent",
        OptimizerKind.Adam => "Adam",
        _ => "AdamW",
    };

    private static string Decay(OuterLoopSpec outer) => outer.Optimizer == OptimizerKind.AdamW && outer.WeightDecay > 0
        ? "// Decoupled weight decay.\n"
            + $"using Scalar kept = 1 - (learningRate * {CSharpLiteral.Of(outer.WeightDecay)});\nparameters.mul_(kept);\n"
        : "";

    private static void WriteClip(SourceWriter writer, OuterLoopSpec outer) => writer.Blank().Lines(
        $$"""
        /// <summary>Scales a gradient longer than {{CSharpLiteral.Of(outer.ClipNorm)}} down to that length.</summary>
        private static void Clip(Tensor gradient)
        {
            using var norm = gradient.norm();
            var length = norm.ToDouble();
            if (length <= {{CSharpLiteral.Of(outer.ClipNorm)}}) return;
            using Scalar shrink = {{CSharpLiteral.Of(outer.ClipNorm)}} / length;
            gradient.mul_(shrink);
        }
        """);
}
