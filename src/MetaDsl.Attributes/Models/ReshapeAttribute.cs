using System;

namespace MetaDsl;

/// <summary>Gives the numbers of an example another shape.</summary>
/// <param name="shape">The new sizes, whose product must be that of the old.</param>
/// <example><code>[Model, Input(784), Reshape(1, 28, 28), Conv(8, Kernel = 3), Relu, Flatten, Linear(1)]
/// public partial class FromRows;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ReshapeAttribute(params int[] shape) : LayerAttribute
{
    public int[] Shape { get; } = shape;
}
