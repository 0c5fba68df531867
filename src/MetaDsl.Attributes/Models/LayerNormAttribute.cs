using System;

namespace MetaDsl;

/// <summary>
/// Normalisation of each example over its features, of each element of a sequence over its own, and of an image over all its numbers, with
/// a factor and an addend for each that are learnt. It depends on no other example.
/// </summary>
/// <example><code>[Model, Input(8), Linear(32), LayerNorm, Relu, Linear(1)]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance before the root is taken.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether a factor and an addend are learnt.</summary>
    public bool Affine { get; set; } = true;
}
