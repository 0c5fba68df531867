using System;

namespace MetaDsl;

/// <summary>
/// A fully connected layer, <c>x Wᵀ + b</c>: generates a weight of <paramref name="width"/> by (width before) numbers, as PyTorch keeps it,
/// and a bias of <paramref name="width"/> numbers, both learnt.
/// </summary>
/// <param name="width">How many numbers the layer gives, from 1.</param>
/// <example><code>[Model, Input(1), Linear(40), Relu, Linear(1)]
/// public partial class SineNet;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LinearAttribute(int width) : Attribute
{
    public int Width { get; } = width;
}
