using System;

namespace MetaDsl;

/// <summary>
/// Lays the axes of an example in a row, as a linear layer needs after convolutions: <c>[64, 3, 3]</c> becomes <c>[576]</c>.
/// </summary>
/// <example><code>[Model, Input(1, 28, 28), Flatten, Linear(1)]
/// public partial class PixelSum;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class FlattenAttribute : LayerAttribute
{
    /// <summary>The first axis that is laid in a row with those after it, counted from 0.</summary>
    public int From { get; set; }
}
