using System;

namespace MetaDsl;

/// <summary>
/// A fully connected layer, <c>x Wᵀ + b</c>: generates a weight of <paramref name="width"/> by (width before) numbers, as PyTorch keeps it,
/// and a bias of <paramref name="width"/> numbers, both learnt. Of a sequence it is applied to each element.
/// </summary>
/// <param name="width">How many numbers the layer gives, from 1.</param>
/// <example><code>[Model, Input(1), Linear(40), Relu, Linear(1)]
/// public partial class SineNet;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class LinearAttribute(int width) : WeightedLayerAttribute
{
    public int Width { get; } = width;

    /// <summary>Whether a bias is added.</summary>
    public bool Bias { get; set; } = true;
}
