namespace MetaDsl;

/// <summary>Reads arrays as NumPy saves them.</summary>
internal static class NpyReader
{
    /// <summary>
    /// The numbers of an array, which are read as they are asked for if they lie in C's order, and all at once in Fortran's.
    /// </summary>
    public static ArrayStream Open(ByteInput input, Reading reading)
    {
        var header = NpyHeader.Read(input);
        if (!header.IsFortran || header.Shape.Length < 2) return new ArrayStream(input, header.Shape, header.Type, reading);
        using (input) return new ArrayStream(Read(input, header, false, reading));
    }

    public static NumberArray ReadLabels(ByteInput input, Reading reading) => Read(input, NpyHeader.Read(input), true, reading);

    private static NumberArray Read(ByteInput input, NpyHeader header, bool asLabels, Reading reading)
    {
        var array = ArrayReader.Read(
            input, header.IsFortran ? [.. header.Shape.Reverse()] : header.Shape, header.Type, asLabels, reading);
        if (!header.IsFortran || header.Shape.Length < 2) return array;
        return array with
        {
            Shape = header.Shape,
            Bytes = Transpose(array.Bytes, header.Shape),
            Floats = Transpose(array.Floats, header.Shape),
            Labels = Transpose(array.Labels, header.Shape),
        };
    }

    /// <summary>From Fortran's order, in which the first axis is the fastest, to C's, in which it is the slowest.</summary>
    private static T[]? Transpose<T>(T[]? numbers, long[] shape)
    {
        if (numbers is null) return null;
        var transposed = GC.AllocateUninitializedArray<T>(numbers.Length);
        var index = new long[shape.Length];
        var steps = new long[shape.Length];
        for (var axis = 0; axis < shape.Length; axis++) steps[axis] = axis == 0 ? 1 : steps[axis - 1] * shape[axis - 1];
        var from = 0L;
        for (var to = 0; to < transposed.Length; to++)
        {
            transposed[to] = numbers[from];
            for (var axis = shape.Length - 1; axis >= 0; axis--)
            {
                from += steps[axis];
                if (++index[axis] < shape[axis]) break;
                from -= steps[axis] * shape[axis];
                index[axis] = 0;
            }
        }

        return transposed;
    }
}
