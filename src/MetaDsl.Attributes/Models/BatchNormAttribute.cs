using System;

namespace MetaDsl;

/// <summary>
/// Normalisation of each channel by the mean and variance of the examples at hand, and a factor and an addend for each channel that are
/// learnt. Adapting, those are the support examples; predicting, the queries of the episode together, which is what most papers on MAML
/// report (transductive): a prediction then depends on the other queries beside it.
/// </summary>
/// <example><code>[Block, Conv(64), BatchNorm, Relu, MaxPool(2)]
/// public partial class ConvBlock;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class BatchNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance before the root is taken.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether a factor and an addend are learnt.</summary>
    public bool Affine { get; set; } = true;
}
