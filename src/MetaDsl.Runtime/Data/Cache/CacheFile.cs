using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MetaDsl;

/// <summary>
/// A set of classes in one binary file: a prefix (magic number, version, fingerprint, lengths), a header (shape, names, groups, counts),
/// the examples as they lie in memory, and a checksum of it all. What does not match is not there.
/// </summary>
internal static class CacheFile
{
    /// <summary>Whatever changes the content of files, or how sources are read, changes this.</summary>
    public const int Version = 1;

    private const int FingerprintBytes = 32;
    private const int PrefixBytes = 8 + 4 + FingerprintBytes + 4 + 8;
    private const int ChecksumBytes = 8;

    /// <summary>Larger spans of floats would have more bytes than an int counts.</summary>
    private const int Block = 1 << 26;

    private static ReadOnlySpan<byte> Magic => "MetaDsl\0"u8;

    /// <summary>The set in a file, or null where there is none, or none made from this source by this version, or a damaged one.</summary>
    public static ClassSet? TryRead(string path, ReadOnlySpan<byte> fingerprint)
    {
        try
        {
            if (!File.Exists(path)) return null;
            using var file = File.OpenHandle(path);
            return Read(file, fingerprint);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a file in one piece, or tells why it cannot be done.</summary>
    public static string? TryWrite(string path, ReadOnlySpan<byte> fingerprint, ClassSet set)
    {
        // Under a name of its own until it is complete: readers see all of it or none, and two writers do not meet.
        var unfinished = $"{path}.{Guid.NewGuid():n}.tmp";
        try
        {
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1)) Write(
                file, fingerprint, set);
            File.Move(unfinished, path, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            TryDelete(unfinished);
            return e.Message;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays behind unread; the reason that is reported is the one of the write.
        }
    }

    private static void Write(FileStream file, ReadOnlySpan<byte> fingerprint, ClassSet set)
    {
        var header = HeaderOf(set);
        var size = set.IsBytes ? sizeof(byte) : sizeof(float);
        var prefix = new byte[PrefixBytes];
        Magic.CopyTo(prefix);
        BinaryPrimitives.WriteInt32LittleEndian(prefix.AsSpan(8), Version);
        fingerprint.CopyTo(prefix.AsSpan(12));
        BinaryPrimitives.WriteInt32LittleEndian(prefix.AsSpan(12 + FingerprintBytes), header.Length);
        BinaryPrimitives.WriteInt64LittleEndian(prefix.AsSpan(16 + FingerprintBytes), set.ExampleCount * set.Shape.Elements * size);
        file.Write(prefix);
        file.Write(header);
        var hash = XxHash64.Of(header, XxHash64.Of(prefix));
        for (var at = 0L; at < set.ExampleCount * set.Shape.Elements; at += Block)
        {
            var count = (int)Math.Min(Block, (set.ExampleCount * set.Shape.Elements) - at);
            var block = set.IsBytes ? set.Bytes.Span.Slice((int)at, count) : MemoryMarshal.AsBytes(set.Floats.Span.Slice((int)at, count));
            hash = XxHash64.Of(block, hash);
            file.Write(block);
        }

        Span<byte> checksum = stackalloc byte[ChecksumBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(checksum, hash);
        file.Write(checksum);
    }

    private static ClassSet? Read(SafeFileHandle file, ReadOnlySpan<byte> fingerprint)
    {
        var length = RandomAccess.GetLength(file);
        var prefix = new byte[PrefixBytes];
        if (!ReadAll(file, 0, prefix) || !prefix.AsSpan().StartsWith(Magic)) return null;
        if (BinaryPrimitives.ReadInt32LittleEndian(prefix.AsSpan(8)) != Version) return null;
        if (!prefix.AsSpan(12, FingerprintBytes).SequenceEqual(fingerprint)) return null;
        var headerLength = BinaryPrimitives.ReadInt32LittleEndian(prefix.AsSpan(12 + FingerprintBytes));
        var dataLength = BinaryPrimitives.ReadInt64LittleEndian(prefix.AsSpan(16 + FingerprintBytes));
        if (headerLength < 0 || dataLength < 0 || dataLength > length || PrefixBytes + headerLength + dataLength + ChecksumBytes != length)
            return null;

        var header = new byte[headerLength];
        if (!ReadAll(file, PrefixBytes, header)) return null;
        var isBytes = headerLength > 0 && header[0] == 1;
        if (dataLength / (isBytes ? sizeof(byte) : sizeof(float)) > Array.MaxLength) return null;
        var bytes = isBytes ? GC.AllocateUninitializedArray<byte>((int)dataLength) : null;
        var floats = isBytes ? null : GC.AllocateUninitializedArray<float>((int)(dataLength / sizeof(float)));
        var hash = XxHash64.Of(header, XxHash64.Of(prefix));
        var position = PrefixBytes + headerLength;
        for (long at = 0, count = bytes?.Length ?? floats!.Length; at < count; at += Block)
        {
            var elements = (int)Math.Min(Block, count - at);
            var block = isBytes ? bytes.AsSpan((int)at, elements) : MemoryMarshal.AsBytes(floats.AsSpan((int)at, elements));
            if (!ReadAll(file, position + (at * (isBytes ? sizeof(byte) : sizeof(float))), block)) return null;
            hash = XxHash64.Of(block, hash);
        }

        Span<byte> checksum = stackalloc byte[ChecksumBytes];
        if (!ReadAll(file, length - ChecksumBytes, checksum) || BinaryPrimitives.ReadUInt64LittleEndian(checksum) != hash) return null;
        return SetOf(header, bytes, floats);
    }

    private static bool ReadAll(SafeFileHandle file, long position, Span<byte> bytes)
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

    private static byte[] HeaderOf(ClassSet set)
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(set.IsBytes);
        writer.Write(set.Shape.Channels);
        writer.Write(set.Shape.Height);
        writer.Write(set.Shape.Width);
        writer.Write(set.ClassCount);
        for (var one = 0; one < set.ClassCount; one++)
        {
            writer.Write(set.Names[one]);
            writer.Write(set.Groups[one]);
            writer.Write(set.CountOf(one));
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The header is as it was written: the checksum says so.</summary>
    private static ClassSet SetOf(byte[] header, byte[]? bytes, float[]? floats)
    {
        using var reader = new BinaryReader(new MemoryStream(header));
        _ = reader.ReadBoolean();
        var shape = new ExampleShape(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var classes = reader.ReadInt32();
        var (names, groups, counts) = (new string[classes], new string[classes], new int[classes]);
        for (var one = 0; one < classes; one++)
            (names[one], groups[one], counts[one]) = (reader.ReadString(), reader.ReadString(), reader.ReadInt32());
        return new ClassSet(shape, bytes, floats, new ClassNames(names, groups), counts);
    }
}
