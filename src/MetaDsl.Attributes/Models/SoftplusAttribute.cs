using System;

namespace MetaDsl;

/// <summary>
/// The activation <c>log(1 + exp(x))</c>, applied to what the layer before it gives.
/// </summary>
/// <example><code>[Model, Input(1), Linear(40), Softplus, Linear(1)]
/// public partial class SineNet;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class SoftplusAttribute : LayerAttribute;
