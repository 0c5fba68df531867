using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using TorchSharp;

namespace MetaDsl.LibTorch.Tests;

/// <summary>What large tensors leave is kept for the next of their size, within a limit.</summary>
[Collection(nameof(Alone))]
public class AllocatorTests
{
    private const long Megabyte = 1 << 20;
    private const long Limit = 512 * Megabyte;
    private const long Large = 48 * Megabyte;
    // What else the process does meanwhile.
    private const long Slack = 40 * Megabyte;
    private const int Requests = 12_000;

    public AllocatorTests()
    {
        TensorMemory.Collect();
        AskForTooMuch();
    }

    [Theory]
    [InlineData(1_000_000, 1_000_000)]
    [InlineData(1_000_000, 1_040_000)]
    [InlineData(1 << 18, 1 << 18)]
    [InlineData((1 << 18) + 1, (1 << 18) + (1 << 14))]
    [InlineData(100_000_000, 100_663_296)]
    public void A_tensor_of_about_the_size_of_the_one_before_has_its_memory(long before, long after)
    {
        var (first, second) = (PlaceOfOne(before), PlaceOfOne(after));
        Assert.Equal(first, second);
    }

    [Fact]
    public void Tensors_that_live_at_once_never_share_memory()
    {
        // On both sides of the least size that is kept, and of borders between sizes.
        long[] sizes = [1, 63, 64, 65, 4096, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, (1 << 18) + (1 << 14), (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_000_000];
        for (var round = 0; round < 3; round++)
        {
            var tensors = sizes.SelectMany(size => new[] { size, size }).Select((size, i) => torch.full([size], i, dtype: torch.uint8)).ToArray();
            Assert.All(tensors.Select((tensor, i) => (tensor, i)), pair => Assert.Equal(-1, pair.tensor.bytes.IndexOfAnyExcept((byte)pair.i)));
            Assert.All(tensors, tensor => Assert.Equal(0, PlaceOf(tensor) % 64));
            foreach (var tensor in tensors) tensor.Dispose();
        }
    }

    [Fact]
    public void A_tensor_without_numbers_needs_no_memory()
    {
        using var empty = torch.empty([0]);
        using var joined = torch.cat([empty, empty]);
        Assert.Equal(0, joined.numel());
    }

    [Fact]
    public void What_a_large_tensor_leaves_stays_with_the_process_up_to_the_limit()
    {
        var before = Resident();
        Fill(Large, 6);
        Assert.InRange(Resident() - before, (6 * Large) - Slack, (6 * Large) + Slack);
        // 20 are twice the limit.
        Fill(Large, 20);
        Assert.InRange(Resident() - before, Limit - Large - Slack, Limit + Slack);
    }

    [Fact]
    public void A_tensor_above_the_limit_leaves_nothing()
    {
        var before = Resident();
        Fill(Limit + Megabyte, 1);
        Assert.InRange(Resident() - before, -Limit, Slack);
    }

    [Fact]
    public void Many_sizes_stay_within_the_limit()
    {
        var before = Resident();
        for (var size = Megabyte; size < 100 * Megabyte; size += size / 9) Fill(size, 3);
        Assert.InRange(Resident() - before, 0, Limit + Slack);
    }

    [Fact]
    public void Sizes_that_are_no_longer_used_make_place_for_others()
    {
        const long Other = 60 * Megabyte;
        var before = Resident();
        Fill(Large, 20);
        // What is kept is in use, so nothing of the others is.
        Fill(Other, 1);
        var place = PlaceOfOne(Large);
        Assert.Equal(place, PlaceOfOne(Large));
        Request(Requests);
        Fill(Other, 4);
        Assert.InRange(Resident() - before, (4 * Other) - Slack, (4 * Other) + Slack);
        Assert.Equal(PlaceOfOne(Other), PlaceOfOne(Other));
    }

    [Fact]
    public void Sizes_that_are_used_in_turn_stay_though_they_are_idle_between()
    {
        Fill(Large, 5);
        var before = Resident();
        for (var round = 0; round < 3; round++)
        {
            Request(Requests / 2);
            Fill(Large, 5);
            Fill(2 * Large, 5);
        }

        Assert.InRange(Resident() - before, 0, Limit - (5 * Large) + Slack);
    }

    [Fact]
    public void Threads_give_and_take_without_harm()
    {
        var wrong = 0;
        var passed = new ConcurrentQueue<(torch.Tensor Tensor, byte Mark)>();
        var threads = Enumerable.Range(1, 6).Select(seed => new Thread(() =>
        {
            var random = new Random(seed);
            for (var i = 0; i < 400; i++)
            {
                var mark = (byte)random.Next(256);
                passed.Enqueue((torch.full([random.Next(1 << 17, 1 << 21)], mark, dtype: torch.uint8), mark));
                // What one thread has made another disposes.
                if (random.Next(3) == 0 || !passed.TryDequeue(out var other)) continue;
                if (other.Tensor.bytes.IndexOfAnyExcept(other.Mark) >= 0) Interlocked.Increment(ref wrong);
                other.Tensor.Dispose();
            }
        })).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        while (passed.TryDequeue(out var left))
        {
            if (left.Tensor.bytes.IndexOfAnyExcept(left.Mark) >= 0) wrong++;
            left.Tensor.Dispose();
        }

        Assert.Equal(0, wrong);
    }

    [Fact]
    public void A_request_that_cannot_be_met_is_an_error_and_gives_back_what_is_kept()
    {
        var before = Resident();
        Fill(Large, 5);
        Assert.InRange(Resident() - before, (5 * Large) - Slack, (5 * Large) + Slack);
        Assert.Contains("not enough memory", AskForTooMuch().Message);
        Assert.InRange(Resident() - before, -Limit, Slack);
        Assert.Equal(PlaceOfOne(Large), PlaceOfOne(Large));
    }

    // More than any machine has.
    private static TorchException AskForTooMuch() => Assert.Throws<TorchException>(() => torch.empty([long.MaxValue / 2], dtype: torch.uint8));

    // Of the least size that is kept.
    private static void Request(int times)
    {
        for (var i = 0; i < times; i++) torch.empty([1 << 18], dtype: torch.uint8).Dispose();
    }

    // Several at once, every page of them written.
    private static void Fill(long bytes, int count)
    {
        var tensors = Enumerable.Range(0, count).Select(_ => torch.full([bytes], 1, dtype: torch.uint8)).ToArray();
        foreach (var tensor in tensors) tensor.Dispose();
    }

    private static nint PlaceOfOne(long bytes)
    {
        using var tensor = torch.full([bytes], 1, dtype: torch.uint8);
        return PlaceOf(tensor);
    }

    private static unsafe nint PlaceOf(torch.Tensor tensor)
    {
        fixed (byte* start = &MemoryMarshal.GetReference(tensor.bytes)) return (nint)start;
    }

    // Without what glibc keeps by itself. In pages: the second number of the line.
    private static long Resident()
    {
        _ = malloc_trim(0);
        return long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }

    [DllImport("libc.so.6")]
    private static extern int malloc_trim(nuint rest);
}
