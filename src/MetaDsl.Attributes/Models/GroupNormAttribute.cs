using System;

namespace MetaDsl;

/// <summary>
/// Normalisation of each example over groups of its channels, with a factor and an addend for each channel that are learnt. It depends on
/// no other example.
/// </summary>
/// <param name="groups">How many groups; a divisor of the channels.</param>
/// <example><code>[Block, Conv(64), GroupNorm(8), Relu, MaxPool(2)]
/// public partial class ConvBlock;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class GroupNormAttribute(int groups) : LayerAttribute
{
    public int Groups { get; } = groups;

    /// <summary>Added to the variance before the root is taken.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether a factor and an addend are learnt.</summary>
    public bool Affine { get; set; } = true;
}
