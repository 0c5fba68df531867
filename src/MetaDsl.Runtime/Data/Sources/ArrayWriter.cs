using System.Runtime.InteropServices;

namespace MetaDsl;

/// <summary>Brings the examples of an array to a target, some at a time: channels to the front, images transformed on all cores.</summary>
internal sealed class ArrayWriter
{
    /// <summary>Numbers that are in memory at a time, if they are more than one example.</summary>
    private const int Block = 1 << 21;

    /// <summary>Images that a thread takes at a time.</summary>
    private const int Chunk = 64;

    private readonly ExampleShape stored;
    private readonly bool hasChannelsLast;
    private readonly bool isTransformed;
    private readonly ImageOptions options;
    private readonly ExampleTarget target;
    private readonly CancellationToken cancellation;

    public ArrayWriter(
        ArrayStream array, ExampleShape stored, ArrayLayout layout, int axes, ImageOptions options, ExampleTarget target, Reading reading)
    {
        (this.stored, this.options, this.target, cancellation) = (stored, options, target, reading.Cancellation);
        hasChannelsLast = ArrayClasses.HasChannelsLast(array, axes, layout);
        isTransformed = options != new ImageOptions();
        if (isTransformed && (!array.IsByte || stored.IsVector))
        {
            throw array.Wrong(
                $"its examples are {(array.IsByte ? "vectors" : "floats")}, which '{nameof(ClassSource.Images)}' cannot transform",
                $"leave '{nameof(ClassSource.Images)}' (such as '[Resize]' and '[Invert]') out, or save images of uint8");
        }

        if (isTransformed && stored.Channels > 4)
        {
            throw array.Wrong(
                $"its images have {stored.Channels} channels, and those of 1 to 4 can be transformed",
                $"leave '{nameof(ClassSource.Images)}' (such as '[Resize]' and '[Invert]') out");
        }

        Shape = isTransformed ? ImageTransform.ShapeOf(options, stored.Channels, stored.Height, stored.Width) : stored;
        if (Math.Max(stored.Elements, Shape.Elements) > Array.MaxLength)
            throw array.Wrong($"it is {array.ShapeText}, and an example of {Shape} is more than an array holds", "use smaller examples");
    }

    /// <summary>The shape that examples get.</summary>
    public ExampleShape Shape { get; }

    /// <summary>Writes all examples of an array to their rows; in their own order where none are given.</summary>
    public void Write(ArrayStream array, int examples, ReadOnlySpan<int> destinations)
    {
        if (array.IsByte) Write<byte>(array, examples, destinations, array.Read);
        else Write<float>(array, examples, destinations, array.Read);
        array.CheckEnd();
    }

    private void Write<T>(ArrayStream array, int examples, ReadOnlySpan<int> destinations, Action<Span<T>> read)
        where T : unmanaged
    {
        var size = (int)stored.Elements;
        var most = (int)Math.Max(1, Block / Math.Max(size, Shape.Elements));
        var (block, planes) = (new T[Math.Min(most, examples) * size], hasChannelsLast ? new T[size] : []);
        for (var first = 0; first < examples; first += most)
        {
            var count = Math.Min(most, examples - first);
            read(block.AsSpan(0, count * size));
            for (var i = 0; hasChannelsLast && i < count; i++) ToPlanes(block.AsSpan(i * size, size), planes);
            var bytes = isTransformed
                ? Transform((byte[])(object)block, count)
                : MemoryMarshal.AsBytes(block.AsSpan(0, count * size));
            if (destinations.IsEmpty) target.Write(first, bytes);
            else Scatter(bytes, destinations.Slice(first, count));
        }
    }

    private void Scatter(ReadOnlySpan<byte> examples, ReadOnlySpan<int> destinations)
    {
        var size = examples.Length / destinations.Length;
        for (var i = 0; i < destinations.Length; i++) target.Write(destinations[i], examples.Slice(i * size, size));
    }

    private void ToPlanes<T>(Span<T> example, T[] planes)
    {
        var (channels, pixels) = (stored.Channels, stored.Height * stored.Width);
        for (var channel = 0; channel < channels; channel++)
        {
            for (var i = 0; i < pixels; i++) planes[(channel * pixels) + i] = example[(i * channels) + channel];
        }

        planes.CopyTo(example);
    }

    /// <summary>Applies the options for images to some, on all cores.</summary>
    private byte[] Transform(byte[] images, int count)
    {
        var (size, newSize) = ((int)stored.Elements, (int)Shape.Elements);
        var transformed = new byte[count * newSize];
        TaskThreads.ForEach((count + Chunk - 1) / Chunk, Environment.ProcessorCount, chunk =>
        {
            cancellation.ThrowIfCancellationRequested();
            var reader = new ImageReader(options);
            for (var i = chunk * Chunk; i < Math.Min(count, (chunk + 1) * Chunk); i++)
            {
                reader.Take(images.AsSpan(i * size, size), stored);
                reader.Write(transformed.AsSpan(i * newSize, newSize));
            }
        });
        return transformed;
    }
}
