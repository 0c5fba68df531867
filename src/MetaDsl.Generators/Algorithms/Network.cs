using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Algorithms;

/// <summary>One weight tensor of a network: its name in a checkpoint, its property in generated code and its shape.</summary>
internal sealed record Parameter(string Name, string Property, TensorType Type, int FanIn)
{
    public bool IsBias => Type.Rank == 1;

    public int Count => Type.Dims.Aggregate(1, (count, dim) => count * dim.Count);
}

/// <summary>A declared model as a builder of tensor programs, for one task.</summary>
internal sealed class Network
{
    private readonly ModelSpec model;

    public Network(ModelSpec model)
    {
        this.model = model;
        var linears = model.Layers.Count(layer => layer.Kind == LayerKind.Linear);
        var parameters = new List<Parameter>();
        var names = new List<string>();
        var width = model.InputShape[0];
        foreach (var layer in model.Layers.Where(layer => layer.Kind == LayerKind.Linear))
        {
            // Layers have no names of their own: the last is the output, those before are hidden.
            var name = names.Count + 1 == linears ? "output" : "hidden" + (names.Count + 1);
            var property = char.ToUpperInvariant(name[0]) + name.Substring(1);
            names.Add(name);
            parameters.Add(new Parameter(name + ".weight", property + "Weight", TensorType.Of(layer.Width, width), width));
            parameters.Add(new Parameter(name + ".bias", property + "Bias", TensorType.Of(layer.Width), width));
            width = layer.Width;
        }

        Parameters = parameters;
        LayerNames = names;
    }

    public IReadOnlyList<Parameter> Parameters { get; }

    public IReadOnlyList<string> LayerNames { get; }

    /// <summary>The prediction for a matrix of examples, one a row.</summary>
    public Value Forward(ProgramBuilder program, IReadOnlyList<Value> weights, Value examples)
    {
        var value = examples;
        var linear = 0;
        for (var i = 0; i < model.Layers.Count; i++)
        {
            var layer = model.Layers[i];
            if (layer.Kind == LayerKind.Linear)
            {
                var isActivated = i + 1 < model.Layers.Count && model.Layers[i + 1].Kind != LayerKind.Linear;
                var name = i + 1 == model.Layers.Count ? "prediction" : LayerNames[linear] + (isActivated ? "Sum" : "");
                var product = program.MatMul(value, program.Transpose(weights[2 * linear]), name + "Product");
                value = program.Add(product, weights[(2 * linear) + 1], name);
                linear++;
            }
            else
            {
                var last = i + 1 == model.Layers.Count || model.Layers[i + 1].Kind == LayerKind.Linear;
                var name = i + 1 == model.Layers.Count ? "prediction" : (linear == 0 ? "input" : LayerNames[linear - 1]) + (last ? "" : layer.Kind);
                value = Activations.Apply(program, layer, value, name);
            }
        }

        return value;
    }
}
