using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
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

    // Repeated blocks within repeated blocks soon are more than an int counts.
    public override int LayerCount { get; } = Shape.Size(Layers.Sum(layer => (long)layer.LayerCount));

    public override LayerSpec? Classes => Layers.Select(layer => layer.Classes).FirstOrDefault(classes => classes is not null);

    public override Shape? Infer(Shape input, ShapeCheck check)
    {
        if (!HasClassifierLast(check)) return null;
        var shape = input;
        foreach (var layer in Layers)
        {
            if (layer.Infer(shape, check) is not { } next) return null;
            if (next.IsTooLarge)
            {
                check.Add(ShapeRules.TooLargeExample, layer, "", next);
                return null;
            }

            shape = next;
        }

        return shape;
    }

    public override IEnumerable<Parameter> Parameters(Shape input) =>
        Along(input).SelectMany(step => step.Layer.Parameters(step.Input).Select(parameter => parameter.Under(step.Layer.Name)));

    public override IEnumerable<LayerRow> Rows(Shape input) =>
        Along(input).SelectMany(step =>
            step.Layer.Rows(step.Input).Select(row => row.Layer == step.Layer ? row : row.Under(step.Layer.Name)));

    public override LayerSpec For(SettingSpec setting) => this with { Layers = new(Layers.Select(layer => layer.For(setting))) };

    public override Value Build(LayerScope scope, Value x, string name)
    {
        var layers = InOrder();
        // A block of one stage is that stage.
        var isOneStage = !IsWhole && Layers.Count(layer => layer.BeginsStage) <= 1;
        var stage = IsWhole ? "input" : isOneStage ? name : name + "Input";
        var isAfterBlock = false;
        for (var i = 0; i < layers.Length; i++)
        {
            var layer = layers[i];
            if (layer.BeginsStage && !isOneStage) stage = IsWhole ? layer.Name : name + Names.Pascal(layer.Name);
            if (layer.BeginsStage) isAfterBlock = layer.IsBlock;
            // A stage's last value bears its name, but a block's result is called as the block is, whatever follows it.
            var isLastOfStage = i + 1 < layers.Length && layers[i + 1].BeginsStage;
            var isStage = isAfterBlock ? layer.IsBlock : isLastOfStage;
            x = layer.Build(scope.Of(layer.Name), x, i + 1 == layers.Length ? name : isStage ? stage : stage + layer.Suffix);
        }

        return x;
    }

    private bool HasClassifierLast(ShapeCheck check)
    {
        for (var i = 0; i < Layers.Count; i++)
        {
            if (Layers[i].Classes is not { } classes) continue;
            if (Layers.Skip(i + 1).FirstOrDefault(layer => layer is not (Activation or Softmax)) is not { } next) continue;
            check.Add(ModelRules.ClassifierNotLast, classes, "", next);
            return false;
        }

        return true;
    }

    // What rises is computed behind the pooling: of a quarter of the numbers, and with the same result.
    private LayerSpec[] InOrder()
    {
        var layers = Layers.ToArray();
        for (var i = 0; i + 1 < layers.Length; i++)
        {
            if (layers[i].IsRising && layers[i + 1] is MaxPool) (layers[i], layers[i + 1]) = (layers[i + 1], layers[i]);
        }

        return layers;
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
