namespace MetaDsl;

/// <summary>What one image may take, whatever its header claims.</summary>
internal static class ImageBounds
{
    /// <summary>An image of 8192 x 8192.</summary>
    public const int MostPixels = 1 << 26;

    /// <summary>Scaling a longer line down would take more weights than pixels are worth.</summary>
    public const int LongestSide = 1 << 15;

    public static void Check(string name, long position, long width, long height)
    {
        if (width <= 0 || height <= 0)
            throw Wrong(name, position, $"its header claims {width} x {height} pixels", "the file is damaged; get it again");
        if (width > LongestSide || height > LongestSide || width * height > MostPixels)
        {
            throw Wrong(
                name,
                position,
                $"its header claims {Text.Count(width)} x {Text.Count(height)} pixels, but at most {Text.Count(MostPixels)} are read, and "
                + $"{Text.Count(LongestSide)} on a side",
                "scale it down, or get it again if it is no such image");
        }
    }

    public static DataException Wrong(string name, long position, string reason, string wayOut, Exception? inner = null) =>
        new(name, $"byte {Text.Count(position)}", reason, wayOut, inner);
}
