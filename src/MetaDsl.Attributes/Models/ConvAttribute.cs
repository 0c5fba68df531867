using System;

namespace MetaDsl;

/// <summary>
/// A convolution, of an image <c>[channels, height, width]</c> or a signal <c>[channels, length]</c>: generates a weight of
/// <paramref name="filters"/> by (channels / groups) by kernel (by kernel), as PyTorch keeps it, and a bias for each filter.
/// </summary>
/// <param name="filters">How many channels the layer gives.</param>
/// <example><code>[Model, Input(1, 28, 28), Conv(8, Kernel = 3, Stride = 2), Relu, Flatten, Classifier]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ConvAttribute(int filters) : WeightedLayerAttribute
{
    public int Filters { get; } = filters;

    /// <summary>The side of the window.</summary>
    public int Kernel { get; set; } = 3;

    /// <summary>How far the window moves at each step.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>
    /// Zeros put on each side; where it is not said, <c>Dilation · (Kernel - 1) / 2</c>, which keeps the size for an odd kernel and a
    /// stride of one.
    /// </summary>
    public int Padding { get; set; }

    /// <summary>How far the elements of the window lie apart.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>How many groups of channels are seen apart from each other.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a bias is added to each filter.</summary>
    public bool Bias { get; set; } = true;
}
