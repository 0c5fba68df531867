using System.Text;

namespace MetaDsl.Tests.Data;

public sealed class CacheTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string zip;

    public CacheTests()
    {
        zip = Path.Combine(folder.Path, "data.zip");
        WriteZip(1);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_second_read_comes_from_one_file_beside_the_source_and_gives_the_same()
    {
        var first = Load();
        Assert.Equal(CacheOutcome.Written, first.Cache.Outcome);
        Assert.Equal([first.Cache.Path!, zip], Directory.GetFileSystemEntries(folder.Path).OrderByDescending(path => path.Length));
        var second = Load();
        Assert.Equal(CacheOutcome.Read, second.Cache.Outcome);
        Assert.Equal(first.Bytes.ToArray(), second.Bytes.ToArray());
        Assert.Equal(first.Names, second.Names);
        Assert.Equal(first.Groups, second.Groups);
        Assert.Equal(first.Starts.ToArray(), second.Starts.ToArray());
        Assert.Equal(first.Shape, second.Shape);
    }

    [Fact]
    public void Floats_are_cached_too()
    {
        var path = folder.Write("t.csv", "x,y,kind\n1.5,2,a\n3,4,b\n");
        var source = new TableClassSource(path) { Label = "kind" };
        var (first, second) = (source.Load(), source.Load());
        Assert.Equal((CacheOutcome.Written, CacheOutcome.Read), (first.Cache.Outcome, second.Cache.Outcome));
        Assert.Equal(first.Floats.ToArray(), second.Floats.ToArray());
    }

    [Fact]
    public void A_source_that_changed_is_read_anew()
    {
        Load();
        WriteZip(2);
        var changed = Load();
        Assert.Equal(CacheOutcome.Written, changed.Cache.Outcome);
        Assert.Equal(2, changed.BytesOf(0)[0]);
        File.SetLastWriteTimeUtc(zip, DateTime.UtcNow.AddHours(-1));
        Assert.Equal(CacheOutcome.Written, Load().Cache.Outcome);
    }

    [Fact]
    public void Other_options_have_a_cache_of_their_own_and_normalization_needs_none()
    {
        var plain = Load();
        var scaled = new ImageFolderSource(zip) { Images = new() { Size = new(2, 2) } }.Load();
        Assert.Equal(CacheOutcome.Written, scaled.Cache.Outcome);
        Assert.NotEqual(plain.Cache.Path, scaled.Cache.Path);
        var normalization = new Normalization(1) { Mean = [3], Deviation = [2] };
        var normalized = new ImageFolderSource(zip) { Normalization = normalization }.Load();
        Assert.Equal(CacheOutcome.Read, normalized.Cache.Outcome);
        Assert.Same(normalization, normalized.Normalization);
    }

    [Fact]
    public void Whatever_byte_is_damaged_the_source_is_read_anew()
    {
        var whole = Load();
        var path = whole.Cache.Path!;
        var good = File.ReadAllBytes(path);
        for (var at = 0; at < good.Length; at++)
        {
            byte[] bad = [.. good];
            bad[at] ^= 0x10;
            AssertRebuilt(bad);
        }

        foreach (var length in new[] { 0, 1, 8, 40, 55, 60, good.Length - 1 }) AssertRebuilt(good[..length]);
        AssertRebuilt([.. good, 0]);
        AssertRebuilt(Encoding.ASCII.GetBytes("no cache"));

        void AssertRebuilt(byte[] bad)
        {
            File.WriteAllBytes(path, bad);
            var set = Load();
            Assert.Equal(CacheOutcome.Written, set.Cache.Outcome);
            Assert.Equal(whole.Bytes.ToArray(), set.Bytes.ToArray());
            Assert.Equal(good, File.ReadAllBytes(path));
        }
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_no_error_and_the_set_says_so()
    {
        // A folder of that name is in the way even of root.
        var path = Load().Cache.Path!;
        File.Delete(path);
        Directory.CreateDirectory(Path.Combine(path, "in the way"));
        var set = Load();
        Assert.Equal((CacheOutcome.NotWritten, path), (set.Cache.Outcome, set.Cache.Path));
        Assert.NotEmpty(set.Cache.Reason!);
        Assert.Equal(1, set.BytesOf(0)[0]);
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public void Nothing_is_cached_of_streams_nor_where_it_is_not_wanted()
    {
        Assert.Equal(CacheReport.None, new ImageFolderSource(DataFile.From("a.zip", () => File.OpenRead(zip))).Load().Cache);
        Assert.Equal(CacheReport.None, new ImageFolderSource(zip) { UseCache = false }.Load().Cache);
        Assert.Equal([zip], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void The_cache_of_a_folder_lies_beside_it_and_notices_a_new_file()
    {
        var path = Path.Combine(folder.Path, "images", "a");
        Directory.CreateDirectory(path);
        File.WriteAllBytes(Path.Combine(path, "1.png"), Png.Grey());
        var source = new ImageFolderSource(Path.Combine(folder.Path, "images") + Path.DirectorySeparatorChar);
        Assert.Equal(folder.Path, Path.GetDirectoryName(source.Load().Cache.Path));
        Assert.Equal(CacheOutcome.Read, source.Load().Cache.Outcome);
        File.WriteAllBytes(Path.Combine(path, "2.png"), Png.Grey());
        Assert.Equal((CacheOutcome.Written, CacheOutcome.Read), (source.Load().Cache.Outcome, source.Load().Cache.Outcome));
        Assert.Equal(2, source.Load().ExampleCount);
    }

    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    [InlineData("Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1)]
    public void The_checksum_is_xxHash(string text, ulong hash) => Assert.Equal(hash, XxHash64.Of(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void The_check_of_chunks_is_that_of_PNG_and_zip()
    {
        Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));
        Assert.Equal(0xCBF43926, Crc32.Of("6789"u8, Crc32.Of("12345"u8)));
    }

    private ClassSet Load() => new ImageFolderSource(zip).Load();

    private void WriteZip(byte first)
    {
        File.WriteAllBytes(zip, Make.Zip(("g/a/1.png", Png.Grey(first: first)), ("g/a/2.png", Png.Grey(first: 50)), ("h/b/1.png", Png.Grey(first: 100))));
    }
}
