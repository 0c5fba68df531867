using System;

namespace MetaDsl;

/// <summary>Normalisation of each channel of each example over its plane.</summary>
/// <example><code>[Block, Conv(64), InstanceNorm, Relu, MaxPool(2)]
/// public partial class ConvBlock;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class InstanceNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance before the root is taken.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether a factor and an addend are learnt; as in PyTorch, not unless it is said.</summary>
    public bool Affine { get; set; }
}
