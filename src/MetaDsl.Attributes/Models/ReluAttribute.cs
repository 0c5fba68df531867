using System;

namespace MetaDsl;

/// <summary>
/// The activation <c>max(x, 0)</c>, applied to what the layer before it gives.
/// </summary>
/// <example><code>[Model, Input(1), Linear(40), Relu, Linear(1)]
/// public partial class SineNet;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ReluAttribute : LayerAttribute;
