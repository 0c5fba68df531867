using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>Layers one after another: a whole model, or a model used as a block in another.</summary>
internal sealed record Chain(EquatableArray<LayerSpec> Layers) : LayerSpec
{
    public override bool BeginsStage => true;

    public override bool IsBlock => true;

    /// <summary>Whether this is the model itself, whose last value is its prediction.</summary>
    private bool IsWhole => Name.Length == 0;

    public override Shape? Infer(Shape input, ShapeCheck check)
    {
        Shape? shape = input;
        foreach (var layer in Layers)
        {
            shape = layer.Infer(shape, check);
            if (shape is null) return null;
        }

        return shape;
    }

    public override IEnumerable<Parameter> Parameters(Shape input) =>
        Along(input).SelectMany(step => step.Layer.Parameters(step.Input).Select(parameter => parameter.Under(step.Layer.Name)));

    public override IEnumerable<LayerRow> Rows(Shape input) =>
        Along(input).SelectMany(step => step.Layer.Rows(step.Input).Select(row => row.Layer == step.Layer ? row : row.Under(step.Layer.Name)));

    public override LayerSpec For(int ways) => this with { Layers = new(Layers.Select(layer => layer.For(ways))) };

    public override Value Build(LayerScope scope, Value x, string name)
    {
        // A block of one stage is that stage.
        var isOneStage = !IsWhole && Layers.Count(layer => layer.BeginsStage) <= 1;
        var stage = IsWhole ? "input" : isOneStage ? name : name + "Input";
        var isAfterBlock = false;
        for (var i = 0; i < Layers.Count; i++)
        {
            var layer = Layers[i];
            if (layer.BeginsStage && !isOneStage) stage = IsWhole ? layer.Name : name + Names.Pascal(layer.Name);
            if (layer.BeginsStage) isAfterBlock = layer.IsBlock;
            // A stage's last value bears its name, but a block's result is called as the block is, whatever follows it.
            var isLastOfStage = i + 1 < Layers.Count && Layers[i + 1].BeginsStage;
            var isStage = isAfterBlock ? layer.IsBlock : isLastOfStage;
            x = layer.Build(scope.Of(layer.Name), x, i + 1 == Layers.Count ? name : isStage ? stage : stage + layer.Suffix);
        }

        return x;
    }

    private IEnumerable<(LayerSpec Layer, Shape Input)> Along(Shape input)
    {
        foreach (var layer in Layers)
        {
            yield return (layer, input);
            input = layer.Infer(input, ShapeCheck.Passed)!;
        }
    }
}
