using System.Buffers.Binary;

namespace MetaDsl;

/// <summary>The IHDR chunk of a PNG: what its pixels are.</summary>
internal readonly record struct PngHeader(int Width, int Height, int Depth, PngColor Color, bool IsInterlaced)
{
    public const int Length = 13;

    /// <summary>Samples of a pixel as stored.</summary>
    public int Samples => Color switch { PngColor.Rgb => 3, PngColor.GreyAlpha => 2, PngColor.Rgba => 4, _ => 1 };

    /// <summary>From a byte to the one that predicts it.</summary>
    public int FilterDistance => Math.Max(1, Samples * Depth / 8);

    /// <summary>The bytes of a row of so many pixels, without the filter's byte.</summary>
    public int RowBytes(int width) => (int)((((long)width * Samples * Depth) + 7) / 8);

    public static PngHeader Parse(string name, int position, ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length != Length)
            throw Damaged(name, position, $"the IHDR chunk has {chunk.Length} bytes instead of {Length}");
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(chunk), BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]));
        ImageBounds.Check(name, position, width, height);
        var (depth, color) = (chunk[8], (PngColor)chunk[9]);
        var isKnown = color switch
        {
            PngColor.Grey => depth is 1 or 2 or 4 or 8 or 16,
            PngColor.Palette => depth is 1 or 2 or 4 or 8,
            PngColor.Rgb or PngColor.GreyAlpha or PngColor.Rgba => depth is 8 or 16,
            _ => false,
        };
        if (!isKnown) throw Damaged(name, position + 8, $"there is no PNG of colour type {chunk[9]} with {depth} bits");
        if (chunk[10] != 0) throw Damaged(name, position + 10, $"compression method {chunk[10]} is unknown");
        if (chunk[11] != 0) throw Damaged(name, position + 11, $"filter method {chunk[11]} is unknown");
        if (chunk[12] > 1) throw Damaged(name, position + 12, $"interlace method {chunk[12]} is unknown");
        return new PngHeader((int)width, (int)height, depth, color, chunk[12] == 1);
    }

    private static DataException Damaged(string name, int position, string reason) =>
        ImageBounds.Wrong(name, position, reason, "the file is damaged; get it again");
}

/// <summary>The colour types of PNG, by their numbers there.</summary>
internal enum PngColor : byte
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    Rgba = 6,
}
