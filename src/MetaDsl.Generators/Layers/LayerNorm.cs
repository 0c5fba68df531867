using System.Linq;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>
/// Normalisation of each example over its features, of each element of a sequence over its own, of an image over all its numbers.
/// </summary>
internal sealed record LayerNorm(double Epsilon, bool Affine) : Norm(Epsilon, Affine)
{
    public static LayerSpec Parse(LayerWord word) => new LayerNorm(word.Amount("Epsilon", 1e-5), word.Flag("Affine", true));

    public override Value Build(LayerScope scope, Value x, string name)
    {
        var axes = Enumerable.Range(0, x.Type.Rank).Skip(First(x.Type.Rank - 1) + 1);
        return Channels.Affine(scope, scope.Program.Standardize(x, axes, Epsilon, Standardized(name)), name, alongChannels: false);
    }

    protected override TensorType Each(Shape input) => TensorType.Of([.. input.Sizes.Skip(First(input.Rank))]);

    // The first axis of an example that is normalised over.
    private static int First(int rank) => rank == 2 ? 1 : 0;
}
