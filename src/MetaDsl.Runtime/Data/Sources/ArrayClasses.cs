namespace MetaDsl;

/// <summary>Where the channels of an array of images are.</summary>
public enum ArrayLayout
{
    /// <summary>Where an axis of 1 or 3 is; if both ends have one, it must be declared.</summary>
    Guess,

    /// <summary>[..., channels, height, width]</summary>
    ChannelsFirst,

    /// <summary>[..., height, width, channels]</summary>
    ChannelsLast,
}

/// <summary>Makes sets of classes from arrays of examples, in pairs with arrays of labels or alone.</summary>
internal static class ArrayClasses
{
    /// <summary>Examples [examples, ...] and their labels [examples], from one pair of files or several.</summary>
    public static ClassSet Labelled(
        string source,
        IReadOnlyList<(NumberArray Examples, NumberArray Labels)> pairs,
        ArrayLayout layout,
        ImageOptions options,
        Reading reading)
    {
        var (bytes, floats, labels) = (new List<byte[]>(), new List<float[]>(), new List<long[]>());
        var shape = default(ExampleShape);
        foreach (var (examples, labelArray) in pairs)
        {
            if (labelArray.Shape.Length != 1 && labelArray.Shape.Skip(1).Any(size => size != 1))
                throw labelArray.Wrong($"it is {labelArray.ShapeText}, and labels are one number each", "name the array of labels");
            if (examples.Shape.Length < 2)
                throw examples.Wrong($"it is {examples.ShapeText}, which is no array of examples", "save [examples, ...]");
            if (examples.Shape[0] != labelArray.Shape[0])
            {
                throw labelArray.Wrong(
                    $"it has {Text.Of(labelArray.Shape[0], "label")} for the {Text.Of(examples.Shape[0], "example")} of '{examples.File}'",
                    "name two files that belong together");
            }

            var next = ShapeOf(examples, 1, layout);
            if (shape != default && next != shape)
                throw examples.Wrong($"its examples are {next} where others are {shape}", "name files of one shape");
            shape = next;
            if (examples.Bytes is not null) bytes.Add(examples.Bytes);
            else floats.Add(examples.Floats!);
            labels.Add(labelArray.Labels!);
        }

        if (bytes.Count > 0 && floats.Count > 0)
            throw pairs[0].Examples.Wrong("it holds bytes where other files do not, or the other way round", "name files of one type");
        var grouping = LabelGrouping.Of(Join(source, labels));
        return bytes.Count > 0
            ? Finish(grouping.ToSet(shape, Join(source, bytes)), source, layout, pairs[0].Examples, 1, options, reading)
            : Finish(grouping.ToSet(shape, Join(source, floats)), source, layout, pairs[0].Examples, 1, options, reading);
    }

    /// <summary>An array of [classes, examples, ...].</summary>
    public static ClassSet ByClass(NumberArray array, ArrayLayout layout, ImageOptions options, Reading reading)
    {
        if (array.Shape.Length < 3)
        {
            throw array.Wrong(
                $"it is {array.ShapeText}, but without labels an array must be [classes, examples, ...]", "name an array of labels, too");
        }

        var shape = ShapeOf(array, 2, layout);
        var classes = (int)array.Shape[0];
        string[] names = [.. Enumerable.Range(0, classes).Select(Text.Plain)];
        var set = new ClassSet(
            shape,
            array.Bytes,
            array.Floats,
            new ClassNames(names, [.. names.Select(_ => "")]),
            [.. Enumerable.Repeat((int)array.Shape[1], classes)]);
        return Finish(set, array.File, layout, array, 2, options, reading);
    }

    private static ExampleShape ShapeOf(NumberArray array, int axes, ArrayLayout layout)
    {
        var sizes = array.Shape[axes..];
        return sizes.Length switch
        {
            1 => ExampleShape.Vector((int)sizes[0]),
            2 => new ExampleShape(1, (int)sizes[0], (int)sizes[1]),
            3 when HasChannelsLast(array, sizes, layout) => new ExampleShape((int)sizes[2], (int)sizes[0], (int)sizes[1]),
            3 => new ExampleShape((int)sizes[0], (int)sizes[1], (int)sizes[2]),
            _ => throw array.Wrong($"it is {array.ShapeText}, and examples have 1, 2 or 3 axes", "reshape it before saving"),
        };
    }

