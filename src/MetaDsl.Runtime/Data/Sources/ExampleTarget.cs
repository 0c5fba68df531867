using System.Runtime.InteropServices;

namespace MetaDsl;

/// <summary>Where a source puts what it reads: memory, or a file.</summary>
internal abstract class ExampleTarget
{
    /// <summary>Makes room for examples, of which each is then written once.</summary>
    public abstract void Start(SetLayout layout);

    /// <summary>Writes whole examples from a row on, as they lie in memory. Any thread may, in any order.</summary>
    public abstract void Write(long row, ReadOnlySpan<byte> examples);

    /// <summary>Takes a set that had to be in memory to be read, instead of both.</summary>
    public abstract void Take(ClassSet set);
}

/// <summary>A set in memory.</summary>
internal sealed class MemoryTarget(string source) : ExampleTarget
{
    private SetLayout? layout;
    private byte[]? bytes;
    private float[]? floats;
    private ClassSet? taken;

    public ClassSet Set => taken ?? new ClassSet(layout!.Shape, bytes, floats, layout.Classes, layout.Counts);

    public override void Start(SetLayout layout)
    {
        var length = layout.Shape.Elements * layout.Rows;
        if (length > Array.MaxLength)
        {
            throw new DataException(
                source,
                "",
                $"{Text.Of(layout.Rows, "example")} of {layout.Shape} are {Text.Of(length, "number")}, more than an array holds",
                $"declare a smaller '{nameof(ImageOptions.Size)}' ('[Resize]'), or read it with '{nameof(ClassSource.LoadOnDisk)}' "
                + "('[ReadAhead]')");
        }

        // Zeros until they are written: memory that a failing read never fills is never taken.
        this.layout = layout;
        if (layout.IsBytes) bytes = new byte[length];
        else floats = new float[length];
    }

    public override void Write(long row, ReadOnlySpan<byte> examples)
    {
        var first = (int)(row * layout!.Shape.Elements);
        if (bytes is not null) examples.CopyTo(bytes.AsSpan(first));
        else MemoryMarshal.Cast<byte, float>(examples).CopyTo(floats.AsSpan(first));
    }

    public override void Take(ClassSet set) => taken = set;
}
