using System;

namespace MetaDsl;

/// <summary>
/// Normalisation of each channel by a mean and a variance over examples, and a factor and an addend for each channel that are learnt. Over
/// which examples, papers differ, and <see cref="Statistics"/> says: by default over those at hand, which for predictions are the queries
/// of the episode together.
/// </summary>
/// <example><code>[Block, Conv(64), BatchNorm(Statistics = NormStatistics.Support), Relu, MaxPool(2)]
/// public partial class ConvBlock;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class BatchNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance before the root is taken.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether a factor and an addend are learnt.</summary>
    public bool Affine { get; set; } = true;

    /// <summary>Whose mean and variance it takes.</summary>
    public NormStatistics Statistics { get; set; } = NormStatistics.Episode;
}
