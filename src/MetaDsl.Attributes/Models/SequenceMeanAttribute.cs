using System;

namespace MetaDsl;

/// <summary>The mean of a sequence over its length: <c>[49, 64]</c> becomes <c>[64]</c>.</summary>
/// <example><code>[Model, Input(16, 8), Attention(2), SequenceMean, Classifier]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class SequenceMeanAttribute : LayerAttribute;
