using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;

namespace MetaDsl.LibTorch.Tests;

public class RearrangingTests
{
    [Fact]
    public void Elements_are_repeated()
    {
        using var x = Range(2);
        Is(x.repeat(2, 2), [2, 4], 0, 1, 0, 1, 0, 1, 0, 1);
        Is(x.tile([2]), [4], 0, 1, 0, 1);
        Is(torch.tile(x, [2, 1]), [2, 2], 0, 1, 0, 1);
        Is(x.repeat_interleave(2), [4], 0, 0, 1, 1);
        Is(torch.repeat_interleave(Range(2, 2), 2, 1), [2, 4], 0, 0, 1, 1, 2, 2, 3, 3);
        Is(x.repeat_interleave(Longs(1, 3)), [4], 0, 1, 1, 1);
        Is(x.repeat_interleave(Longs(1, 3), dim: 0, output_size: 4), [4], 0, 1, 1, 1);
        Refuses(() => x.repeat_interleave(-1), "repeat_interleave: ");
        Refuses(() => x.repeat_interleave(Longs(-1, 2)), "repeat_interleave: ");
        Refuses(() => x.repeat_interleave(Longs(1, 2, 3)), "repeat_interleave: ");
        Refuses(() => x.repeat_interleave(Floats([2], 1, 2)), "repeat_interleave: ");
        Refuses(() => x.repeat_interleave(Longs(100000, 200000), output_size: 1), "repeat_interleave: ");
        Refuses(() => x.repeat_interleave(Longs(-5, 9), output_size: 4), "repeat_interleave: ");
        Refuses(() => x.repeat_interleave(2, 3), "repeat_interleave: ");
    }

    [Fact]
    public void Elements_are_turned_around()
    {
        using var x = Range(2, 2);
        Is(x.flip(0), [2, 2], 2, 3, 0, 1);
        Is(torch.flip(x, 0, 1), [2, 2], 3, 2, 1, 0);
        Is(x.fliplr(), [2, 2], 1, 0, 3, 2);
        Is(torch.flipud(x), [2, 2], 2, 3, 0, 1);
        Is(x.rot90(), [2, 2], 1, 3, 0, 2);
        Is(torch.rot90(x, 2, (1, 0)), [2, 2], 3, 2, 1, 0);
        Refuses(() => x.flip(0, 0), "flip: ");
        Refuses(() => x.rot90(1, (0, 0)), "rot90: ");
        Refuses(() => Range(3).fliplr(), "fliplr: ");
    }

    [Fact]
    public void Elements_roll_along_dimensions()
    {
        using var x = Range(2, 3);
        Is(x.roll(1), [2, 3], 5, 0, 1, 2, 3, 4);
        Is(x.roll(1, 1), [2, 3], 2, 0, 1, 5, 3, 4);
        Is(x.roll((1, 1), (0, 1)), [2, 3], 5, 3, 4, 2, 0, 1);
        Is(torch.roll(x, new long[] { -1 }, new long[] { 1 }), [2, 3], 1, 2, 0, 4, 5, 3);
        Is(torch.roll(x, [1L]), [2, 3], 5, 0, 1, 2, 3, 4);
        Is(torch.roll(Range(1, 2, 1), (5, 1, 9), (0, 1, 2)), [1, 2, 1], 1, 0);
        Refuses(() => x.roll((ReadOnlySpan<long>)[1, 2], [0]), "roll: ");
        Refuses(() => x.roll((ReadOnlySpan<long>)[]), "roll: ");
        Refuses(() => x.roll(1, 2), "roll: ");
    }

    [Fact]
    public void Diagonals_are_read_and_built()
    {
        using var x = Range(3, 3);
        Is(x.diagonal(), [3], 0, 4, 8);
        Is(torch.diagonal(x, 1), [2], 1, 5);
        Is(x.diag(-1), [2], 3, 7);
        Is(torch.diag(Range(2)), [2, 2], 0, 0, 0, 1);
        Is(x.trace(), [], 12);
        Is(Range(2).diag_embed(), [2, 2], 0, 0, 0, 1);
        Is(torch.diagflat(Range(2), 1), [3, 3], 0, 0, 0, 0, 0, 1, 0, 0, 0);
        Is(x.diagonal_scatter(Floats([3], 9, 9, 9)), [3, 3], 9, 1, 2, 3, 9, 5, 6, 7, 9);
        Is(x.select_scatter(Floats([3], 9, 9, 9), 0, 1), [3, 3], 0, 1, 2, 9, 9, 9, 6, 7, 8);
        Is(torch.slice_scatter(x, Floats([1, 3], 9, 9, 9), end: 1), [3, 3], 9, 9, 9, 3, 4, 5, 6, 7, 8);
        Refuses(() => Range(2).diagonal(), "diagonal: ");
        Refuses(() => x.diagonal(0, 1, 1), "diagonal: ");
        Refuses(() => Range(2, 2, 2).diag(), "diag: ");
        Refuses(() => Range(2).trace(), "trace: ");
        Refuses(() => x.diagonal_scatter(Range(2)), "diagonal_scatter: ");
        Refuses(() => x.select_scatter(Range(3), 0, 3), "select_scatter: ");
        Refuses(() => x.slice_scatter(Range(3, 3), 0, 0, 2), "slice_scatter: ");
        Refuses(() => x.slice_scatter(Range(3, 3), step: 0), "slice_scatter: ");
    }

    [Fact]
    public void Triangles_are_cut_out()
    {
        using var x = Floats([2, 2], 1, 2, 3, 4);
        Is(x.tril(), [2, 2], 1, 0, 3, 4);
        Is(torch.triu(x, 1), [2, 2], 0, 2, 0, 0);
        Is(torch.tril_indices(2, 2), [2, 3], 0, 1, 1, 0, 0, 1);
        Is(torch.triu_indices(2, 2, 1, torch.ScalarType.Int32), [2, 1], 0, 1);
        Assert.Same(x, x.triu_());
        Assert.Same(x, torch.tril_(x));
        Is(x, [2, 2], 1, 0, 0, 4);
        Refuses(() => Range(2).tril(), "tril: ");
        Refuses(() => torch.tril_indices(-1, 2), "tril_indices: ");
        Refuses(() => torch.triu_indices(2, -2), "triu_indices: ");
    }

    [Fact]
    public void Channels_are_shuffled_between_groups()
    {
        Is(Range(1, 4, 1).channel_shuffle(2), [1, 4, 1], 0, 2, 1, 3);
        Refuses(() => Range(1, 4, 1).channel_shuffle(0), "channel_shuffle: ");
        Refuses(() => Range(1, 4, 1).channel_shuffle(3), "channel_shuffle: ");
        Refuses(() => Range(4).channel_shuffle(2), "channel_shuffle: ");
    }

    [Fact]
    public void Elements_combine()
    {
        Is(torch.combinations(Range(3)), [3, 2], 0, 1, 0, 2, 1, 2);
        Is(torch.combinations(Range(2), 2, true), [3, 2], 0, 0, 0, 1, 1, 1);
        Is(torch.vander(Floats([2], 2, 3), 3), [2, 3], 4, 2, 1, 9, 3, 1);
        Is(Floats([2], 2, 3).vander(increasing: true), [2, 2], 1, 2, 1, 3);
        Refuses(() => torch.combinations(Range(2, 2)), "combinations: ");
        Refuses(() => torch.combinations(Range(2), -1), "combinations: ");
        Refuses(() => torch.vander(Range(2), -2), "vander: ");
        Refuses(() => torch.vander(Range(2, 2)), "vander: ");
    }
}
