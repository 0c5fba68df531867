namespace MetaDsl;

/// <summary>
/// Reads the images of classes into a set, on all cores. Which thread reads what changes nothing: every image has its place.
/// </summary>
internal static class ImageSetReader
{
    /// <summary>Images that a thread takes at a time: enough that what it needs for reading is made seldom.</summary>
    private const int Chunk = 64;

    public static ClassSet Read(string source, IReadOnlyList<ImageClass> classes, ImageOptions options, Reading reading)
    {
        var images = classes.SelectMany(one => one.Files.Select(file => (one.Tree, File: file))).ToArray();
        var shape = ShapeOf(images[0].Tree, images[0].File, options);
        if (shape.Elements * images.Length > Array.MaxLength)
        {
            throw new DataException(
                source,
                "",
                $"{Text.Of(images.Length, "image")} of {shape} are {Text.Count(shape.Elements * images.Length)} bytes, "
                + "more than an array holds",
                $"declare a smaller '{nameof(ImageOptions.Size)}'");
        }

        // Zeros until they are read: memory that a failing read never fills is never taken.
        var bytes = new byte[shape.Elements * images.Length];
        var counter = new ProgressCounter(reading.Progress, source, images.Length);
        TaskThreads.ForEach((images.Length + Chunk - 1) / Chunk, Environment.ProcessorCount, chunk =>
        {
            var (reader, file) = (new ImageReader(options), Array.Empty<byte>());
            var last = Math.Min(images.Length, (chunk + 1) * Chunk);
            for (var i = chunk * Chunk; i < last; i++)
            {
                reading.Cancellation.ThrowIfCancellationRequested();
                var (tree, number) = images[i];
                var length = tree.Read(number, ref file);
                var found = reader.Decode(tree.NameOf(number), file.AsSpan(0, length));
                if (found != shape) throw Different(tree.NameOf(number), found, images[0].Tree.NameOf(images[0].File), shape);
                reader.Write(bytes.AsSpan((int)(i * shape.Elements), (int)shape.Elements));
            }

            counter.Add(last - (chunk * Chunk));
        });

        var names = new ClassNames([.. classes.Select(one => one.Name)], [.. classes.Select(one => one.Group)]);
        return new ClassSet(shape, bytes, null, names, [.. classes.Select(one => one.Files.Count)]);
    }

    private static ExampleShape ShapeOf(FileTree tree, int number, ImageOptions options)
    {
        var file = Array.Empty<byte>();
        var length = tree.Read(number, ref file);
        return new ImageReader(options).Decode(tree.NameOf(number), file.AsSpan(0, length));
    }

    private static DataException Different(string name, ExampleShape found, string first, ExampleShape shape) => new(
        name,
        "",
        $"it is {found} where '{first}' is {shape} (channels, height, width)",
        found.Channels != shape.Channels
            ? $"declare '{nameof(ImageOptions.Color)}' as '{nameof(ImageColor.Grey)}' or '{nameof(ImageColor.Rgb)}'"
            : $"declare a '{nameof(ImageOptions.Size)}' that all are scaled to");
}
