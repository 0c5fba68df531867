using System;

namespace MetaDsl;

/// <summary>Adds to each element of a sequence numbers that are learnt for its place, which attention alone would not know.</summary>
/// <example><code>[Model, Input(16, 8), Position, Attention(2), SequenceMean, Classifier]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class PositionAttribute : LayerAttribute;
