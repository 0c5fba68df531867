using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;
using Tensor = TorchSharp.torch.Tensor;

namespace MetaDsl.LibTorch.Tests;

public class IndexingTests
{
    [Fact]
    public void Gathering_reads_where_the_index_says()
    {
        using var x = Range(2, 3);
        Is(x.gather(1, Longs([2, 1], [2, 0])), [2, 1], 2, 3);
        Is(torch.gather(x, 0, Longs([1, 3], [1, 0, 1])), [1, 3], 3, 1, 5);
        Is(x.index_select(1, Longs(2, 0)), [2, 2], 2, 0, 5, 3);
        Is(x.take(Longs(5, -6)), [2], 5, 0);
        Is(x.take_along_dim(Longs([2, 1], [1, 2]), 1), [2, 1], 1, 5);
        Is(x.take_along_dim(Longs(4, 0)), [2], 4, 0);
        Is(x.take_along_dim(new List<long> { 4, 0 }), [2], 4, 0);
        Is(torch.take_along_dim(Range(3), new List<long> { 2, 2 }, 0), [2], 2, 2);
        Is(x.masked_select(Mask([3], false, true, false)), [2], 1, 4);
    }

    [Fact]
    public void Reading_out_of_range_is_refused()
    {
        using var x = Range(2, 3);
        Refuses(() => x.gather(1, Longs([2, 1], [3, 0])), "gather: index 3 is out of bounds");
        Refuses(() => x.gather(1, Longs([2, 1], [-1, 0])), "gather: index -1 is out of bounds");
        Refuses(() => x.gather(2, Longs([2, 1], [0, 0])), "gather: Dimension out of range");
        Refuses(() => x.gather(0, Longs(0)), "gather: ");
        Refuses(() => x.gather(0, Longs([1, 4], [0, 0, 0, 0])), "gather: ");
        Refuses(() => x.gather(0, Floats([1, 1], 0)), "gather: ");
        Refuses(() => x.index_select(0, Longs(2)), "index_select: ");
        Refuses(() => x.index_select(1, Longs(-1)), "index_select: ");
        Refuses(() => x.index_select(0, Floats([1], 0)), "index_select: ");
        Refuses(() => x.index_select(0, Longs([1, 1], [0])), "index_select: ");
        Refuses(() => x.t().index_select(0, Longs(3)), "index_select: ");
        Refuses(() => Range(3).index_select(0, Longs(3)), "index_select: ");
        Refuses(() => x.take(Longs(6)), "take: ");
        Refuses(() => x.take(Longs(-7)), "take: ");
        Refuses(() => x.take(Ints(0)), "take: ");
        Refuses(() => x.take_along_dim(Longs([2, 1], [3, 0]), 1), "take_along_dim: ");
        Refuses(() => x.take_along_dim(Longs(6)), "take_along_dim: ");
        Refuses(() => x.take_along_dim(Ints(0)), "take_along_dim: ");
        Refuses(() => x.masked_select(Mask([2], true, true)), "masked_select: ");
        Refuses(() => x.masked_select(Longs(1, 0, 1)), "masked_select: ");
        Assert.Throws<ArgumentNullException>(() => x.gather(0, null!));
        Assert.Throws<ArgumentNullException>(() => x.take_along_dim((IEnumerable<long>)null!));
    }

    [Fact]
    public void Scattering_writes_where_the_index_says()
    {
        using var x = torch.zeros([2, 3]);
        Is(x.scatter(1, Longs([2, 1], [2, 0]), Floats([2, 1], 8, 9)), [2, 3], 0, 0, 8, 9, 0, 0);
        Is(torch.scatter_add(x, 1, Longs([1, 3], [0, 0, 1]), Floats([1, 3], 1, 2, 4)), [2, 3], 3, 4, 0, 0, 0, 0);
        Is(x.index_add(0, Longs(1, 1), Floats([2, 3], 1, 1, 1, 2, 2, 2), 10), [2, 3], 0, 0, 0, 30, 30, 30);
        Is(torch.index_copy(x, 1, Longs(2), Floats([2, 1], 5, 6)), [2, 3], 0, 0, 5, 0, 0, 6);
        Is(x.index_fill(0, Longs(-1), 4), [2, 3], 0, 0, 0, 4, 4, 4);
        Is(x.masked_scatter(Mask([2, 3], false, true, false, false, true, false), Floats([3], 7, 8, 9)), [2, 3], 0, 7, 0, 0, 8, 0);
        Is(x, [2, 3], 0, 0, 0, 0, 0, 0);
    }

    [Fact]
    public void Scattering_in_place_answers_the_tensor_itself()
    {
        using var x = torch.zeros([3]);
        Assert.Same(x, x.scatter_(0, Longs(2), Floats([1], 1)));
        Assert.Same(x, torch.scatter_add_(x, 0, Longs(2, 2), Floats([2], 1, 1)));
        Assert.Same(x, x.index_add_(0, Longs(0), Floats([1], 2), 0.5));
        Assert.Same(x, x.index_copy_(0, Longs(1), Floats([1], 7)));
        Is(x, [3], 1, 7, 3);
        Assert.Same(x, torch.index_fill_(x, 0, Longs(0), 4));
        Assert.Same(x, x.masked_scatter_(Mask([3], false, false, true), Floats([1], 5)));
        Is(x, [3], 4, 7, 5);
    }

