using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

public class IndexExpressionTests
{
    [Fact]
    public void Positions_choose_along_the_first_dimensions()
    {
        using var x = Range(2, 3);
        Is(x[1], [3], 3, 4, 5);
        Is(x[-1], [3], 3, 4, 5);
        Is(x[0, 2], [], 2);
        Is(x[new long[] { 1, -1 }], [], 5);
        Is(Range(1, 1, 1, 1, 1, 2)[0, 0, 0, 0, 0, 1], [], 1);
        Refuses(() => x[2], "index: select(): index 2 out of range for tensor of size [2, 3] at dimension 0");
        Refuses(() => x[long.MinValue], "index: ");
        Refuses(() => x[0, 3], "index: ");
        Refuses(() => x[0, 0, 0], "index: too many indices: there are 3, and the tensor has 2 dimensions");
        Refuses(() => x[0, 0][0], "index: ");
    }

    [Fact]
    public void Slices_follow_python()
    {
        using var x = Range(2, 4);
        Is(x[.., 1..3], [2, 2], 1, 2, 5, 6);
        Is(x[1.., ^2..], [1, 2], 6, 7);
        Is(x[.., ^1], [2], 3, 7);
        Is(x[0, ..], [4], 0, 1, 2, 3);
        Is(x[TensorIndex.Colon, TensorIndex.Slice(null, null, 2)], [2, 2], 0, 2, 4, 6);
        Is(x[TensorIndex.Slice(-1), (1, 3)], [1, 2], 5, 6);
        Is(x[(null, 1)], [1, 4], 0, 1, 2, 3);
        Is(x[TensorIndex.Slice(9, 99)], [0, 4]);
        Is(x[^0..], [0, 4]);
        Is(x[TensorIndex.Slice(1, 0)], [0, 4]);
        Refuses(() => x[TensorIndex.Slice(step: -1)], "slice step must be positive");
        Refuses(() => x[TensorIndex.Slice(step: 0)], "slice step must be positive");
        Assert.Throws<ArgumentOutOfRangeException>(() => x[^0]);
    }

    [Fact]
    public void None_adds_a_dimension_and_an_ellipsis_fills_up()
    {
        using var x = Range(2, 3, 4);
        Assert.Equal([2, 3], x[TensorIndex.Ellipsis, 0].shape);
        Assert.Equal([3, 4], x[1, TensorIndex.Ellipsis].shape);
        Assert.Equal([3], x[1, TensorIndex.Ellipsis, 0].shape);
        Assert.Equal([2, 3, 4, 1], x[TensorIndex.Ellipsis, TensorIndex.None].shape);
        Assert.Equal([1, 2, 1, 3, 4], x[TensorIndex.Null, .., TensorIndex.None].shape);
        Assert.Equal([1, 2, 3, 4], x[TensorIndex.Single(null)].shape);
        Assert.Equal([1, 2, 3, 4], x[TensorIndex.Bool(true)].shape);
        Assert.Equal([0, 2, 3, 4], x[TensorIndex.Bool(false)].shape);
        Assert.Equal([2, 3, 4], x.index(System.Array.Empty<TensorIndex>()).shape);
        Refuses(() => x[TensorIndex.Ellipsis, TensorIndex.Ellipsis], "one ellipsis only");
        Refuses(() => x[0, 0, 0, .. 1], "too many indices: they speak of 4 dimensions, and the tensor has 3");
    }

    [Fact]
    public void Tensors_choose_positions()
    {
        using var x = Range(2, 3);
        Is(x[Longs(1, 0, 1)], [3, 3], 3, 4, 5, 0, 1, 2, 3, 4, 5);
        Is(x[Longs(0, 1), Longs(2, 0)], [2], 2, 3);
        Is(x[Ints(1)], [1, 3], 3, 4, 5);
        Is(x[Longs([], [1])], [3], 3, 4, 5);
        Is(x[Longs([], [1]), Longs(0, 2)], [2], 3, 5);
        Is(x[.., TensorIndex.Tensor(Longs(2, -3))], [2, 2], 2, 0, 5, 3);
        Is(x[0, TensorIndex.Tensor(Longs(2, 0))], [2], 2, 0);
        Is(x[TensorIndex.Tensor(Longs(0, 1)), TensorIndex.None, 1..], [2, 1, 2], 1, 2, 4, 5);
        Is(x.index(Longs([0], [])), [0, 3]);
        Refuses(() => x[Longs(2)], "index 2 is out of bounds for dimension 0 with size 2");
        Refuses(() => x[Longs(-3)], "out of bounds");
        Refuses(() => x[Longs([], [7])], "out of range");
        Refuses(() => x[Floats([1], 0)], "index: tensors used as indices must be");
        Refuses(() => x[Longs(0, 1), Longs(0, 1, 2)], "shape mismatch");
        Refuses(() => x[Longs(0), Longs(0), Longs(0)], "too many indices");
        Assert.Throws<ArgumentNullException>(() => x.index(Longs(0), null!));
        Assert.Throws<ArgumentNullException>(() => x.index((Tensor[])null!));
        Assert.Throws<ArgumentNullException>(() => TensorIndex.Tensor(null!));
    }

