using System;

namespace MetaDsl;

/// <summary>
/// The activation <c>x Φ(x)</c>, with the normal distribution's Φ, applied to what the layer before it gives.
/// </summary>
/// <example><code>[Model, Input(1), Linear(40), Gelu, Linear(1)]
/// public partial class SineNet;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class GeluAttribute : LayerAttribute;
