using System;

namespace MetaDsl;

/// <summary>
/// Gated recurrent units along a sequence, with the weights of PyTorch's <c>GRU</c> of one layer. Its cells are written out, so that both
/// its derivatives are plain tensor code.
/// </summary>
/// <param name="width">How many numbers its state has.</param>
/// <example><code>[Model, Input(10, 8), Gru(32), Classifier]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class GruAttribute(int width) : LayerAttribute
{
    public int Width { get; } = width;

    /// <summary>Whether the states after all elements are given, as a sequence; else the last alone.</summary>
    public bool Sequence { get; set; }
}
