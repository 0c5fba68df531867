using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>The shape of one example: <c>[features]</c>, <c>[length, features]</c>, <c>[channels, length]</c> or <c>[channels, height, width]</c>.</summary>
internal sealed record Shape(EquatableArray<int> Sizes)
{
    public int Rank => Sizes.Count;

    public int Last => Sizes[Sizes.Count - 1];

    public long Elements => Sizes.Aggregate(1L, (product, size) => product * size);

    public static Shape Of(params IEnumerable<int> sizes) => new(new EquatableArray<int>(sizes));

    /// <summary>The type of any number of examples of this shape.</summary>
    public TensorType Of(Dim examples) => TensorType.Of([examples, .. Sizes.Select(size => new Dim(size))]);

    public override string ToString() => $"[{string.Join(", ", Sizes)}]";
}
