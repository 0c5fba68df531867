using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;
using Tensor = TorchSharp.torch.Tensor;

namespace MetaDsl.LibTorch.Tests;

public class SplittingTests
{
    [Fact]
    public void Pieces_have_the_sizes_asked_for()
    {
        using var x = Range(5);
        Assert.Equal([2L, 2L, 1L], Sizes(x.split(2)));
        Assert.Equal([1L, 4L], Sizes(x.split(1L, 4L)));
        Assert.Equal([1L, 4L], Sizes(x.split([1, 4])));
        Assert.Equal([1L, 4L], Sizes(x.split(new long[] { 1, 4 }, 0)));
        Assert.Equal([1L, 4L], Sizes(torch.split(x, [1, 4])));
        Assert.Equal([2L, 2L, 1L], Sizes(x.chunk(3)));
        Assert.Equal([3L, 2L], Sizes(torch.tensor_split(x, 2)));
        Assert.Equal([1L, 2L, 2L], Sizes(x.tensor_split([1, 3])));
        Assert.Equal([1L, 2L, 2L], Sizes(x.tensor_split(Longs(1, 3))));
        Assert.Equal([3L, 2L], Sizes(x.tensor_split(Longs([], [2]))));
        Is(x.split([1, 4])[1], [4], 1, 2, 3, 4);
    }

    [Fact]
    public void Directions_cut_along_their_dimension()
    {
        using var x = Range(2, 2, 2);
        Is(x.hsplit(2)[1], [2, 1, 2], 2, 3, 6, 7);
        Is(x.vsplit(2)[1], [1, 2, 2], 4, 5, 6, 7);
        Is(x.dsplit(2)[1], [2, 2, 1], 1, 3, 5, 7);
        Is(torch.hsplit(Range(4), 2)[1], [2], 2, 3);
        Is(torch.hsplit(Range(4), [1, 3])[1], [2], 1, 2);
        Is(torch.hsplit(Range(4), (1, 3))[1], [2], 1, 2);
        Is(torch.hsplit(Range(5), (1, 2, 3, 4))[4], [1], 4);
        Is(torch.vsplit(Range(3, 1), [1, 2])[2], [1, 1], 2);
        Is(torch.dsplit(Range(1, 1, 4), (1, 2, 3))[3], [1, 1, 1], 3);
        Is(x.vsplit(Longs(1))[0], [1, 2, 2], 0, 1, 2, 3);
        Is(torch.dsplit(x, Longs([], [2]))[0], [2, 2, 1], 0, 2, 4, 6);
        Refuses(() => x.hsplit(3), "which does not divide into 3 equal sections");
        Refuses(() => x.hsplit(0), "hsplit: ");
        Refuses(() => Range(2).vsplit(1), "vsplit: this needs a tensor with at least 2 dimensions");
        Refuses(() => Range(2, 2).dsplit(1), "at least 3 dimensions");
        Refuses(() => Floats([], 1).hsplit(1), "at least 1 dimension");
        Refuses(() => x.vsplit(Floats([1], 1)), "vsplit: ");
    }

    [Fact]
    public void A_dimension_comes_apart()
    {
        using var x = Range(2, 2);
        Is(torch.unbind(x)[1], [2], 2, 3);
        Is(torch.unbind(x, 1)[1], [2], 1, 3);
        Is(x.unbind(-1)[0], [2], 0, 2);
        Refuses(() => Floats([], 1).unbind(), "unbind: ");
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        using var x = Range(5);
        Refuses(() => x.split(0), "split: ");
        Refuses(() => x.split(-1), "split: ");
        Refuses(() => x.split(2, 1), "split: Dimension out of range");
        Refuses(() => x.split([1, 2]), "split: split_with_sizes expects split_sizes to sum exactly to 5");
        Refuses(() => x.split([7, -2]), "split: ");
        Refuses(() => x.chunk(0), "chunk: ");
        Refuses(() => x.chunk(2, 1), "chunk: ");
        Refuses(() => x.tensor_split(0), "tensor_split: ");
        Refuses(() => x.tensor_split(Floats([1], 1)), "tensor_split: ");
        Refuses(() => x.tensor_split(Longs([1, 1], [1])), "tensor_split: ");
        Assert.Throws<ArgumentNullException>(() => x.split((long[])null!));
        Assert.Throws<ArgumentNullException>(() => x.tensor_split((Tensor)null!));
    }

    private static long[] Sizes(Tensor[] pieces) => [.. pieces.Select(piece => piece.shape[0])];
}
