using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MetaDsl;

/// <summary>Writes a cache file, example by example, on any number of threads.</summary>
internal sealed class CacheWriter : ExampleTarget, IDisposable
{
    /// <summary>What is written at a time where there is more.</summary>
    private const int Block = 1 << 20;

    private readonly string path;
    private readonly byte[] fingerprint;

    /// <summary>A name of its own until it is complete: readers see all of it or none, and two writers do not meet.</summary>
    private readonly string unfinished;

    private SafeFileHandle? file;
    private CacheHeader? header;

    public CacheWriter(string path, byte[] fingerprint) =>
        (this.path, this.fingerprint, unfinished) = (path, fingerprint, $"{path}.{Guid.NewGuid():n}.tmp");

    public override void Start(SetLayout layout)
    {
        if (layout.RowBytes > Array.MaxLength - CacheHeader.ChecksumBytes)
            throw new DataException(path, "", $"an example of {layout.Shape} is more than an array holds", "store smaller examples");
        (header, var start) = CacheHeader.Of(layout, fingerprint);

        // Taken at once, so that a disk that is too small is known now and not after hours.
        file = File.OpenHandle(
            unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.None, preallocationSize: header.Length);
        RandomAccess.Write(file, start, 0);
    }

    public override void Write(long row, ReadOnlySpan<byte> examples)
    {
        var (size, stride) = ((int)header!.Layout.RowBytes, header.Stride);
        var most = Math.Max(1, Block / stride);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(most, examples.Length / size) * stride);
        while (examples.Length > 0)
        {
            var count = Math.Min(most, examples.Length / size);
            for (var i = 0; i < count; i++)
            {
                var example = examples.Slice(i * size, size);
                var to = buffer.AsSpan(i * stride, stride);
                example.CopyTo(to);
                BinaryPrimitives.WriteUInt64LittleEndian(to[size..], header.ChecksumOf(row + i, example));
            }

            RandomAccess.Write(file!, buffer.AsSpan(0, count * stride), header.PositionOf(row));
            row += count;
            examples = examples[(count * size)..];
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    public override void Take(ClassSet set)
    {
        Start(set.Layout);
        var (size, rows) = ((int)set.Shape.Elements, set.ExampleCount);
        var most = (int)Math.Max(1, Block / set.Layout.RowBytes);
        for (var row = 0; row < rows; row += most)
        {
            var count = Math.Min(most, rows - row);
            Write(
                row,
                set.IsBytes
                    ? set.Bytes.Span.Slice(row * size, count * size)
                    : MemoryMarshal.AsBytes(set.Floats.Span.Slice(row * size, count * size)));
        }
    }

    /// <summary>Gives the file its name.</summary>
    public void Commit()
    {
        file!.Dispose();
        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Deletes what was not committed.</summary>
    public void Dispose()
    {
        file?.Dispose();
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays behind unread; the reason that is reported is the one of the write.
        }
    }
}
