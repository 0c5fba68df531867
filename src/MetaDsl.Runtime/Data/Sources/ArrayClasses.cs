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
    public static void Labelled(
        IReadOnlyList<(ArrayStream Examples, NumberArray Labels)> pairs,
        ArrayLayout layout,
        ImageOptions options,
        string source,
        ExampleTarget target,
        Reading reading)
    {
        var shape = default(ExampleShape);
        foreach (var (examples, labels) in pairs)
        {
            if (labels.Shape.Length == 0 || labels.Shape.Skip(1).Any(size => size != 1))
                throw labels.Wrong($"it is {labels.ShapeText}, and labels are one number each", "name the array of labels");
            if (examples.Shape.Length < 2)
                throw examples.Wrong($"it is {examples.ShapeText}, which is no array of examples", "save [examples, ...]");
            if (examples.Shape[0] != labels.Shape[0])
            {
                throw labels.Wrong(
                    $"it has {Text.Of(labels.Shape[0], "label")} for the {Text.Of(examples.Shape[0], "example")} of '{examples.File}'",
                    "name two files that belong together");
            }

            var next = ShapeOf(examples, 1, layout);
            if (shape != default && next != shape)
                throw examples.Wrong($"its examples are {next} where others are {shape}", "name files of one shape");
            shape = next;
        }

        if (pairs.Any(pair => pair.Examples.IsByte) && !pairs.All(pair => pair.Examples.IsByte))
            throw pairs[0].Examples.Wrong("it holds bytes where other files do not, or the other way round", "name files of one type");
        var grouping = LabelGrouping.Of(Join(source, [.. pairs.Select(pair => pair.Labels.Labels!)]));
        var writer = new ArrayWriter(pairs[0].Examples, shape, layout, 1, options, target, reading);
        target.Start(new SetLayout(writer.Shape, pairs[0].Examples.IsByte, grouping.Classes, grouping.Counts));
        var first = 0;
        foreach (var (examples, _) in pairs)
        {
            writer.Write(examples, (int)examples.Shape[0], grouping.Destinations.AsSpan(first));
            first += (int)examples.Shape[0];
        }
    }

    /// <summary>An array of [classes, examples, ...].</summary>
    public static void ByClass(ArrayStream array, ArrayLayout layout, ImageOptions options, ExampleTarget target, Reading reading)
    {
        if (array.Shape.Length < 3)
        {
            throw array.Wrong(
                $"it is {array.ShapeText}, but without labels an array must be [classes, examples, ...]", "name an array of labels, too");
        }

        var rows = array.Shape[0] * array.Shape[1];
        if (rows > Array.MaxLength)
            throw array.Wrong($"its {Text.Of(rows, "example")} are more than an array counts", "split it");
        var writer = new ArrayWriter(array, ShapeOf(array, 2, layout), layout, 2, options, target, reading);
        string[] names = [.. Enumerable.Range(0, (int)array.Shape[0]).Select(Text.Plain)];
        int[] counts = [.. Enumerable.Repeat((int)array.Shape[1], names.Length)];
        target.Start(new SetLayout(writer.Shape, array.IsByte, new ClassNames(names, [.. names.Select(_ => "")]), counts));
        writer.Write(array, (int)rows, []);
    }

    /// <summary>Whether what is behind the first axes ends with the channels.</summary>
    public static bool HasChannelsLast(ArrayStream array, int axes, ArrayLayout layout)
    {
        var sizes = array.Shape[axes..];
        if (sizes.Length != 3) return false;
        if (layout != ArrayLayout.Guess) return layout == ArrayLayout.ChannelsLast;
        var (isFirst, isLast) = (sizes[0] is 1 or 3, sizes[2] is 1 or 3);
        return isFirst != isLast
            ? isLast
            : throw array.Wrong(
                $"it is {array.ShapeText}, and where the channels are cannot be seen",
                $"declare its '{nameof(NumpySource.Layout)}' (of '[Numpy]' its 'Channels') as '{nameof(ArrayLayout.ChannelsFirst)}' or "
                + $"'{nameof(ArrayLayout.ChannelsLast)}'");
    }

    private static ExampleShape ShapeOf(ArrayStream array, int axes, ArrayLayout layout)
    {
        var sizes = array.Shape[axes..];
        if (sizes.Any(size => size > Array.MaxLength))
            throw array.Wrong($"it is {array.ShapeText}, and an example is more than an array holds", "store smaller examples");
        return sizes.Length switch
        {
            1 => ExampleShape.Vector((int)sizes[0]),
            2 => new ExampleShape(1, (int)sizes[0], (int)sizes[1]),
            3 when HasChannelsLast(array, axes, layout) => new ExampleShape((int)sizes[2], (int)sizes[0], (int)sizes[1]),
            3 => new ExampleShape((int)sizes[0], (int)sizes[1], (int)sizes[2]),
            _ => throw array.Wrong($"it is {array.ShapeText}, and examples have 1, 2 or 3 axes", "reshape it before saving"),
        };
    }

    private static long[] Join(string source, long[][] labels)
    {
        if (labels.Length == 1) return labels[0];
        if (labels.Sum(part => part.LongLength) > Array.MaxLength)
            throw new DataException(source, "", "all files together hold more examples than an array counts", "name fewer files");
        return [.. labels.SelectMany(part => part)];
    }
}
