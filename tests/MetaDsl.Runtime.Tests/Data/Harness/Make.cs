using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MetaDsl.Tests.Data;

/// <summary>Files made for a test, in memory.</summary>
internal static class Make
{
    public static DataFile File(string name, byte[] bytes) => DataFile.From(name, () => new MemoryStream(bytes));

    public static DataFile Text(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public static byte[] Zip(params (string Path, byte[] Bytes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in entries)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return stream.ToArray();
    }

    /// <summary>An IDX file of sizes and the bytes of its numbers.</summary>
    public static byte[] Idx(int type, long[] sizes, byte[] numbers)
    {
        var header = new byte[4 + (4 * sizes.Length)];
        (header[2], header[3]) = ((byte)type, (byte)sizes.Length);
        for (var i = 0; i < sizes.Length; i++) BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 + (4 * i)), (uint)sizes[i]);
        return [.. header, .. numbers];
    }

    /// <summary>A NumPy file of a header and the bytes of its numbers.</summary>
    public static byte[] Npy(string descr, string shape, byte[] numbers, bool isFortran = false, byte version = 1) =>
        NpyOf($"{{'descr': {descr}, 'fortran_order': {isFortran}, 'shape': ({shape}), }}\n", numbers, version);

    public static byte[] NpyOf(string header, byte[] numbers, byte version = 1)
    {
        byte[] length = version == 1
            ? [(byte)header.Length, (byte)(header.Length >> 8)]
            : [(byte)header.Length, (byte)(header.Length >> 8), (byte)(header.Length >> 16), (byte)(header.Length >> 24)];
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. Encoding.UTF8.GetBytes(header), .. numbers];
    }

    /// <summary>0, 1, 2, ...</summary>
    public static byte[] Count(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)i)];

    /// <summary>A set of bytes of such counts, each example the number of its row.</summary>
    public static ClassSet Set(params int[] counts) =>
        ClassSet.Of(ExampleShape.Vector(1), Count(counts.Sum()), counts, [.. counts.Select((_, i) => $"c{i}")], [.. counts.Select((_, i) => $"g{i / 2}")]);
}
