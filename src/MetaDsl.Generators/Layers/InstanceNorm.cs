using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>Normalisation of each channel of each example over its plane.</summary>
internal sealed record InstanceNorm(double Epsilon, bool Affine) : Norm(Epsilon, Affine)
{
    public static LayerSpec Parse(LayerWord word) => new InstanceNorm(word.Amount("Epsilon", 1e-5), word.Flag("Affine", false));

    public override Shape? Infer(Shape input, ShapeCheck check) => Sliding.Axes(this, input, check) is null ? null : input;

    public override Value Build(LayerScope scope, Value x, string name) => Channels.Affine(
        scope, GroupNorm.Standardize(scope.Program, x, x.Type.Dims[1].Count, Epsilon, Standardized(name)), name, alongChannels: true);
}
