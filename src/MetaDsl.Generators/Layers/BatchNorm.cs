using System.Linq;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>Normalisation of each channel over the examples at hand: those adapted to, or those to be classified.</summary>
internal sealed record BatchNorm(double Epsilon, bool Affine) : Norm(Epsilon, Affine)
{
    public static LayerSpec Parse(LayerWord word) => new BatchNorm(word.Amount("Epsilon", 1e-5), word.Flag("Affine", true));

    public override Value Build(LayerScope scope, Value x, string name)
    {
        var axes = Enumerable.Range(0, x.Type.Rank).Where(axis => axis != 1);
        return Channels.Affine(scope, scope.Program.Standardize(x, axes, Epsilon, Standardized(name)), name, alongChannels: true);
    }
}
