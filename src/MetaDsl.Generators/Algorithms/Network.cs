using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Algorithms;

/// <summary>A declared model as a builder of tensor programs, for one task.</summary>
internal sealed class Network
{
    private readonly Chain layers;
    private readonly Shape input;

    /// <param name="model">The declaration.</param>
    /// <param name="ways">The classes of a task, which a classifier distinguishes.</param>
    public Network(ModelSpec model, int ways = 1)
    {
        layers = (Chain)model.Network.For(ways);
        input = model.Input;
        var taken = new HashSet<string>();
        Parameters = [.. layers.Parameters(input).Select(parameter => parameter with { Property = Unique(Names.Pascal(parameter.Name), taken) })];
        Rows = [.. layers.Rows(input)];
    }

    /// <summary>What it learns, in the order of its layers.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Its layers with their shapes.</summary>
    public IReadOnlyList<LayerRow> Rows { get; }

    /// <summary>The prediction for examples, whose axis is the first.</summary>
    public Value Forward(ProgramBuilder program, IReadOnlyList<Value> weights, Value examples)
    {
        var byName = Parameters.Zip(weights, (parameter, weight) => (parameter.Name, weight)).ToDictionary(pair => pair.Name, pair => pair.weight);
        return layers.Build(new LayerScope(program, byName), examples, "prediction");
    }

    /// <summary>Examples of any number as the network takes them.</summary>
    public TensorType Examples(Dim count) => input.Of(count);

    // "block1.conv" and "block.1conv" are two in a checkpoint and one in C#.
    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var count = 2; !taken.Add(unique); count++) unique = name + Printing.CSharpLiteral.Of(count);
        return unique;
    }
}
