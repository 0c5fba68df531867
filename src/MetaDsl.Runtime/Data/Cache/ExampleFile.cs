using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace MetaDsl;

/// <summary>
/// The examples of a cache file, read one by one from where they lie; any number of threads may. The file stays open as long as a set
/// needs it.
/// </summary>
internal sealed class ExampleFile
{
    private readonly SafeFileHandle file;
    private readonly CacheHeader header;

    private ExampleFile(string path, SafeFileHandle file, CacheHeader header) => (Path, this.file, this.header) = (path, file, header);

    public string Path { get; }

    public SetLayout Layout => header.Layout;

    /// <summary>What <see cref="Read"/> needs room for.</summary>
    public int Stride => header.Stride;

    /// <summary>
    /// The file, or null where there is none, or none made from this source by this version, or one with a damaged header.
    /// </summary>
    public static ExampleFile? TryOpen(string path, ReadOnlySpan<byte> fingerprint)
    {
        SafeFileHandle? file = null;
        CacheHeader? header = null;
        try
        {
            if (!File.Exists(path)) return null;
            file = File.OpenHandle(
                path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.RandomAccess);
            header = CacheHeader.TryRead(file, fingerprint);
            return header is null ? null : new ExampleFile(path, file, header);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        finally
        {
            if (header is null) file?.Dispose();
        }
    }

    /// <summary>Reads an example into the front of a buffer of <see cref="Stride"/> bytes, and checks it.</summary>
    public ReadOnlySpan<byte> Read(long row, Span<byte> buffer)
    {
        buffer = buffer[..Stride];
        bool isWhole;
        try
        {
            isWhole = CacheHeader.ReadAll(file, header.PositionOf(row), buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(row, $"it cannot be read ({e.Message.TrimEnd('.')})", e);
        }

        if (!isWhole) throw Wrong(row, "the file ends before it");
        var size = Stride - CacheHeader.ChecksumBytes;
        if (BinaryPrimitives.ReadUInt64LittleEndian(buffer[size..]) != header.ChecksumOf(row, buffer[..size]))
            throw Wrong(row, "its checksum is wrong");
        return buffer[..size];
    }

    private DataException Wrong(long row, string reason, Exception? inner = null) => new(
        Path,
        $"example {Text.Count(row)} at byte {Text.Count(header.PositionOf(row))}",
        reason,
        "delete the file and begin anew, and it is made from its source again",
        inner);
}
