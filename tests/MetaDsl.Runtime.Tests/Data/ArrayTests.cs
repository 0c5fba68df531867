namespace MetaDsl.Tests.Data;

public sealed class ArrayTests
{
    [Fact]
    public void Examples_in_any_order_are_brought_together_by_label()
    {
        var set = new IdxSource(Make.File("x", Make.Idx(8, [4, 1, 2], Make.Count(8))), Make.File("y", Make.Gzip(Make.Idx(8, [4], [7, 2, 7, 2])))).Load();
        Assert.Equal(["2", "7"], set.Names);
        Assert.Equal(new ExampleShape(1, 1, 2), set.Shape);
        Assert.Equal([2, 3, 6, 7, 0, 1, 4, 5], set.Bytes.ToArray());
        Assert.Equal(Normalization.UnitInterval, set.Normalization);
    }

    [Fact]
    public void Several_pairs_of_files_make_one_set()
    {
        var (x, y) = (Make.Idx(8, [2, 1, 1], [1, 2]), Make.Idx(8, [2], [5, 6]));
        var set = new IdxSource((Make.File("x", x), Make.File("y", y)), (Make.File("x", x), Make.File("y", y))).Load();
        Assert.Equal([1, 1, 2, 2], set.Bytes.ToArray());
    }

    [Fact]
    public void Other_numbers_of_IDX_are_floats()
    {
        byte[] numbers = [0xFF, 0xFE, 0x01, 0x00];
        var set = new IdxSource(Make.File("x", Make.Idx(11, [2, 1], numbers)), Make.File("y", Make.Idx(8, [2], [0, 0]))).Load();
        Assert.Equal([-2f, 256f], set.Floats.ToArray());
        Assert.Equal(Normalization.None, set.Normalization);
    }

    [Fact]
    public void Arrays_of_images_are_scaled_as_images_are()
    {
        var image = Enumerable.Range(0, 16).Select(i => (byte)(16 * i)).ToArray();
        var png = Png.Of(Png.Header(4, 4, 8, 0), Png.Rows(4, 4, (x, y) => (byte)(16 * ((4 * y) + x))));
        var options = new ImageOptions { Size = new(3, 2), Invert = true, Color = ImageColor.Rgb };
        var fromPng = new ImageFolderSource(Make.File("a.zip", Make.Zip(("a/1.png", png)))) { Images = options }.Load();
        var fromArray = new NumpySource(Make.File("a.npy", Make.Npy("'|u1'", "1, 1, 4, 4", image))) { Images = options }.Load();
        Assert.Equal(new ExampleShape(3, 3, 2), fromArray.Shape);
        Assert.Equal(fromPng.Bytes.ToArray(), fromArray.Bytes.ToArray());
    }

    [Fact]
    public void Channels_that_come_last_are_brought_to_the_front()
    {
        var file = Make.File("a.npy", Make.Npy("'|u1'", "1, 1, 2, 2, 3", Make.Count(12)));
        Assert.Equal([0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11], new NumpySource(file).Load().Bytes.ToArray());
        Assert.Equal(new ExampleShape(2, 2, 3), new NumpySource(file) { Layout = ArrayLayout.ChannelsFirst }.Load().Shape);
    }

    [PeerFact]
    public void Arrays_saved_by_NumPy_are_read_in_every_type_order_and_version()
    {
        using var folder = new TemporaryFolder();
        Peers.RunPython(folder.Path, """
            import numpy as np
            rng = np.random.default_rng(3)
            for name in 'u1 i1 i2 i4 i8 u2 u4 u8 f2 f4 f8 b1'.split():
                for order in '<>':
                    a = rng.integers(0, 2 if name == 'b1' else 100, (3, 4, 2, 5)).astype(order + name)
                    if name[0] in 'if': a = a - a.dtype.type(50)
                    for layout in 'CF':
                        for version in 1, 2, 3:
                            with open(f"{name}{'l' if order == '<' else 'b'}{layout}{version}.npy", 'wb') as f:
                                np.lib.format.write_array(f, np.asarray(a, order=layout), version=(version, 0))
                    a.astype('<f4').tofile(f"{name}{'l' if order == '<' else 'b'}.raw")
            x, y = rng.integers(0, 256, (40, 6, 7), dtype='u1'), rng.integers(-3, 3, 40)
            np.save('x.npy', x); np.save('y.npy', y)
            np.savez('plain.npz', images=x, labels=y); np.savez_compressed('packed.npz', images=x, labels=y); np.savez('one.npz', x.reshape(5, 8, 6, 7))
            np.concatenate([x[y == label] for label in np.unique(y)]).tofile('grouped.raw')
            """);
        var compared = 0;
        foreach (var path in Directory.GetFiles(folder.Path, "*.npy").Where(path => Path.GetFileName(path).Length == 9))
        {
            var set = new NumpySource(path) { UseCache = false }.Load();
            var raw = File.ReadAllBytes(path[..^6] + ".raw");
            var numbers = set.IsBytes ? [.. set.Bytes.ToArray().Select(one => (float)one)] : set.Floats.ToArray();
            Assert.Equal((3, new ExampleShape(1, 2, 5), 12), (set.ClassCount, set.Shape, set.ExampleCount));
            Assert.Equal(Enumerable.Range(0, raw.Length / 4).Select(i => BitConverter.ToSingle(raw, 4 * i)), numbers);
            compared++;
        }

        Assert.Equal(12 * 2 * 2 * 3, compared);
        var (x, y) = (Path.Combine(folder.Path, "x.npy"), Path.Combine(folder.Path, "y.npy"));
        AssertGrouped(folder, new NumpySource(x, y) { UseCache = false });
        AssertGrouped(folder, new NumpySource(Path.Combine(folder.Path, "plain.npz")) { LabelsArray = "labels", UseCache = false });
        AssertGrouped(folder, new NumpySource(Path.Combine(folder.Path, "packed.npz")) { LabelsArray = "labels", UseCache = false });
        Assert.Equal(8, new NumpySource(Path.Combine(folder.Path, "one.npz")) { UseCache = false }.Load().CountOf(4));
    }

    [FashionMnistFact]
    public void Fashion_MNIST_is_read_from_its_folder()
    {
        var set = new IdxSource(PublishedData.FashionMnist!) { UseCache = false }.Load();
        Assert.Equal((10, 70_000, new ExampleShape(1, 28, 28)), (set.ClassCount, set.ExampleCount, set.Shape));
        Assert.All(Enumerable.Range(0, 10), label => Assert.Equal(7000, set.CountOf(label)));
    }

    private static void AssertGrouped(TemporaryFolder folder, NumpySource source)
    {
        var set = source.Load();
        Assert.Equal(["-3", "-2", "-1", "0", "1", "2"], set.Names);
        Assert.Equal(File.ReadAllBytes(Path.Combine(folder.Path, "grouped.raw")), set.Bytes.ToArray());
    }
}
