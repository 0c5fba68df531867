using System;

namespace MetaDsl;

/// <summary>
/// A long short-term memory along a sequence, with the weights of PyTorch's <c>LSTM</c> of one layer: <c>weight_ih_l0</c>,
/// <c>weight_hh_l0</c>, <c>bias_ih_l0</c>, <c>bias_hh_l0</c>. Its cells are written out, so that both its derivatives are plain tensor
/// code.
/// </summary>
/// <param name="width">How many numbers its state has.</param>
/// <example><code>[Model, Input(10, 8), Lstm(32), Classifier]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class LstmAttribute(int width) : LayerAttribute
{
    public int Width { get; } = width;

    /// <summary>Whether the states after all elements are given, as a sequence; else the last alone.</summary>
    public bool Sequence { get; set; }
}
