using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace MetaDsl;

/// <summary>
/// How a cache file is laid out: a prefix (magic number, version, fingerprint, lengths), a header (shape, names, groups, counts), a
/// checksum of both, and the examples as they lie in memory, each followed by its own checksum, so that reading one example checks it.
/// </summary>
/// <param name="Layout">What the set is.</param>
/// <param name="Start">Where the first example lies.</param>
/// <param name="Seed">The checksum of all before it.</param>
internal sealed record CacheHeader(SetLayout Layout, long Start, ulong Seed)
{
    /// <summary>Whatever changes the content of files, or how sources are read, changes this.</summary>
    public const int Version = 2;

    public const int ChecksumBytes = 8;

    private const int FingerprintBytes = 32;
    private const int PrefixBytes = 8 + 4 + FingerprintBytes + 4 + 8;

    /// <summary>From one example to the next.</summary>
    public int Stride { get; } = checked((int)(Layout.RowBytes + ChecksumBytes));

    /// <summary>The length of the file.</summary>
    public long Length => Start + (Layout.Rows * Stride);

    private static ReadOnlySpan<byte> Magic => "MetaDsl\0"u8;

    /// <summary>Where an example lies.</summary>
    public long PositionOf(long row) => Start + (row * Stride);

    /// <summary>The checksum of an example, which differs from row to row: one that lies at another's place is damage, too.</summary>
    public ulong ChecksumOf(long row, ReadOnlySpan<byte> example) => XxHash64.Of(example, unchecked(Seed + (ulong)row));

    /// <summary>The header of a set, and the bytes that a file starts with.</summary>
    public static (CacheHeader Header, byte[] Bytes) Of(SetLayout layout, ReadOnlySpan<byte> fingerprint)
    {
        var words = Words(layout);
        var bytes = new byte[PrefixBytes + words.Length + ChecksumBytes];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Version);
        fingerprint.CopyTo(bytes.AsSpan(12));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12 + FingerprintBytes), words.Length);
        words.CopyTo(bytes.AsSpan(PrefixBytes));
        var length = bytes.Length + (layout.Rows * (layout.RowBytes + ChecksumBytes));
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16 + FingerprintBytes), length);
        var seed = XxHash64.Of(bytes.AsSpan(0, bytes.Length - ChecksumBytes));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(bytes.Length - ChecksumBytes), seed);
        return (new CacheHeader(layout, bytes.Length, seed), bytes);
    }

    /// <summary>
    /// The header of a file, or null where it is none made from this source by this version, or a damaged or unfinished one.
    /// </summary>
    public static CacheHeader? TryRead(SafeFileHandle file, ReadOnlySpan<byte> fingerprint)
    {
        var length = RandomAccess.GetLength(file);
        Span<byte> prefix = stackalloc byte[PrefixBytes];
        if (!ReadAll(file, 0, prefix) || !prefix.StartsWith(Magic)) return null;
        if (BinaryPrimitives.ReadInt32LittleEndian(prefix[8..]) != Version) return null;
        if (!prefix.Slice(12, FingerprintBytes).SequenceEqual(fingerprint)) return null;
        var words = BinaryPrimitives.ReadInt32LittleEndian(prefix[(12 + FingerprintBytes)..]);
        if (words < 0 || words > length - PrefixBytes - ChecksumBytes) return null;
        if (BinaryPrimitives.ReadInt64LittleEndian(prefix[(16 + FingerprintBytes)..]) != length) return null;

        var bytes = new byte[PrefixBytes + words + ChecksumBytes];
        if (!ReadAll(file, 0, bytes)) return null;
        var seed = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(bytes.Length - ChecksumBytes));
        if (XxHash64.Of(bytes.AsSpan(0, bytes.Length - ChecksumBytes)) != seed) return null;
        return new CacheHeader(LayoutOf(bytes), bytes.Length, seed);
    }

    /// <summary>Fills a span from a place in a file; false where the file ends before.</summary>
    public static bool ReadAll(SafeFileHandle file, long position, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(file, bytes, position);
            if (read == 0) return false;
            position += read;
            bytes = bytes[read..];
        }

        return true;
    }

    private static byte[] Words(SetLayout layout)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(layout.IsBytes);
        writer.Write(layout.Shape.Channels);
        writer.Write(layout.Shape.Height);
        writer.Write(layout.Shape.Width);
        writer.Write(layout.Counts.Length);
        for (var one = 0; one < layout.Counts.Length; one++)
        {
            writer.Write(layout.Classes.Names[one]);
            writer.Write(layout.Classes.Groups[one]);
            writer.Write(layout.Counts[one]);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The header is as it was written: the checksum says so.</summary>
    private static SetLayout LayoutOf(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, PrefixBytes, bytes.Length - PrefixBytes - ChecksumBytes));
        var isBytes = reader.ReadBoolean();
        var shape = new ExampleShape(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var classes = reader.ReadInt32();
        var (names, groups, counts) = (new string[classes], new string[classes], new int[classes]);
        for (var one = 0; one < classes; one++)
            (names[one], groups[one], counts[one]) = (reader.ReadString(), reader.ReadString(), reader.ReadInt32());
        return new SetLayout(shape, isBytes, new ClassNames(names, groups), counts);
    }
}
