namespace MetaDsl;

/// <summary>
/// Reads the images of classes into a set, on all cores. Which thread reads what changes nothing: every image has its place.
/// </summary>
internal static class ImageSetReader
{
    /// <summary>Images that a thread takes at a time: enough that what it needs for reading is made seldom.</summary>
    private const int Chunk = 64;

    /// <summary>Bytes that it takes at a time, if they are more than one image.</summary>
    private const int ChunkBytes = 1 << 22;

    public static void Read(IReadOnlyList<ImageClass> classes, ImageOptions options, string source, ExampleTarget target, Reading reading)
    {
        var images = classes.SelectMany(one => one.Files.Select(file => (one.Tree, File: file))).ToArray();
        var shape = ShapeOf(images[0].Tree, images[0].File, options);
        var names = new ClassNames([.. classes.Select(one => one.Name)], [.. classes.Select(one => one.Group)]);
        target.Start(new SetLayout(shape, true, names, [.. classes.Select(one => one.Files.Count)]));
        var (size, counter) = ((int)shape.Elements, new ProgressCounter(reading.Progress, source, images.Length));
        var most = Math.Clamp(ChunkBytes / size, 1, Chunk);
        TaskThreads.ForEach((images.Length + most - 1) / most, Environment.ProcessorCount, chunk =>
        {
            var (reader, file) = (new ImageReader(options), Array.Empty<byte>());
            var (first, last) = (chunk * most, Math.Min(images.Length, (chunk + 1) * most));
            var decoded = new byte[(last - first) * size];
            for (var i = first; i < last; i++)
            {
                reading.Cancellation.ThrowIfCancellationRequested();
                var (tree, number) = images[i];
                var length = tree.Read(number, ref file);
                var found = reader.Decode(tree.NameOf(number), file.AsSpan(0, length));
                if (found != shape) throw Different(tree.NameOf(number), found, images[0].Tree.NameOf(images[0].File), shape);
                reader.Write(decoded.AsSpan((i - first) * size, size));
            }

            target.Write(first, decoded);
            counter.Add(last - first);
        });
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
            ? $"declare '{nameof(ImageOptions.Color)}' as '{nameof(ImageColor.Grey)}' or '{nameof(ImageColor.Rgb)}' ('[Grey]' or '[Rgb]')"
            : $"declare a '{nameof(ImageOptions.Size)}' that all are scaled to ('[Resize]')");
}
