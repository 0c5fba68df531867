using System;

namespace MetaDsl;

/// <summary>
/// The activation <c>x</c> above zero and <c>scale · (exp(x) - 1)</c> below, applied to what the layer before it gives.
/// </summary>
/// <example><code>[Model, Input(1), Linear(40), Elu, Linear(1)]
/// public partial class SineNet;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class EluAttribute : LayerAttribute
{
    /// <summary>How far below zero the activation can go.</summary>
    public double Scale { get; set; } = 1;
}
