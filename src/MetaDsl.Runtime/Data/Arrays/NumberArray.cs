namespace MetaDsl;

/// <summary>An array read from a file, in C order: bytes, or floats, or whole numbers, whichever its type in the file asks for.</summary>
internal sealed record NumberArray(string File, long[] Shape)
{
    /// <summary>The numbers of an array of bytes.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>Those of one of other numbers.</summary>
    public float[]? Floats { get; init; }

    /// <summary>Those of one that was read for its labels.</summary>
    public long[]? Labels { get; init; }

    /// <summary><c>[60000, 28, 28]</c></summary>
    public string ShapeText => TextOf(Shape);

    public static string TextOf(long[] shape) => $"[{string.Join(", ", shape.Select(Text.Plain))}]";

    public DataException Wrong(string reason, string wayOut) => new(File, "", reason, wayOut);
}
