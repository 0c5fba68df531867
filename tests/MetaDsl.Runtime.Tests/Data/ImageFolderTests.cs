using System.Text;

namespace MetaDsl.Tests.Data;

public sealed class ImageFolderTests
{
    [Fact]
    public void Classes_are_called_by_their_path_below_the_folder_that_holds_all_and_grouped_by_the_folders_above()
    {
        var set = Read(
            ("data/train/dog/2.png", Png.Grey(first: 20)), ("data/train/dog/1.png", Png.Grey(first: 10)), ("data/train/cat/1.pgm", Pgm(7)),
            ("data/test/fox/1.png", Png.Grey(first: 30)), ("data/readme.txt", []), ("data/.hidden/1.png", []), ("__MACOSX/data/1.png", []));
        Assert.Equal(["test/fox", "train/cat", "train/dog"], set.Names);
        Assert.Equal(["test", "train", "train"], set.Groups);
        Assert.Equal(new ExampleShape(1, 4, 4), set.Shape);
        Assert.Equal([0, 1, 2, 4], set.Starts.ToArray());
        Assert.Equal([30, 7, 10, 20], Enumerable.Range(0, 4).Select(row => (int)set.BytesOf(row)[0]));
    }

    [Fact]
    public void A_single_class_keeps_its_own_name() => Assert.Equal(["cat"], Read(("data/cat/1.png", Png.Grey())).Names);

    [Fact]
    public void A_folder_gives_what_its_zip_file_gives()
    {
        using var folder = new TemporaryFolder();
        (string Path, byte[] Bytes)[] files = [("b/1.png", Png.Grey(first: 1)), ("b/2.png", Png.Grey(first: 2)), ("a/x.png", Png.Grey(first: 3))];
        foreach (var (path, bytes) in files)
        {
            folder.Write(path);
            File.WriteAllBytes(Path.Combine(folder.Path, path), bytes);
        }

        var (fromFolder, fromZip) = (new ImageFolderSource(folder.Path) { UseCache = false }.Load(), Read(files));
        Assert.Equal(fromZip.Names, fromFolder.Names);
        Assert.Equal(fromZip.Bytes.ToArray(), fromFolder.Bytes.ToArray());
    }

    [Fact]
    public void Netpbm_images_of_every_kind_are_read()
    {
        byte[][] files =
        [
            Encoding.ASCII.GetBytes("P1 # a comment\n3 2 101 0 1 0"),
            Encoding.ASCII.GetBytes("P2\n#\n3 2\n10\n0 5 10\n10 0 5\n"),
            Encoding.ASCII.GetBytes("P3 1 2 255 1 2 3\n4 5 6"),
            [.. "P4 3 2\n"u8, 0b1010_0000, 0b0100_0000],
            [.. "P5 3 2 65535\n"u8, 0, 0, 0x80, 0x80, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 1, 1],
            [.. "P6\n1 2\n255\n"u8, 1, 2, 3, 4, 5, 6],
        ];
        byte[][] expected = [[0, 255, 0, 255, 0, 255], [0, 128, 255, 255, 0, 128], [1, 4, 2, 5, 3, 6], [0, 255, 0, 255, 0, 255], [0, 128, 255, 255, 0, 1], [1, 4, 2, 5, 3, 6]];
        for (var kind = 0; kind < files.Length; kind++) Assert.Equal(expected[kind], Read(($"a/{kind}.pnm", files[kind])).Bytes.ToArray());
    }

    [Fact]
    public void Transparent_pixels_show_what_lies_under_them_or_a_background()
    {
        var png = Png.Of(Png.Header(2, 1, 8, 6), [0, 10, 20, 30, 0, 100, 100, 100, 128]);
        Assert.Equal([10, 100, 20, 100, 30, 100], ReadWith(new ImageOptions(), png));
        Assert.Equal([255, 177, 255, 177, 255, 177], ReadWith(new ImageOptions { Background = 255 }, png));
        Assert.Equal([0, 50], ReadWith(new ImageOptions { Background = 0, Color = ImageColor.Grey }, png));
    }

    [Fact]
    public void Images_are_inverted_after_everything_else()
    {
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (byte)(255 - i)), ReadWith(new ImageOptions { Invert = true }, Png.Grey()));
        Assert.Equal(ReadWith(new ImageOptions { Size = new(2, 3) }, Png.Grey()).Select(pixel => (byte)~pixel), ReadWith(new ImageOptions { Size = new(2, 3), Invert = true }, Png.Grey()));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, -1)]
    [InlineData(5, 100_000)]
    public void A_size_that_no_image_has_is_refused(int height, int width) =>
        Assert.Throws<ArgumentException>(() => ReadWith(new ImageOptions { Size = new(height, width) }, Png.Grey()));

    [Fact]
    public void Progress_comes_to_its_end_and_never_goes_back()
    {
        var reports = new Reports<DataProgress>();
        var files = Enumerable.Range(0, 300).Select(i => ($"a/{i}.png", Png.Grey())).ToArray();
        new ImageFolderSource(Make.File("a.zip", Make.Zip(files))).Load(reports);
        Assert.Equal(new DataProgress("a.zip", 300, 300), reports[^1]);
        Assert.Equal(reports.OrderBy(report => report.Done), reports);
    }

    [Fact]
    public void A_read_can_be_cancelled() => Assert.ThrowsAny<OperationCanceledException>(
        () => new ImageFolderSource(Make.File("a.zip", Make.Zip(("a/1.png", Png.Grey())))).Load(cancellation: new CancellationToken(canceled: true)));

    private static ClassSet Read(params (string Path, byte[] Bytes)[] files) => new ImageFolderSource(Make.File("a.zip", Make.Zip(files))).Load();

    private static byte[] ReadWith(ImageOptions options, byte[] png) =>
        new ImageFolderSource(Make.File("a.zip", Make.Zip(("a/1.png", png)))) { Images = options }.Load().Bytes.ToArray();

    private static byte[] Pgm(byte level) => [.. "P5 4 4 255\n"u8, .. Enumerable.Repeat(level, 16)];
}
