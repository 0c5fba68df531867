namespace MetaDsl;

/// <summary>Turned copies of classes as classes of their own, as in Santoro et al. (2016) for Omniglot.</summary>
internal static class ClassRotations
{
    public const int Turns = 4;

    public static ClassSet Of(ClassSet set)
    {
        var (shape, size) = (set.Shape, (int)set.Shape.Elements);
        if (set.Rotations != 1) throw new InvalidOperationException("The set has its rotations already; rotate it once.");
        if (shape.Height != shape.Width || shape.IsVector)
        {
            throw new DataException(
                $"Examples of {shape} cannot be turned by 90°, because they are no square images; resize them to equal height and width.");
        }

        if (!set.IsOnDisk && set.ExampleCount * (long)size * Turns > Array.MaxLength)
        {
            throw new DataException(
                $"{Text.Count(set.ExampleCount)} examples of {shape} in four rotations are more than an array holds; resize them, or "
                + "rotate part of them.");
        }

        var counts = new int[set.ClassCount * Turns];
        for (var i = 0; i < counts.Length; i++) counts[i] = set.CountOf(i / Turns);
        var names = set.Names.SelectMany(name => Enumerable.Range(0, Turns).Select(turn => turn == 0 ? name : $"{name} ({90 * turn}°)"));
        var classes = new ClassNames([.. names], [.. set.Groups.SelectMany(group => Enumerable.Repeat(group, Turns))]);
        if (set.IsOnDisk) return set.Rotated(classes, counts);
        return set.IsBytes
            ? new ClassSet(shape, Turn(set, set.Bytes.Span), null, classes, counts, Turns) { Normalization = set.Normalization }
            : new ClassSet(shape, null, Turn(set, set.Floats.Span), classes, counts, Turns) { Normalization = set.Normalization };
    }

    /// <summary>Turns the channels of one square image counter-clockwise.</summary>
    public static void Turn<T>(ReadOnlySpan<T> from, Span<T> to, int side, int turns)
    {
        // How far apart in the source two neighbours of a turned row, and of a turned column, lie; and where its first pixel lies.
        var last = side - 1;
        var (start, right, down) = turns switch
        {
            0 => (0, 1, side),
            1 => (last, side, -1),
            2 => ((side * side) - 1, -1, -side),
            _ => (last * side, -side, 1),
        };
        for (var plane = 0; plane < from.Length; plane += side * side)
        {
            for (var y = 0; y < side; y++)
            {
                var source = plane + start + (y * down);
                var row = to.Slice(plane + (y * side), side);
                for (var x = 0; x < row.Length; x++) row[x] = from[source + (x * right)];
            }
        }
    }

    private static T[] Turn<T>(ClassSet set, ReadOnlySpan<T> examples)
    {
        var size = (int)set.Shape.Elements;
        var turned = GC.AllocateUninitializedArray<T>(examples.Length * Turns);
        for (var one = 0; one < set.ClassCount; one++)
        {
            var (first, count) = (set.Starts[one], set.CountOf(one));
            for (var turn = 0; turn < Turns; turn++)
            {
                for (var i = 0; i < count; i++)
                {
                    var to = (Turns * first) + (turn * count) + i;
                    Turn(examples.Slice((first + i) * size, size), turned.AsSpan(to * size, size), set.Shape.Height, turn);
                }
            }
        }

        return turned;
    }
}
