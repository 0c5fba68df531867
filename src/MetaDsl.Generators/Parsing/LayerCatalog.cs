using System;
using System.Collections.Generic;
using MetaDsl.Generators.Layers;

namespace MetaDsl.Generators.Parsing;

/// <summary>The words that are layers, each with its reader.</summary>
internal static class LayerCatalog
{
    private static readonly Dictionary<string, Func<LayerWord, LayerSpec>> Layers = new()
    {
        ["Classifier"] = Classifier.Parse,
        ["Elu"] = Elu.Parse,
        ["Flatten"] = Flatten.Parse,
        ["Gelu"] = Gelu.Parse,
        ["LeakyRelu"] = LeakyRelu.Parse,
        ["Linear"] = Linear.Parse,
        ["Parallel"] = Parallel.Parse,
        ["Relu"] = Relu.Parse,
        ["Reshape"] = Reshape.Parse,
        ["Residual"] = Residual.Parse,
        ["Sigmoid"] = Sigmoid.Parse,
        ["Silu"] = Silu.Parse,
        ["Softplus"] = Softplus.Parse,
        ["Tanh"] = Tanh.Parse,
    };

    public static IEnumerable<string> Names => Layers.Keys;

    public static bool IsLayer(string word) => word is "Repeat" or "Use" || Layers.ContainsKey(word);

    /// <summary>The layers that a word stands for: one, but for a repeated block.</summary>
    public static IEnumerable<LayerSpec> Parse(LayerWord word) => word.Name is "Repeat" or "Use" ? Repeat.Parse(word) : [Layers[word.Name](word)];
}