    [Fact]
    public void Writing_out_of_range_is_refused()
    {
        foreach (var x in new[] { torch.zeros([3]), torch.zeros([3, 2]), torch.zeros([2, 3]).t() })
        {
            long[] one = x.shape.Length == 1 ? [1] : [1, 2];
            var source = torch.ones(one);
            foreach (var position in new[] { 3L, -4L, long.MaxValue, long.MinValue })
            {
                var index = Longs(position);
                var wide = index.reshape(x.shape.Length == 1 ? [1] : [1, 1]).expand(one);
                Refuses(() => x.scatter(0, wide, source), "scatter: ");
                Refuses(() => x.scatter_(0, wide, source), "scatter_: ");
                Refuses(() => x.scatter_add(0, wide, source), "scatter_add: ");
                Refuses(() => x.scatter_add_(0, wide, source), "scatter_add_: ");
                Refuses(() => x.index_add(0, index, source, 1), "index_add: ");
                Refuses(() => x.index_add_(0, index, source, 1), "index_add_: ");
                Refuses(() => x.index_copy(0, index, source), "index_copy: ");
                Refuses(() => x.index_copy_(0, index, source), "index_copy_: ");
                Refuses(() => x.index_fill(0, index, 1), "index_fill: ");
                Refuses(() => x.index_fill_(0, index, 1), "index_fill_: ");
                Refuses(() => x.index_put_(source, [index], accumulate: true), "index_put_: ");
                Refuses(() => x.index_put_(1, index), "index_put_: ");
            }
        }
    }

    [Fact]
    public void Writing_with_operands_that_do_not_fit_is_refused()
    {
        using var x = torch.zeros([2, 3]);
        Refuses(() => x.scatter(1, Longs([2, 2], [0, 0, 0, 0]), Range(1, 1)), "scatter: ");
        Refuses(() => x.scatter(1, Longs([3, 1], [0, 0, 0]), Range(3, 1)), "scatter: ");
        Refuses(() => x.scatter(1, Floats([1, 1], 0), Range(1, 1)), "scatter: ");
        Refuses(() => x.scatter(1, Longs([1, 1], [0]), Longs([1, 1], [0])), "scatter: ");
        Refuses(() => x.scatter_add(1, Longs([2, 2], [0, 0, 0, 0]), Range(1, 1)), "scatter_add: ");
        Refuses(() => x.index_add(0, Longs(0, 1), Range(1, 3), 1), "index_add: ");
        Refuses(() => x.index_add(0, Longs(0), Range(1, 2), 1), "index_add: ");
        Refuses(() => x.index_copy(0, Longs(0, 1), Range(1, 3)), "index_copy: ");
        Refuses(() => x.index_copy(0, Floats([1], 0), Range(1, 3)), "index_copy: ");
        Refuses(() => x.index_fill(0, Floats([1], 0), 1), "index_fill: ");
        Refuses(() => x.masked_scatter(Mask([2, 3], true, true, true, true, true, true), Range(2)), "masked_scatter: ");
        Refuses(() => x.masked_scatter_(Mask([2, 2], true, true, true, true), Range(4)), "masked_scatter_: ");
        Assert.Throws<ArgumentNullException>(() => x.index_add(0, Longs(0), Range(1, 3), null!));
        Assert.Throws<ArgumentNullException>(() => x.scatter(0, Longs(0), null!));
    }

    [Fact]
    public void A_condition_chooses_between_two_tensors()
    {
        using var condition = Mask([2], true, false);
        Is(torch.where(condition, Floats([2], 1, 2), Floats([], 9)), [2], 1, 9);
        Is(Floats([2], 1, 2).where(condition, Floats([2], 8, 9)), [2], 1, 9);
        Refuses(() => torch.where(condition, Range(3), Range(3)), "where: ");
        Refuses(() => torch.where(Floats([2], 1, 0), Range(2), Range(2)), "where: ");
        Assert.Equal("x", Assert.Throws<ArgumentNullException>(() => torch.where(condition, null!, Range(2))).ParamName);
    }

    [Fact]
    public void Positions_of_what_is_not_zero_are_found()
    {
        using var x = Floats([2, 2], 0, 3, 5, 0);
        Is(x.nonzero(), [2, 2], 0, 1, 1, 0);
        Is(torch.argwhere(x), [2, 2], 0, 1, 1, 0);
        Is(x.nonzero_as_list()[1], [2], 1, 0);
        Is(torch.where(x)[0], [2], 0, 1);
        Is(torch.nonzero(torch.zeros([2])), [0, 1]);
        Assert.Throws<ArgumentNullException>(() => torch.where((Tensor)null!));
    }
}
