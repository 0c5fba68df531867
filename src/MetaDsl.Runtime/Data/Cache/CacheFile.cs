using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MetaDsl;

/// <summary>A set of classes in one binary file, laid out as <see cref="CacheHeader"/> says. What does not match is not there.</summary>
internal static class CacheFile
{
    /// <summary>How the names of such files end.</summary>
    public const string Extension = ".metadsl";

    /// <summary>What is read at a time.</summary>
    private const int Block = 1 << 20;

    /// <summary>Whether a file is such a one, or an unfinished one, by its name: it is no data of the user's.</summary>
    public static bool Is(string name) => name.Contains(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The set in a file, in memory, or null where there is none, or none made from this source by this version, or a damaged one.
    /// </summary>
    public static ClassSet? TryRead(string path, ReadOnlySpan<byte> fingerprint)
    {
        try
        {
            if (!File.Exists(path)) return null;
            using var file = File.OpenHandle(path);
            return CacheHeader.TryRead(file, fingerprint) is { } header ? Read(file, header) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes a file in one piece, or tells why it cannot be done.</summary>
    public static string? TryWrite(string path, byte[] fingerprint, ClassSet set)
    {
        using var writer = new CacheWriter(path, fingerprint);
        try
        {
            writer.Take(set);
            writer.Commit();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return e.Message;
        }
    }

    private static ClassSet? Read(SafeFileHandle file, CacheHeader header)
    {
        var (layout, stride, size) = (header.Layout, header.Stride, (int)header.Layout.RowBytes);
        if (layout.Rows * layout.Shape.Elements > Array.MaxLength) return null;
        var (rows, elements) = ((int)layout.Rows, (int)layout.Shape.Elements);
        var bytes = layout.IsBytes ? GC.AllocateUninitializedArray<byte>(rows * elements) : null;
        var floats = layout.IsBytes ? null : GC.AllocateUninitializedArray<float>(rows * elements);
        var most = Math.Max(1, Block / stride);
        var buffer = new byte[Math.Min(most, rows) * stride];
        for (var row = 0; row < rows; row += most)
        {
            var count = Math.Min(most, rows - row);
            if (!CacheHeader.ReadAll(file, header.PositionOf(row), buffer.AsSpan(0, count * stride))) return null;
            for (var i = 0; i < count; i++)
            {
                var example = buffer.AsSpan(i * stride, size);
                var checksum = BinaryPrimitives.ReadUInt64LittleEndian(buffer.AsSpan((i * stride) + size));
                if (checksum != header.ChecksumOf(row + i, example)) return null;
                if (bytes is not null) example.CopyTo(bytes.AsSpan((row + i) * elements));
                else example.CopyTo(MemoryMarshal.AsBytes(floats.AsSpan((row + i) * elements, elements)));
            }
        }

        return new ClassSet(layout.Shape, bytes, floats, layout.Classes, layout.Counts);
    }
}
