using MetaDsl.Tests.Data;

namespace MetaDsl.Runtime.Tests.Tasks;

public sealed class EpisodeReaderTests
{
    private const int Tasks = 4;

    private static readonly RandomStream Random = RandomStream.From(5);
    private static readonly EpisodeSampler Sampler = new(ClassPart.AllOf(BytesOf(12, 9)), EpisodeShape.Of(3, 1, 2));
    private static readonly long Each = EpisodeReader.BatchBytes(Sampler, Tasks);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 5)]
    [InlineData(8, 2)]
    [InlineData(8, 40)]
    public void Batches_are_what_is_gathered_without_it_for_any_number_of_threads_and_any_memory(int threads, int batches)
    {
        using var reader = new EpisodeReader(Sampler, Random.Split, Tasks, batches * Each, threads);
        for (var batch = 0L; batch < 200; batch++) AssertBatch(reader, batch);
        Assert.InRange(reader.Made, 1, batches);
    }

    [Fact]
    public void Floats_are_read_too_and_arrays_have_the_exact_length()
    {
        var set = ClassSet.Of(ExampleShape.Vector(2), [.. Enumerable.Range(0, 40).Select(i => i / 2f)], [5, 5, 5, 5]);
        var sampler = new EpisodeSampler(ClassPart.AllOf(set), EpisodeShape.Of(2, 1, 1));
        using var reader = new EpisodeReader(sampler, Random.Split, Tasks, 1 << 20);
        using var batch = reader.Take(7);
        var expected = new float[4 * 4 * 2];
        set.CopyRows(sampler.DrawRows(Random.Split(7), 0, Tasks), expected);
        Assert.Equal(expected, batch.Floats);
        Assert.Contains("'Floats'", Assert.Throws<InvalidOperationException>(() => batch.Bytes).Message);
    }

    [Fact]
    public void Asking_for_another_batch_than_the_next_begins_anew_there()
    {
        using var reader = new EpisodeReader(Sampler, Random.Split, Tasks, 6 * Each, threads: 3);
        foreach (var batch in new long[] { 500, 501, 7, 8, 8, 9, -3, -2, 1_000_000_000_000, 501, 502, 503 }) AssertBatch(reader, batch);
        Assert.InRange(reader.Made, 1, 6);
    }

    [Fact]
    public void Memory_is_never_exceeded_and_never_taken_before_it_is_needed()
    {
        using var reader = new EpisodeReader(Sampler, Random.Split, Tasks, (4 * Each) + (Each - 1), threads: 8);
        Assert.Equal(4, reader.Capacity);
        Assert.Equal(0, reader.Made);
        var lent = new[] { reader.Take(0), reader.Take(1), reader.Take(2), reader.Take(3) };
        Assert.Equal(4, lent.Select(batch => batch.Bytes).Distinct().Count());
        Assert.Contains("holds 4 batches, and none was given back", Assert.Throws<InvalidOperationException>(() => reader.Take(4)).Message);
        lent[1].Dispose();
        lent[1].Dispose();
        AssertBatch(reader, 4);
        AssertBatch(reader, 5);
        Assert.Equal(4, reader.Made);
        Assert.Equal(Gathered(0), lent[0].Bytes);
        Assert.Equal(Gathered(3), lent[3].Bytes);
    }

    [Fact]
    public void Too_little_memory_is_an_error_that_says_how_much_is_needed()
    {
        var message = Assert.Throws<DataException>(() => new EpisodeReader(Sampler, Random.Split, Tasks, Each - 1)).Message;
        Assert.Equal(
            "A batch of 4 tasks takes 612 bytes, but only 611 may be used for reading ahead; allow 612 bytes or better several times "
            + "as much, or read fewer tasks at once.",
            message);
    }

    [Fact]
    public void Batches_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EpisodeReader(Sampler, Random.Split, 0, 1 << 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EpisodeReader(Sampler, Random.Split, 1, 1 << 20, threads: 0));
        var message = Assert.Throws<ArgumentException>(() => new EpisodeReader(Sampler, Random.Split, int.MaxValue, long.MaxValue)).Message;
        Assert.Contains("more than an array holds", message);
        var shape = new EpisodeShape { MinWays = 2, MaxWays = 3, MinShots = 1, MaxShots = 1, Queries = 1 };
        var unequal = new EpisodeSampler(Sampler.Part!, shape);
        message = Assert.Throws<ArgumentException>(() => new EpisodeReader(unequal, Random.Split, 1, 1 << 20)).Message;
        Assert.Contains("different sizes", message);
    }

    [Fact]
    public void Batches_that_follow_are_read_while_nobody_asks()
    {
        using var read = new CountdownEvent(5);
        using var reader = new EpisodeReader(
            Sampler,
            batch =>
            {
                read.Signal();
                return Random.Split(batch);
            },
            Tasks,
            5 * Each,
            threads: 2);
        using var first = reader.Take(0);
        Assert.True(read.Wait(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void What_fails_on_a_thread_comes_out_where_its_batch_is_taken_and_can_be_tried_again()
    {
        var isBroken = true;
        using var reader = new EpisodeReader(
            Sampler,
            batch => batch == 3 && Volatile.Read(ref isBroken)
                ? throw new DataException("file", "", "it is gone", "get it again")
                : Random.Split(batch),
            Tasks,
            3 * Each,
            threads: 3);
        for (var batch = 0; batch < 3; batch++) AssertBatch(reader, batch);
        Assert.Equal("'file': it is gone; get it again.", Assert.Throws<DataException>(() => reader.Take(3)).Message);
        Assert.Throws<DataException>(() => reader.Take(3));
        AssertBatch(reader, 4);
        Volatile.Write(ref isBroken, false);
        for (var batch = 3; batch < 9; batch++) AssertBatch(reader, batch);
        Assert.InRange(reader.Made, 1, 3);
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled_and_the_batch_can_be_taken_later()
    {
        using var release = new ManualResetEventSlim();
        using var reader = Blocked(release);
        using var cancel = new CancellationTokenSource();
        var waiting = Task.Run(() => reader.Take(0, cancel.Token));
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(50)));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.ThrowsAny<OperationCanceledException>(() => reader.Take(0, new CancellationToken(canceled: true)));
        release.Set();
        AssertBatch(reader, 0);
    }

    [Fact]
    public async Task Disposing_ends_whoever_waits_and_all_threads()
    {
        using var release = new ManualResetEventSlim();
        var reader = Blocked(release);
        var waiting = Task.Run(() => reader.Take(0));
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(50)));
        var disposing = Task.Run(reader.Dispose);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(30)));
        release.Set();
        await disposing.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Throws<ObjectDisposedException>(() => reader.Take(0));
        reader.Dispose();
    }

    [Fact]
    public void What_is_lent_outlives_the_reader()
    {
        var reader = new EpisodeReader(Sampler, Random.Split, Tasks, 3 * Each);
        using var batch = reader.Take(2);
        reader.Dispose();
        Assert.Equal(Gathered(2), batch.Bytes);
    }

    [Fact]
    public void Reading_and_taking_allocate_next_to_nothing()
    {
        var allocated = new long[1200];
        using var reader = new EpisodeReader(
            Sampler,
            batch =>
            {
                allocated[batch] = GC.GetAllocatedBytesForCurrentThread();
                return Random.Split(batch);
            },
            Tasks,
            4 * Each,
            threads: 1);
        for (var batch = 0; batch < 100; batch++) reader.Take(batch).Dispose();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var batch = 100; batch < 1100; batch++) reader.Take(batch).Dispose();
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0, 0, 100);
        Assert.InRange((allocated[1099] - allocated[100]) / 1000.0, 0, 100);
    }

    private static EpisodeReader Blocked(ManualResetEventSlim release) => new(
        Sampler,
        batch =>
        {
            release.Wait(TimeSpan.FromSeconds(30));
            return Random.Split(batch);
        },
        Tasks,
        3 * Each,
        threads: 2);

    private static void AssertBatch(EpisodeReader reader, long batch)
    {
        using var taken = reader.Take(batch);
        Assert.Equal(batch, taken.Number);
        Assert.Equal(Gathered(batch), taken.Bytes);
    }

    private static byte[] Gathered(long batch)
    {
        var rows = Sampler.DrawRows(Random.Split(batch), 0, Tasks);
        var bytes = new byte[rows.Length * 9];
        Sampler.Part!.Set.CopyRows(rows, bytes);
        return bytes;
    }

    /// <summary>Classes of so many images of 3 by 3, each with a byte of its own.</summary>
    private static ClassSet BytesOf(int classes, int each) =>
        ClassSet.Of(new(1, 3, 3), Make.Count(classes * each * 9), [.. Enumerable.Repeat(each, classes)]);
}
