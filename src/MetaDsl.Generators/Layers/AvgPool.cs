using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Layers;

/// <summary>The mean of each window, in which zeros of the padding count.</summary>
internal sealed record AvgPool(int Size, int? Stride, int Padding) : LayerSpec
{
    public override string Suffix => "Pooled";

    public static LayerSpec Parse(LayerWord word) =>
        new AvgPool(word.Size("size", "2"), word.Maybe("Stride", 1), word.Whole("Padding", 0, least: 0));

    public override Shape? Infer(Shape input, ShapeCheck check) => MaxPool.Infer(this, Size, Stride, Padding, input, check);

    public override Value Build(LayerScope scope, Value x, string name) =>
        scope.Program.AveragePool(x, Window.Of(x.Type.Rank - 2, Size, Stride, Padding), name);
}
