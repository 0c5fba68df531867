using System;

namespace MetaDsl;

/// <summary>
/// The mean of each window of an image or a signal, in which zeros of the padding count. Pixels at the end that fill no window are left
/// out.
/// </summary>
/// <param name="size">The side of the window.</param>
/// <example><code>[Block, Conv(64), Relu, AvgPool(2)]
/// public partial class ConvBlock;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class AvgPoolAttribute(int size) : LayerAttribute
{
    public int Size { get; } = size;

    /// <summary>How far the window moves at each step; where it is not said, its side, so that windows lie beside each other.</summary>
    public int Stride { get; set; }

    /// <summary>How many pixels are put on each side, at most half the window.</summary>
    public int Padding { get; set; }
}
