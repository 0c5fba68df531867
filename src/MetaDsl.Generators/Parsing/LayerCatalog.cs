using System;
using System.Collections.Generic;
using MetaDsl.Generators.Layers;

namespace MetaDsl.Generators.Parsing;

/// <summary>The words that are layers, each with its reader.</summary>
internal static class LayerCatalog
{
    private static readonly Dictionary<string, Func<LayerWord, LayerSpec>> Layers = new()
    {
        ["Attention"] = Attention.Parse,
        ["AvgPool"] = AvgPool.Parse,
        ["BatchNorm"] = BatchNorm.Parse,
        ["Classifier"] = Classifier.Parse,
        ["Conv"] = Conv.Parse,
        ["ConvTranspose"] = ConvTranspose.Parse,
        ["Dropout"] = Dropout.Parse,
        ["Elu"] = Elu.Parse,
        ["Embedding"] = Embedding.Parse,
        ["Flatten"] = Flatten.Parse,
        ["Gelu"] = Gelu.Parse,
        ["GlobalAvgPool"] = GlobalAvgPool.Parse,
        ["GroupNorm"] = GroupNorm.Parse,
        ["Gru"] = Gru.Parse,
        ["InstanceNorm"] = InstanceNorm.Parse,
        ["LayerNorm"] = LayerNorm.Parse,
        ["LeakyRelu"] = LeakyRelu.Parse,
        ["Linear"] = Linear.Parse,
        ["Lstm"] = Lstm.Parse,
        ["MaxPool"] = MaxPool.Parse,
        ["Parallel"] = Parallel.Parse,
        ["Position"] = Position.Parse,
        ["Relu"] = Relu.Parse,
        ["Reshape"] = Reshape.Parse,
        ["Residual"] = Residual.Parse,
        ["RmsNorm"] = RmsNorm.Parse,
        ["SequenceMean"] = SequenceMean.Parse,
        ["Sigmoid"] = Sigmoid.Parse,
        ["Silu"] = Silu.Parse,
        ["Softmax"] = Softmax.Parse,
        ["Softplus"] = Softplus.Parse,
        ["Tanh"] = Tanh.Parse,
        ["ToSequence"] = ToSequence.Parse,
    };

    public static IEnumerable<string> Names => Layers.Keys;

    public static bool IsLayer(string word) => word is "Repeat" or "Use" || Layers.ContainsKey(word);

    /// <summary>The layers that a word stands for: one, but for a repeated block.</summary>
    public static IEnumerable<LayerSpec> Parse(LayerWord word) =>
        word.Name is "Repeat" or "Use" ? Repeat.Parse(word) : [Layers[word.Name](word)];
}
