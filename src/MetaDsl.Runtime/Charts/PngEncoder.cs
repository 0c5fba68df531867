using System.Buffers.Binary;
using System.IO.Compression;

namespace MetaDsl;

/// <summary>Writes PNGs of 8 bits a channel, without filters: pictures of few colours and small images compress well as they are.</summary>
internal static class PngEncoder
{
    public static byte[] Encode(PixelImage image)
    {
        using var stream = new MemoryStream();
        stream.Write(PngChunks.Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), image.Height);
        (header[8], header[9]) = (8, (byte)(image.Channels == 1 ? 0 : 2));
        Write(stream, "IHDR"u8, header);
        Write(stream, "IDAT"u8, Deflate(image));
        Write(stream, "IEND"u8, []);
        return stream.ToArray();
    }

    private static ReadOnlySpan<byte> Deflate(PixelImage image)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = image.Width * image.Channels;
            for (var y = 0; y < image.Height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(image.Pixels, y * row, row);
            }
        }

        return stream.GetBuffer().AsSpan(0, (int)stream.Length);
    }

    private static void Write(MemoryStream stream, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(type);
        stream.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(data, Crc32.Of(type)));
        stream.Write(number);
    }
}
