using System.Buffers.Binary;

namespace MetaDsl;

/// <summary>Turns the samples of a PNG's rows, of any depth, with palettes and transparent colours, into channels of 8 bits.</summary>
internal readonly ref struct PngExpander
{
    /// <summary>The eight pixels of each byte of black and white, the first one low.</summary>
    private static readonly ulong[] BlackAndWhite = MakeBlackAndWhite();

    private readonly string name;
    private readonly int position;
    private readonly PngHeader header;
    private readonly ReadOnlySpan<byte> palette;
    private readonly ReadOnlySpan<byte> transparency;

    public PngExpander(string name, PngChunks chunks)
    {
        (this.name, position, header) = (name, chunks.DataPosition, chunks.Header);
        palette = chunks.Palette;
        transparency = chunks.Transparency;
        var colors = header.Color is PngColor.Grey or PngColor.GreyAlpha ? 1 : 3;
        var hasAlpha = header.Color is PngColor.GreyAlpha or PngColor.Rgba || !transparency.IsEmpty;
        Channels = colors + (hasAlpha ? 1 : 0);
    }

    /// <summary>Channels of a pixel: the colours, and alpha where there is transparency.</summary>
    public int Channels { get; }

    /// <summary>Writes a row's pixels, <paramref name="step"/> pixels apart.</summary>
    public void Expand(ReadOnlySpan<byte> row, int width, Span<byte> pixels, int step, int y)
    {
        var stride = step * Channels;
        if (header.Color == PngColor.Palette) ExpandPalette(row, width, pixels, stride, y);
        else if (header.Depth == 1 && stride == 1) ExpandBlackAndWhite(row, pixels[..width]);
        else if (header.Depth < 8) ExpandBits(row, width, pixels, stride);
        else ExpandBytes(row, width, pixels, stride);
    }

    private void ExpandPalette(ReadOnlySpan<byte> row, int width, Span<byte> pixels, int stride, int y)
    {
        var (depth, mask) = (header.Depth, (1 << header.Depth) - 1);
        for (var x = 0; x < width; x++)
        {
            var bit = x * depth;
            var index = (row[bit >> 3] >> (8 - depth - (bit & 7))) & mask;
            if (3 * index >= palette.Length)
            {
                throw ImageBounds.Wrong(
                    name,
                    position,
                    $"a pixel of row {y} has colour {index} of a palette of {palette.Length / 3}",
                    "the file is damaged; get it again");
            }

            var pixel = pixels.Slice(x * stride, Channels);
            palette.Slice(3 * index, 3).CopyTo(pixel);
            if (Channels == 4) pixel[3] = index < transparency.Length ? transparency[index] : (byte)255;
        }
    }

    /// <summary>What Omniglot is made of, eight pixels at a time.</summary>
    private static void ExpandBlackAndWhite(ReadOnlySpan<byte> row, Span<byte> pixels)
    {
        var bytes = pixels.Length / 8;
        for (var i = 0; i < bytes; i++) BinaryPrimitives.WriteUInt64LittleEndian(pixels[(8 * i)..], BlackAndWhite[row[i]]);
        for (var x = 8 * bytes; x < pixels.Length; x++) pixels[x] = (byte)(BlackAndWhite[row[bytes]] >> (8 * (x & 7)));
    }

    private static ulong[] MakeBlackAndWhite()
    {
        var pixels = new ulong[256];
        for (var one = 0; one < 256; one++)
        {
            for (var x = 0; x < 8; x++) pixels[one] |= (one & (0x80 >> x)) == 0 ? 0 : 0xFFUL << (8 * x);
        }

        return pixels;
    }

    /// <summary>Grey of 1, 2 or 4 bits: 255, 85 or 17 a level.</summary>
    private void ExpandBits(ReadOnlySpan<byte> row, int width, Span<byte> pixels, int stride)
    {
        var (depth, mask) = (header.Depth, (1 << header.Depth) - 1);
        var scale = 255 / mask;
        var transparent = transparency.IsEmpty ? -1 : BinaryPrimitives.ReadUInt16BigEndian(transparency);
        for (int x = 0, bit = 0, at = 0; x < width; x++, bit += depth, at += stride)
        {
            var grey = (row[bit >> 3] >> (8 - depth - (bit & 7))) & mask;
            pixels[at] = (byte)(grey * scale);
            if (Channels == 2) pixels[at + 1] = grey == transparent ? (byte)0 : (byte)255;
        }
    }

    private void ExpandBytes(ReadOnlySpan<byte> row, int width, Span<byte> pixels, int stride)
    {
        var (samples, bytes) = (header.Samples, header.Depth / 8);
        for (var x = 0; x < width; x++)
        {
            var stored = row.Slice(x * samples * bytes, samples * bytes);
            var pixel = pixels.Slice(x * stride, Channels);
            for (var sample = 0; sample < samples; sample++) pixel[sample] = stored[sample * bytes];
            if (Channels > samples) pixel[samples] = IsTransparent(stored, bytes) ? (byte)0 : (byte)255;
        }
    }

    /// <summary>Whether a pixel is of the one colour that is transparent, in all of its bits.</summary>
    private bool IsTransparent(ReadOnlySpan<byte> stored, int bytes)
    {
        for (var sample = 0; sample * bytes < stored.Length; sample++)
        {
            var number = bytes == 2 ? BinaryPrimitives.ReadUInt16BigEndian(stored[(2 * sample)..]) : stored[sample];
            if (number != BinaryPrimitives.ReadUInt16BigEndian(transparency[(2 * sample)..])) return false;
        }

        return true;
    }
}
