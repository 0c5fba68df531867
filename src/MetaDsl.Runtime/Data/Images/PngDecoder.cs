using System.IO.Compression;

namespace MetaDsl;

/// <summary>
/// Reads PNGs of every colour type, bit depth and interlacing (W3C, Portable Network Graphics, third edition). Samples of 16 bits keep
/// their upper 8, as Pillow and libpng do it; fewer bits are spread over the whole range. One object reads one image after the other.
/// </summary>
internal sealed class PngDecoder
{
    /// <summary>First column, first row, and the steps between columns and rows, of Adam7's seven passes.</summary>
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private static readonly (int X, int Y, int StepX, int StepY)[] OnePass = [(0, 0, 1, 1)];

    private byte[] compressed = [];
    private byte[] raw = [];

    /// <summary>Decodes a file that starts with PNG's signature.</summary>
    public void Decode(string name, ReadOnlySpan<byte> file, DecodedImage image)
    {
        var chunks = PngChunks.Read(name, file, ref compressed);
        var header = chunks.Header;
        var passes = header.IsInterlaced ? Passes : OnePass;
        var length = 0L;
        foreach (var pass in passes) length += PassLength(header, pass);
        Inflate(name, chunks.DataPosition, chunks.DataLength, length);

        var expander = new PngExpander(name, chunks);
        image.Start(header.Width, header.Height, expander.Channels);
        var position = 0;
        foreach (var pass in passes)
        {
            var bytes = (int)PassLength(header, pass);
            Place(name, chunks.DataPosition, header, raw.AsSpan(position, bytes), pass, expander, image);
            position += bytes;
        }
    }

    private static (int Width, int Height) PassSize(PngHeader header, (int X, int Y, int StepX, int StepY) pass) =>
        ((header.Width - pass.X + pass.StepX - 1) / pass.StepX, (header.Height - pass.Y + pass.StepY - 1) / pass.StepY);

    private static long PassLength(PngHeader header, (int X, int Y, int StepX, int StepY) pass)
    {
        var (width, height) = PassSize(header, pass);
        return width <= 0 || height <= 0 ? 0 : (1L + header.RowBytes(width)) * height;
    }

    /// <summary>Undoes the filters of a pass and puts its pixels where they belong.</summary>
    private static void Place(
        string name,
        int position,
        PngHeader header,
        Span<byte> bytes,
        (int X, int Y, int StepX, int StepY) pass,
        PngExpander expander,
        DecodedImage image)
    {
        if (bytes.IsEmpty) return;
        var (width, height) = PassSize(header, pass);
        var rowBytes = header.RowBytes(width);
        ReadOnlySpan<byte> above = new byte[rowBytes];
        for (var y = 0; y < height; y++)
        {
            var kind = bytes[y * (rowBytes + 1)];
            var row = bytes.Slice((y * (rowBytes + 1)) + 1, rowBytes);
            if (kind >= PngFilter.Kinds)
            {
                throw ImageBounds.Wrong(
                    name,
                    position,
                    $"row {y} of the pixels compressed here has filter {kind}, but there are 0 to 4",
                    "the file is damaged; get it again");
            }

            PngFilter.Undo(kind, row, above, header.FilterDistance);
            above = row;
            var imageY = pass.Y + (y * pass.StepY);
            var destination = image.Pixels.AsSpan(imageY * image.Width * image.Channels, image.Width * image.Channels);
            expander.Expand(row, width, destination[(pass.X * image.Channels)..], pass.StepX, imageY);
        }
    }

    private void Inflate(string name, int position, int dataLength, long length)
    {
        if (length > Math.Min(Array.MaxLength, dataLength * ByteInput.MostInflation))
        {
            throw ImageBounds.Wrong(
                name,
                position,
                $"the pixels take {Text.Of(length, "byte")}, but the {Text.Count(dataLength)} compressed ones cannot hold so many",
                "the header is wrong or the file was cut short; get it again");
        }

        raw = Scratch.Of(raw, (int)length);
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(compressed, 0, dataLength, writable: false), CompressionMode.Decompress);
            var read = zlib.ReadAtLeast(raw.AsSpan(0, (int)length), (int)length, throwOnEndOfStream: false);
            if (read < length)
            {
                throw ImageBounds.Wrong(
                    name,
                    position,
                    $"the pixels compressed here take {Text.Of(length, "byte")}, but only {Text.Count(read)} are there",
                    "the file was cut short; get it again");
            }

            // The checksum lies behind the last byte and is compared when somebody asks for more.
            Span<byte> beyond = stackalloc byte[1];
            _ = zlib.Read(beyond);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // The second is thrown at data that ask for a dictionary.
            throw ImageBounds.Wrong(
                name, position, "the pixels compressed here cannot be decompressed", "the file is damaged; get it again", e);
        }
    }
}
