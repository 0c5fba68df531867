using System;

namespace MetaDsl;

/// <summary>
/// The pixels of an image, or the instants of a signal, as a sequence whose features are the channels: <c>[64, 7, 7]</c> becomes
/// <c>[49, 64]</c>.
/// </summary>
/// <example><code>[Model, Input(1, 28, 28), Conv(64, Kernel = 4, Stride = 4, Padding = 0)]
/// [ToSequence, Attention(4), SequenceMean, Classifier]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ToSequenceAttribute : LayerAttribute;
