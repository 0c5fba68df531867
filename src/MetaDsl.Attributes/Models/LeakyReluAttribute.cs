using System;

namespace MetaDsl;

/// <summary>
/// The activation <c>x</c> above zero and <c>slope · x</c> below, applied to what the layer before it gives.
/// </summary>
/// <example><code>[Model, Input(1), Linear(40), LeakyRelu, Linear(1)]
/// public partial class SineNet;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class LeakyReluAttribute : LayerAttribute
{
    /// <summary>The slope below zero.</summary>
    public double Slope { get; set; } = 0.01;
}
