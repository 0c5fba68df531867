using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>
/// The shape of one example: <c>[features]</c>, <c>[length, features]</c>, <c>[channels, length]</c> or <c>[channels, height, width]</c>.
/// </summary>
internal sealed record Shape(EquatableArray<int> Sizes)
{
    public int Rank => Sizes.Count;

    public int Last => Sizes[Sizes.Count - 1];

    public long Elements => Product(Sizes.Select(size => (long)size));

    /// <summary>Whether an example has more numbers than an int can count, as generated code does.</summary>
    public bool IsTooLarge => Elements >= int.MaxValue;

    public static Shape Of(params IEnumerable<int> sizes) => new(new EquatableArray<int>(sizes));

    /// <summary>A size that may be beyond what an int holds: then the shape is too large anyway.</summary>
    public static int Size(long size) => (int)Math.Min(size, int.MaxValue);

    /// <summary>A product that is right up to the largest int, and above that no smaller.</summary>
    public static long Product(IEnumerable<long> sizes) =>
        sizes.Aggregate(1L, (product, size) => product > int.MaxValue ? product : product * size);

    /// <summary>The type of any number of examples of this shape.</summary>
    public TensorType Of(Dim examples) => TensorType.Of([examples, .. Sizes.Select(size => new Dim(size))]);

    public override string ToString() => $"[{string.Join(", ", Sizes)}]";
}
