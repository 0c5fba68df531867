namespace MetaDsl;

/// <summary>Reads IDX files, the format of MNIST: two zeros, a type, the number of axes, their sizes, the numbers; big-endian.</summary>
internal static class IdxReader
{
    private const string OtherFile = "name an IDX file, as MNIST is published in, plain or gzipped";

    /// <summary>The numbers of an array, which are read as they are asked for.</summary>
    public static ArrayStream Open(ByteInput input, Reading reading)
    {
        var (shape, type) = ReadHeader(input);
        return new ArrayStream(input, shape, type, reading);
    }

    public static NumberArray ReadLabels(ByteInput input, Reading reading)
    {
        var (shape, type) = ReadHeader(input);
        return ArrayReader.Read(input, shape, type, true, reading);
    }

    private static (long[] Shape, ElementType Type) ReadHeader(ByteInput input)
    {
        var magic = input.ReadUInt32BigEndian("its header");
        var (type, axes) = ((int)(magic >> 8), (int)(magic & 0xFF));
        if (type > 0xFF) throw input.WrongAt(0, $"it starts with {magic:x8}, and an IDX file with 0000", OtherFile);
        var element = type switch
        {
            0x08 => new ElementType(NumberKind.Unsigned, 1, true),
            0x09 => new ElementType(NumberKind.Signed, 1, true),
            0x0B => new ElementType(NumberKind.Signed, 2, true),
            0x0C => new ElementType(NumberKind.Signed, 4, true),
            0x0D => new ElementType(NumberKind.Float, 4, true),
            0x0E => new ElementType(NumberKind.Float, 8, true),
            _ => throw input.WrongAt(2, $"there is no IDX type {type:x2}", OtherFile),
        };
        if (axes is 0 or > 4) throw input.WrongAt(3, $"it has {axes} axes, but 1 to 4 are read", OtherFile);
        var shape = new long[axes];
        for (var axis = 0; axis < axes; axis++) shape[axis] = input.ReadUInt32BigEndian("its header");
        return (shape, element);
    }
}
