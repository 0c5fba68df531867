using System.Collections.Generic;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>Where a layer computes: the program, the weights under the layer's name, and the pass through the network.</summary>
internal sealed class LayerScope(ProgramBuilder program, IReadOnlyDictionary<string, Value> weights, NetworkPass pass, string path = "")
{
    public ProgramBuilder Program => program;

    public NetworkPass Pass => pass;

    /// <summary>The layer's name with those around it.</summary>
    public string Path => path.TrimEnd('.');

    public Value Weight(string name) => weights[path + name];

    public bool Has(string name) => weights.ContainsKey(path + name);

    /// <summary>The same for a layer of that name in this one.</summary>
    public LayerScope Of(string name) => name.Length == 0 ? this : new(program, weights, pass, path + name + ".");
}
