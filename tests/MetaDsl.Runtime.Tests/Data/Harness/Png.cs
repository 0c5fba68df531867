using System.Buffers.Binary;
using System.IO.Compression;

namespace MetaDsl.Tests.Data;

/// <summary>PNGs made for a test, rightly or wrongly.</summary>
internal static class Png
{
    public static byte[] Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>A grey image of 8 bits, each pixel its place.</summary>
    public static byte[] Grey(int width = 4, int height = 4, int first = 0) =>
        Of(Header(width, height, 8, 0), Rows(width, height, (x, y) => (byte)(first + (y * width) + x)));

    /// <summary>A file of a header and raw rows, each with its filter.</summary>
    public static byte[] Of(byte[] header, byte[] rows, params byte[][] chunksBetween) =>
        [.. Signature, .. header, .. chunksBetween.SelectMany(chunk => chunk), .. Chunk("IDAT", Deflate(rows)), .. Chunk("IEND")];

    public static byte[] Header(long width, long height, int depth, int color, int interlace = 0)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(data, (uint)width);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), (uint)height);
        (data[8], data[9], data[12]) = ((byte)depth, (byte)color, (byte)interlace);
        return Chunk("IHDR", data);
    }

    public static byte[] Chunk(string type, params byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        for (var i = 0; i < 4; i++) chunk[4 + i] = (byte)type[i];
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    public static byte[] Rows(int width, int height, Func<int, int, byte> pixel, byte filter = 0)
    {
        var rows = new List<byte>();
        for (var y = 0; y < height; y++)
        {
            rows.Add(filter);
            for (var x = 0; x < width; x++) rows.Add(pixel(x, y));
        }

        return [.. rows];
    }

    public static byte[] Deflate(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.SmallestSize)) zlib.Write(bytes);
        return stream.ToArray();
    }
}
