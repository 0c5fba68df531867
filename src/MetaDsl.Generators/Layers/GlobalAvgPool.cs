using System.Linq;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>The mean of each channel over its plane.</summary>
internal sealed record GlobalAvgPool : LayerSpec
{
    public override string Suffix => "Pooled";

    public static LayerSpec Parse(LayerWord word) => new GlobalAvgPool();

    public override Shape? Infer(Shape input, ShapeCheck check) =>
        Sliding.Axes(this, input, check) is null ? null : Shape.Of(input.Sizes[0]);

    public override Value Build(LayerScope scope, Value x, string name) =>
        scope.Program.Average(x, Enumerable.Range(2, x.Type.Rank - 2), name);
}
