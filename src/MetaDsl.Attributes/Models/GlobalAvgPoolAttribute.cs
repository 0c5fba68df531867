using System;

namespace MetaDsl;

/// <summary>The mean of each channel of an image or a signal: <c>[64, 5, 5]</c> becomes <c>[64]</c>.</summary>
/// <example><code>[Model, Input(3, 32, 32), Conv(64), Relu, GlobalAvgPool, Classifier]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class GlobalAvgPoolAttribute : LayerAttribute;
