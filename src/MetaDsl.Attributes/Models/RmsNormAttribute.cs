using System;

namespace MetaDsl;

/// <summary>
/// The features, or those of each element of a sequence, divided by the root of their mean square, and a factor for each that is learnt.
/// </summary>
/// <example><code>[Model, Input(8), Linear(32), RmsNorm, Relu, Linear(1)]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class RmsNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance before the root is taken.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether a factor is learnt.</summary>
    public bool Affine { get; set; } = true;
}
