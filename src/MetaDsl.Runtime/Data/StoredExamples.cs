using System.Buffers;
using System.Runtime.InteropServices;

namespace MetaDsl;

/// <summary>The examples of a set whose rows lie in a file: of which of the file's classes, and whether in four rotations each.</summary>
internal sealed class StoredExamples
{
    private readonly ExampleFile file;
    private readonly int[] classes;
    private readonly int rotations;

    /// <summary>The first row of each of these classes, with all its rotations, and behind the last the number of rows.</summary>
    private readonly long[] starts;

    private readonly long[] fileStarts;

    /// <summary>All classes of a file as they are.</summary>
    public StoredExamples(ExampleFile file)
        : this(file, [.. Enumerable.Range(0, file.Layout.Counts.Length)], 1)
    {
    }

    private StoredExamples(ExampleFile file, int[] classes, int rotations)
    {
        (this.file, this.classes, this.rotations) = (file, classes, rotations);
        var counts = file.Layout.Counts;
        fileStarts = new long[counts.Length];
        for (var i = 1; i < counts.Length; i++) fileStarts[i] = fileStarts[i - 1] + counts[i - 1];
        starts = new long[classes.Length + 1];
        for (var i = 0; i < classes.Length; i++) starts[i + 1] = starts[i] + ((long)counts[classes[i]] * rotations);
    }

    /// <summary>Where they lie.</summary>
    public string Path => file.Path;

    /// <summary>The same examples, and three turned copies of each class.</summary>
    public StoredExamples WithRotations() => new(file, classes, ClassRotations.Turns);

    /// <summary>Those of some classes, which are counted without their rotations.</summary>
    public StoredExamples Pick(IEnumerable<int> picked) => new(file, [.. picked.Select(one => classes[one])], rotations);

    /// <summary>Copies the examples of some rows, one after the other.</summary>
    public void CopyRows<T>(ReadOnlySpan<long> rows, Span<T> destination)
        where T : unmanaged
    {
        var (shape, size) = (file.Layout.Shape, (int)file.Layout.Shape.Elements);
        var buffer = ArrayPool<byte>.Shared.Rent(file.Stride);
        try
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var (row, turn) = Find(rows[i]);
                var example = MemoryMarshal.Cast<byte, T>(file.Read(row, buffer));
                var to = destination.Slice(i * size, size);
                if (turn == 0) example.CopyTo(to);
                else ClassRotations.Turn(example, to, shape.Height, turn);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The row of the file, and by how many quarters it is turned.</summary>
    private (long Row, int Turn) Find(long row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, starts[^1]);
        var found = Array.BinarySearch(starts, row);
        var place = found < 0 ? ~found - 1 : found;
        var (within, count) = (row - starts[place], file.Layout.Counts[classes[place]]);
        return (fileStarts[classes[place]] + (within % count), (int)(within / count));
    }
}