    private static bool HasChannelsLast(NumberArray array, long[] sizes, ArrayLayout layout)
    {
        if (layout != ArrayLayout.Guess) return layout == ArrayLayout.ChannelsLast;
        var (isFirst, isLast) = (sizes[0] is 1 or 3, sizes[2] is 1 or 3);
        return isFirst != isLast
            ? isLast
            : throw array.Wrong(
                $"it is {array.ShapeText}, and where the channels are cannot be seen",
                $"declare its '{nameof(NumpySource.Layout)}' as '{nameof(ArrayLayout.ChannelsFirst)}' or "
                + $"'{nameof(ArrayLayout.ChannelsLast)}'");
    }

    private static ClassSet Finish(
        ClassSet set, string source, ArrayLayout layout, NumberArray array, int axes, ImageOptions options, Reading reading)
    {
        if (array.Shape.Length - axes == 3 && HasChannelsLast(array, array.Shape[axes..], layout)) set = ChannelsFirst(set);
        if (options == new ImageOptions()) return set;
        if (!set.IsBytes || set.Shape.IsVector)
        {
            throw array.Wrong(
                $"its examples are {(set.IsBytes ? "vectors" : "floats")}, which '{nameof(ClassSource.Images)}' cannot transform",
                $"leave '{nameof(ClassSource.Images)}' out, or save images of uint8");
        }

        return Transform(set, source, options, reading);
    }

    private static ClassSet ChannelsFirst(ClassSet set)
    {
        var classes = new ClassNames([.. set.Names], [.. set.Groups]);
        int[] counts = [.. Enumerable.Range(0, set.ClassCount).Select(set.CountOf)];
        return set.IsBytes
            ? new ClassSet(set.Shape, ToPlanes(set.Bytes.Span, set.Shape), null, classes, counts)
            : new ClassSet(set.Shape, null, ToPlanes(set.Floats.Span, set.Shape), classes, counts);
    }

    private static T[] ToPlanes<T>(ReadOnlySpan<T> examples, ExampleShape shape)
    {
        var (channels, pixels) = (shape.Channels, shape.Height * shape.Width);
        var planes = GC.AllocateUninitializedArray<T>(examples.Length);
        for (var start = 0; start < examples.Length; start += channels * pixels)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                for (var i = 0; i < pixels; i++) planes[start + (channel * pixels) + i] = examples[start + (i * channels) + channel];
            }
        }

        return planes;
    }

    /// <summary>Applies the options for images to images from an array, on all cores.</summary>
    private static ClassSet Transform(ClassSet set, string source, ImageOptions options, Reading reading)
    {
        const int Chunk = 256;
        if (set.Shape.Channels > 4)
        {
            throw new DataException(
                source,
                "",
                $"its images have {set.Shape.Channels} channels, and those of 1 to 4 can be transformed",
                $"leave '{nameof(ClassSource.Images)}' out");
        }
        var shape = ImageTransform.ShapeOf(options, set.Shape.Channels, set.Shape.Height, set.Shape.Width);
        if (shape.Elements * set.ExampleCount > Array.MaxLength)
        {
            throw new DataException(
                source,
                "",
                $"{Text.Of(set.ExampleCount, "image")} of {shape} are more bytes than an array holds",
                "declare a smaller size");
        }
        var bytes = new byte[shape.Elements * set.ExampleCount];
        var counter = new ProgressCounter(reading.Progress, source, set.ExampleCount);
        TaskThreads.ForEach((set.ExampleCount + Chunk - 1) / Chunk, Environment.ProcessorCount, chunk =>
        {
            reading.Cancellation.ThrowIfCancellationRequested();
            var reader = new ImageReader(options);
            var last = Math.Min(set.ExampleCount, (chunk + 1) * Chunk);
            for (var row = chunk * Chunk; row < last; row++)
            {
                reader.Take(set.BytesOf(row), set.Shape);
                reader.Write(bytes.AsSpan((int)(row * shape.Elements), (int)shape.Elements));
            }

            counter.Add(last - (chunk * Chunk));
        });
        var classes = new ClassNames([.. set.Names], [.. set.Groups]);
        return new ClassSet(shape, bytes, null, classes, [.. Enumerable.Range(0, set.ClassCount).Select(set.CountOf)]);
    }

    private static T[] Join<T>(string source, List<T[]> parts)
    {
        if (parts.Count == 1) return parts[0];
        if (parts.Sum(part => part.LongLength) > Array.MaxLength)
            throw new DataException(source, "", "all files together hold more numbers than an array", "name fewer files");
        return [.. parts.SelectMany(part => part)];
    }
}
