using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Layers;

/// <summary>The largest number of each window.</summary>
internal sealed record MaxPool(int Size, int? Stride, int Padding) : LayerSpec
{
    public override string Suffix => "Pooled";

    public static LayerSpec Parse(LayerWord word) =>
        new MaxPool(word.Size("size", "2"), word.Maybe("Stride", 1), word.Whole("Padding", 0, least: 0));

    public override Shape? Infer(Shape input, ShapeCheck check) => Infer(this, Size, Stride, Padding, input, check);

    public override Value Build(LayerScope scope, Value x, string name) =>
        scope.Program.MaxPool(x, Window.Of(x.Type.Rank - 2, Size, Stride, Padding), name);

    /// <summary>The shape after pooling of any kind.</summary>
    public static Shape? Infer(LayerSpec layer, int size, int? stride, int padding, Shape input, ShapeCheck check)
    {
        if (Sliding.Axes(layer, input, check) is not { } axes) return null;
        if (2 * padding > size)
        {
            check.Add(ShapeRules.PoolOfPadding, layer, "Padding", padding, size);
            return null;
        }

        var window = Window.Of(axes, size, stride, padding);
        return Sliding.Over(layer, window, input, stride is null ? ShapeCheck.Errors(check) : check, "size") is { } sizes
            ? Shape.Of([input.Sizes[0], .. sizes])
            : null;
    }
}