    [Fact]
    public void Masks_choose_what_is_true()
    {
        using var x = Range(2, 3);
        Is(x[Mask([2, 3], true, false, false, false, false, true)], [2], 0, 5);
        Is(x[Mask([2], false, true)], [1, 3], 3, 4, 5);
        Is(x[Mask([], true)], [1, 2, 3], 0, 1, 2, 3, 4, 5);
        Is(x[.., TensorIndex.Tensor(Mask([3], true, false, true))], [2, 2], 0, 2, 3, 5);
        Refuses(() => x[Mask([3], true, false, true)], "The shape of the mask [3] at index 0 does not match");
        Refuses(() => x[Mask([2, 3, 1], true, true, true, true, true, true)], "too many indices");
    }

    [Fact]
    public void What_follows_a_mask_speaks_of_the_dimensions_after_it()
    {
        using var x = Range(2, 2, 3);
        using var mask = Mask([2, 2], true, false, false, true);
        Is(x[TensorIndex.Tensor(mask), 1..], [2, 2], 1, 2, 10, 11);
        Is(x[TensorIndex.Tensor(mask), 0], [2], 0, 9);
        Is(x[TensorIndex.Ellipsis, TensorIndex.Tensor(Mask([2, 3], true, false, false, false, false, true))], [2, 2], 0, 5, 6, 11);
    }

    [Fact]
    public void Setting_writes_through_every_kind_of_index()
    {
        using var x = torch.zeros([2, 3]);
        x[0] = Floats([3], 1, 2, 3);
        x[1, 0] = Floats([1, 1], 4);
        x[.., 2..] = Floats([], 9);
        x[TensorIndex.Ellipsis, 1] = Floats([1, 2], 7, 8);
        Is(x, [2, 3], 1, 7, 9, 4, 8, 9);
        x[Mask([2, 3], true, false, false, false, false, true)] = Floats([], 5);
        x[Longs(0, 1), Longs(1, 1)] = Floats([2], 6, 6);
        Is(x, [2, 3], 5, 6, 9, 4, 6, 5);
        x[Longs(1)] = Floats([1, 1, 3], 0, 0, 0);
        x[new long[] { 0, 0 }] = Longs([], [3]);
        Is(x, [2, 3], 3, 6, 9, 0, 0, 0);
    }

    [Fact]
    public void A_number_of_another_type_is_converted_as_it_is_written()
    {
        using var x = torch.zeros([3]);
        x[Mask([3], true, false, true)] = Longs([], [4]);
        x[Longs(1)] = Longs([], [2]);
        Is(x, [3], 4, 2, 4);
        Refuses(() => x.index_put_(Longs(1, 2), Longs(0, 1)), "dtypes match");
    }

    [Fact]
    public void Values_that_do_not_fit_are_refused()
    {
        using var x = torch.zeros([2, 3]);
        Refuses(() => x[0] = Range(2), "index_put_: ");
        Refuses(() => x[0, 0] = Range(2), "index_put_: ");
        Refuses(() => x[.., 0] = Range(3), "index_put_: ");
        Refuses(() => x[Longs(0)] = Range(2), "index_put_: ");
        Refuses(() => x[Longs(5)] = Range(3), "index_put_: ");
        Refuses(() => x[5] = Range(3), "index_put_: ");
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => x[0] = null!).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => x[..] = null!).ParamName);
        Is(x, [2, 3], 0, 0, 0, 0, 0, 0);
        using var weight = torch.zeros([2], requires_grad: true);
        Refuses(() => weight[0] = Floats([], 1), "a view of a leaf Variable that requires grad is being used in an in-place operation");
    }

    [Fact]
    public void Accumulating_adds_once_for_each_occurrence()
    {
        using var x = torch.zeros([3]);
        Assert.Same(x, x.index_put_(Floats([3], 1, 2, 4), [Longs(0, 0, 2)], accumulate: true));
        Is(x, [3], 3, 0, 4);
        x.index_put_(Floats([2], 1, 1), [1..], accumulate: true);
        Is(x, [3], 3, 1, 5);
        x.index_put_(7, TensorIndex.Slice(0, 1));
        x.index_put_(9, Longs(2));
        Is(x, [3], 7, 1, 9);
        Assert.Throws<ArgumentNullException>(() => x.index_put_((Scalar)null!, Longs(2)));
    }

    [Fact]
    public void A_whole_tensor_indexed_is_another_tensor_on_the_same_elements()
    {
        using var x = Range(2);
        var same = x[..];
        Assert.NotSame(x, same);
        same.unsqueeze_(0);
        Is(x, [2], 0, 1);
        same.Dispose();
        Is(x, [2], 0, 1);
    }

    [Fact]
    public void An_index_that_holds_a_tensor_converts_back()
    {
        Tensor position = TensorIndex.Single(3);
        Tensor truth = TensorIndex.Bool(true);
        Is(position, [], 3);
        Is(truth, [], 1);
        Assert.Throws<InvalidCastException>(() => { Tensor none = TensorIndex.Colon; });
    }

    [Fact]
    public void Indexing_by_a_position_allocates_the_result_alone()
    {
        using var x = Range(4, 4);
        x[1].Dispose();
        x[1, 2].Dispose();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            x[1].Dispose();
            x[1, 2].Dispose();
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200 * 64);
    }

    [Fact]
    public void Gradients_flow_through_indices()
    {
        using var x = torch.ones([3], requires_grad: true);
        using var chosen = x[Longs(0, 0, 2)];
        using var slope = torch.autograd.grad([chosen], [x], [Floats([3], 1, 2, 4)])[0];
        Is(slope, [3], 3, 0, 4);
    }
}
