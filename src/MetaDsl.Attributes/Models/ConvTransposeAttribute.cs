using System;

namespace MetaDsl;

/// <summary>
/// A transposed convolution, which makes images or signals larger: its weight is channels by (<paramref name="filters"/> / groups) by
/// kernel (by kernel), as PyTorch keeps it. The side becomes
/// <c>(side - 1) · Stride - 2 · Padding + Dilation · (Kernel - 1) + OutputPadding + 1</c>.
/// </summary>
/// <param name="filters">How many channels the layer gives.</param>
/// <example><code>[Model, Input(8, 7, 7), ConvTranspose(4), Relu, Flatten, Linear(1)]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ConvTransposeAttribute(int filters) : WeightedLayerAttribute
{
    public int Filters { get; } = filters;

    /// <summary>The side of the window.</summary>
    public int Kernel { get; set; } = 2;

    /// <summary>How far the window moves at each step.</summary>
    public int Stride { get; set; } = 2;

    /// <summary>How much is taken away on each side.</summary>
    public int Padding { get; set; }

    /// <summary>How much is added on one side, below the stride.</summary>
    public int OutputPadding { get; set; }

    /// <summary>How far the elements of the window lie apart.</summary>
    public int Dilation { get; set; } = 1;

    /// <summary>How many groups of channels are seen apart from each other.</summary>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a bias is added to each filter.</summary>
    public bool Bias { get; set; } = true;
}
