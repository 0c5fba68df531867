using System.Runtime.InteropServices;

namespace MetaDsl.Tests.Data;

public sealed class DiskSetTests : IDisposable
{
    private const int Classes = 6;

    private static readonly RandomStream Random = RandomStream.From(3);

    private readonly TemporaryFolder folder = new();
    private readonly string zip;

    public DiskSetTests()
    {
        // Class i has 4 + i images, each with pixels of its own.
        zip = Path.Combine(folder.Path, "data.zip");
        File.WriteAllBytes(zip, Make.Zip([.. Enumerable.Range(0, Classes).SelectMany(one => Enumerable.Range(0, 4 + one)
            .Select(i => ($"g{one / 2}/c{one}/{i}.png", Png.Grey(first: (31 * one) + (7 * i)))))]));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_set_on_disk_is_the_set_in_memory_but_for_where_its_examples_lie()
    {
        var memory = new ImageFolderSource(zip) { UseCache = false }.Load();
        var (written, read) = (OnDisk(), OnDisk());
        Assert.Equal((CacheOutcome.Written, CacheOutcome.Read), (written.Cache.Outcome, read.Cache.Outcome));
        Assert.Equal([zip, written.Cache.Path!], Directory.GetFileSystemEntries(folder.Path).Order());
        foreach (var disk in new[] { written, read })
        {
            Assert.Equal((true, true, false), (disk.IsOnDisk, disk.IsBytes, memory.IsOnDisk));
            Assert.Equal((memory.Shape, memory.ExampleCount, memory.Normalization), (disk.Shape, disk.ExampleCount, disk.Normalization));
            Assert.Equal(memory.Names, disk.Names);
            Assert.Equal(memory.Groups, disk.Groups);
            Assert.Equal(memory.Starts.ToArray(), disk.Starts.ToArray());
            AssertSameRows(memory, disk);
        }
    }

    [Fact]
    public void Both_kinds_share_the_cache_file()
    {
        var disk = OnDisk();
        var memory = new ImageFolderSource(zip).Load();
        Assert.Equal((CacheOutcome.Read, disk.Cache.Path), (memory.Cache.Outcome, memory.Cache.Path));
        AssertSameRows(memory, disk);
        File.Delete(disk.Cache.Path!);
        Assert.Equal(CacheOutcome.Written, new ImageFolderSource(zip).Load().Cache.Outcome);
        Assert.Equal(CacheOutcome.Read, OnDisk().Cache.Outcome);
    }

    [Fact]
    public void Floats_lie_on_disk_too_and_stay_what_they_are()
    {
        var path = folder.Write("t.csv", "x,y,kind\n1.5,2,a\n3,4,b\n5,6,a\n");
        var set = new TableClassSource(path) { Label = "kind" }.LoadOnDisk();
        var floats = new float[4];
        set.CopyRows([2, 1], floats);
        Assert.Equal([3f, 4f, 5f, 6f], floats);
        Assert.Contains("holds floats", Assert.Throws<InvalidOperationException>(() => set.CopyRows([0], new byte[2])).Message);
    }

    [Fact]
    public void Arrays_of_every_kind_go_to_disk_as_they_go_to_memory()
    {
        var random = RandomStream.From(4);
        byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(i => (byte)((7 * i) ^ (i >> 8)))];
        byte[] Floats(int count) => MemoryMarshal.AsBytes<float>([.. Enumerable.Range(0, count).Select(i => i / 8f)]).ToArray();
        string Write(string name, byte[] bytes)
        {
            var path = folder.Write(name);
            File.WriteAllBytes(path, bytes);
            return path;
        }

        byte[] labels = [.. Enumerable.Range(0, 300).Select(i => (byte)(random.At(i) % 5))];
        var (x, y) = (Write("x.idx", Make.Idx(8, [300, 6, 5], Bytes(300 * 30))), Write("y.idx", Make.Gzip(Make.Idx(8, [300], labels))));
        var (f, l) = (Write("f.npy", Make.Npy("'<f4'", "300, 7", Floats(2100))), Write("l.npy", Make.Npy("'|u1'", "300,", labels)));
        ClassSource[] sources =
        [
            new IdxSource(x, y),
            new IdxSource((x, y), (x, y)) { Images = new() { Size = new(4, 4), Invert = true } },
            new NumpySource(f, l),
            new NumpySource(Write("last.npy", Make.Npy("'|u1'", "2, 3, 4, 5, 3", Bytes(360))))
            {
                Images = new() { Color = ImageColor.Grey },
            },
            new NumpySource(Write("fortran.npy", Make.Npy("'<f4'", "2, 3, 4, 5", Floats(120), isFortran: true))),
            new NumpySource(Write("a.npz", Make.Zip(("x.npy", Make.Npy("'|u1'", "300, 9", Bytes(2700))), ("y.npy", File.ReadAllBytes(l)))))
            {
                LabelsArray = "y",
            },

            // More than is read at a time.
            new NumpySource(Write("large.npy", Make.Npy("'|u1'", "3, 2, 700, 700", Bytes(6 * 490_000)))),
            new NumpySource(Write("largef.npy", Make.Npy("'<f4'", "2, 3, 400000", Floats(2_400_000)))),
        ];
        foreach (var source in sources)
        {
            var disk = source.LoadOnDisk();
            var path = disk.Cache.Path!;
            File.Move(path, path + ".kept");
            var memory = source.Load();
            Assert.Equal((CacheOutcome.Written, CacheOutcome.Written), (disk.Cache.Outcome, memory.Cache.Outcome));
            Assert.True(File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(path + ".kept")));
            Assert.Equal((memory.Shape, memory.IsBytes), (disk.Shape, disk.IsBytes));
            if (memory.IsBytes) AssertSameRows(memory, disk);
        }
    }

    [Fact]
    public void What_needs_all_examples_in_memory_says_what_to_do_instead()
    {
        var set = OnDisk();
        foreach (var action in new Action[] { () => _ = set.Bytes, () => _ = set.BytesOf(3) })
        {
            var message = Assert.Throws<InvalidOperationException>(action).Message;
            Assert.Equal(
                $"The examples lie in '{set.Cache.Path}' and are not in memory; copy those that are needed with 'CopyRows', or read "
                + "the set with 'Load'.",
                message);
        }

        Assert.Contains("holds bytes", Assert.Throws<InvalidOperationException>(() => set.Floats).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => set.CopyRows([set.ExampleCount], new byte[16]));
        Assert.Throws<ArgumentOutOfRangeException>(() => set.CopyRows([-1], new byte[16]));
    }

    [Fact]
    public void Rotations_splits_and_small_classes_are_as_in_memory()
    {
        var memory = new ImageFolderSource(zip) { UseCache = false }.Load();
        AssertSameRows(memory.WithRotations(), OnDisk().WithRotations());
        AssertSameRows(memory.WithAtLeast(7), OnDisk().WithAtLeast(7));
        AssertSameRows(memory.WithRotations().WithAtLeast(6), OnDisk().WithRotations().WithAtLeast(6));
        AssertSameRows(memory.WithAtLeast(6).WithRotations(), OnDisk().WithAtLeast(6).WithRotations());
        Assert.Throws<InvalidOperationException>(OnDisk().WithRotations().WithRotations);
        var inMemory = ClassSplit.ByGroups(memory, ["g0", "g2"]).WithRotations();
        var onDisk = ClassSplit.ByGroups(OnDisk(), ["g0", "g2"]).WithRotations();
        Assert.Equal(inMemory.Train.Classes, onDisk.Train.Classes);
        AssertSameRows(inMemory.Train.Set, onDisk.Train.Set);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 8)]
    [InlineData(true, 1)]
    [InlineData(true, 8)]
    public void Batches_read_ahead_from_disk_are_those_of_memory_for_any_number_of_threads_and_after_a_resume(bool isRotated, int threads)
    {
        var (memory, disk) = (new ImageFolderSource(zip) { UseCache = false }.Load(), OnDisk());
        if (isRotated) (memory, disk) = (memory.WithRotations(), disk.WithRotations());
        var (inMemory, onDisk) = (SamplerOf(memory), SamplerOf(disk));
        var each = EpisodeReader.BatchBytes(onDisk, 2);
        using var reader = new EpisodeReader(onDisk, Random.Split, 2, 3 * each, threads);
        foreach (var batch in Enumerable.Range(0, 60).Concat(Enumerable.Range(31, 40)))
        {
            using var taken = reader.Take(batch);
            var expected = new byte[taken.Bytes.Length];
            memory.CopyRows(inMemory.DrawRows(Random.Split(batch), 0, 2), expected);
            Assert.Equal(expected, taken.Bytes);
        }

        Assert.InRange(reader.Made, 1, 3);
    }

    [Fact]
    public void A_set_may_be_larger_than_the_memory_for_reading_ahead()
    {
        var (set, sampler) = (OnDisk(), SamplerOf(OnDisk()));
        using var reader = new EpisodeReader(sampler, Random.Split, 1, EpisodeReader.BatchBytes(sampler, 1), threads: 8);
        Assert.InRange(EpisodeReader.BatchBytes(sampler, 1), 1, (set.ExampleCount * set.Shape.Elements) - 1);
        for (var batch = 0; batch < 20; batch++)
        {
            using var taken = reader.Take(batch);
            var expected = new byte[taken.Bytes.Length];
            set.CopyRows(sampler.DrawRows(Random.Split(batch), 0, 1), expected);
            Assert.Equal(expected, taken.Bytes);
        }

        Assert.Equal(1, reader.Made);
    }

    [Fact]
    public void Whatever_byte_is_damaged_it_is_written_anew_or_noticed_when_it_is_read()
    {
        var path = OnDisk().Cache.Path!;
        var good = File.ReadAllBytes(path);
        var (rebuilt, noticed) = (0, 0);
        for (var at = 0; at < good.Length; at++)
        {
            byte[] bad = [.. good];
            bad[at] ^= 0x10;
            File.WriteAllBytes(path, bad);
            var set = OnDisk();
            if (set.Cache.Outcome == CacheOutcome.Written)
            {
                rebuilt++;
                Assert.Equal(good, File.ReadAllBytes(path));
                continue;
            }

            noticed++;
            var error = Assert.Throws<DataException>(() => RowsOf(set));
            Assert.Equal(path, error.File);
            Assert.Contains("its checksum is wrong; delete the file and begin anew", error.Message);
        }

        // Each of the 39 examples has 16 bytes and a checksum of 8.
        Assert.Equal(39 * (16 + 8), noticed);
        Assert.Equal(good.Length - noticed, rebuilt);
        foreach (var length in new[] { 0, 1, 40, good.Length - 1 })
        {
            File.WriteAllBytes(path, good[..length]);
            Assert.Equal(CacheOutcome.Written, OnDisk().Cache.Outcome);
        }
    }

    [Fact]
    public void A_file_that_is_cut_short_while_it_is_in_use_is_an_error_where_the_batch_is_taken()
    {
        var sampler = SamplerOf(OnDisk());
        using var reader = new EpisodeReader(sampler, Random.Split, 1, 1 << 20, threads: 2);
        var path = sampler.Part!.Set.Cache.Path!;
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) file.SetLength(200);
        Assert.Contains("the file ends before it", Assert.Throws<DataException>(() => reader.Take(0)).Message);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_an_error_that_names_it_and_leaves_nothing()
    {
        var path = OnDisk().Cache.Path!;
        File.Delete(path);
        Directory.CreateDirectory(Path.Combine(path, "in the way"));
        var error = Assert.Throws<DataException>(OnDisk);
        Assert.Equal(path, error.File);
        Assert.StartsWith($"'{path}': it cannot be written (", error.Message);
        Assert.EndsWith($"make room and its folder writable, copy '{zip}' to where there is, or use 'Load'.", error.Message);
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Path).Length);
    }

    [Fact]
    public void A_read_that_fails_or_is_cancelled_leaves_nothing()
    {
        var canceled = new CancellationToken(canceled: true);
        Assert.ThrowsAny<OperationCanceledException>(() => new ImageFolderSource(zip).LoadOnDisk(cancellation: canceled));
        var broken = Path.Combine(folder.Path, "broken.zip");
        File.WriteAllBytes(broken, Make.Zip(("a/1.png", Png.Grey()), ("a/2.png", Png.Grey(width: 5))));
        Assert.Throws<DataException>(() => new ImageFolderSource(broken).LoadOnDisk());
        Assert.Equal([broken, zip], Directory.GetFileSystemEntries(folder.Path).Order());
    }

    [Fact]
    public void Streams_and_sources_without_cache_cannot_stay_on_disk()
    {
        var stream = new ImageFolderSource(DataFile.From("upload.zip", () => File.OpenRead(zip)));
        Assert.StartsWith("'upload.zip': it is a stream", Assert.Throws<DataException>(() => stream.LoadOnDisk()).Message);
        var uncached = new ImageFolderSource(zip) { UseCache = false };
        Assert.StartsWith($"'{zip}': 'UseCache' is false", Assert.Throws<DataException>(() => uncached.LoadOnDisk()).Message);
    }

    [Fact]
    public void Sets_of_more_than_two_to_the_31_bytes_have_their_rows_where_they_belong()
    {
        // Room for 2 200 examples of a mebibyte, of which three are written: the others take no time.
        var (path, shape) = (Path.Combine(folder.Path, "large.metadsl"), new ExampleShape(1, 1024, 1024));
        var layout = new SetLayout(shape, true, new ClassNames(["a", "b"], ["", ""]), [1, 2199]);
        long[] rows = [0, 2100, 2199];
        using (var writer = new CacheWriter(path, new byte[32]))
        {
            writer.Start(layout);
            foreach (var row in rows) writer.Write(row, Example(row));
            writer.Commit();
        }

        var file = ExampleFile.TryOpen(path, new byte[32])!;
        var set = new ClassSet(file.Layout, new StoredExamples(file));
        var example = new byte[shape.Elements];
        Assert.True(set.ExampleCount * shape.Elements > int.MaxValue);
        foreach (var row in rows)
        {
            set.CopyRows([row], example);
            Assert.True(example.AsSpan().SequenceEqual(Example(row)));
        }

        Assert.Throws<DataException>(() => set.CopyRows([1], example));
        Assert.Equal(8800, set.WithRotations().ExampleCount);
        set.WithRotations().CopyRows([8799], example);
        Assert.Equal(Example(2199)[^1], example[1023 * 1024]);
        Assert.Null(CacheFile.TryRead(path, new byte[32]));

        byte[] Example(long row) => [.. Enumerable.Range(0, 1 << 20).Select(i => (byte)((row * 3) + (i >> 10)))];
    }

    private ClassSet OnDisk() => new ImageFolderSource(zip).LoadOnDisk();

    private static EpisodeSampler SamplerOf(ClassSet set) => new(ClassPart.AllOf(set), EpisodeShape.Of(3, 1, 2));

    private static void AssertSameRows(ClassSet memory, ClassSet disk)
    {
        Assert.Equal(memory.Names, disk.Names);
        Assert.Equal(memory.Starts.ToArray(), disk.Starts.ToArray());
        Assert.Equal(memory.Rotations, disk.Rotations);
        Assert.True(disk.IsOnDisk);
        Assert.Equal(RowsOf(memory), RowsOf(disk));
    }

    /// <summary>All rows, the last first.</summary>
    private static byte[] RowsOf(ClassSet set)
    {
        var bytes = new byte[set.ExampleCount * set.Shape.Elements];
        set.CopyRows([.. Enumerable.Range(1, set.ExampleCount).Select(i => (long)set.ExampleCount - i)], bytes);
        return bytes;
    }
}
