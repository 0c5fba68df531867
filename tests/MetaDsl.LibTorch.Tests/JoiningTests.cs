using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;
using Tensor = TorchSharp.torch.Tensor;

namespace MetaDsl.LibTorch.Tests;

public class JoiningTests
{
    [Fact]
    public void Every_kind_of_list_can_be_concatenated()
    {
        using var a = Range(2);
        using var b = Floats([1], 7);
        double[] joined = [0, 1, 7];
        Is(torch.cat([a, b]), [3], joined);
        Is(torch.cat(new[] { a, b }), [3], joined);
        Is(torch.cat(new List<Tensor> { a, b }), [3], joined);
        Is(torch.cat((ReadOnlySpan<Tensor>)[a, b], dim: -1), [3], joined);
        Is(torch.concat([a, b]), [3], joined);
        Is(torch.concatenate([a, b], axis: 0), [3], joined);
        Is(torch.hstack([a, b]), [3], joined);
        Is(torch.hstack(a, b), [3], joined);
        Is(torch.hstack(new[] { a, b }.Where(_ => true)), [3], joined);
    }

    [Fact]
    public void A_long_list_is_concatenated_in_order()
    {
        var pieces = Range(20).split(1);
        Is(torch.cat(pieces), [20], [.. Enumerable.Range(0, 20).Select(i => (double)i)]);
        Is(torch.stack(pieces.Reverse()), [20, 1], [.. Enumerable.Range(0, 20).Reverse().Select(i => (double)i)]);
    }

    [Fact]
    public void Stacking_adds_the_dimension_its_name_says()
    {
        using var a = Range(2);
        using var b = Floats([2], 7, 8);
        Is(torch.stack([a, b]), [2, 2], 0, 1, 7, 8);
        Is(torch.stack([a, b], -1), [2, 2], 0, 7, 1, 8);
        Is(torch.vstack([a, b]), [2, 2], 0, 1, 7, 8);
        Is(torch.row_stack(a, b), [2, 2], 0, 1, 7, 8);
        Is(torch.dstack(a, b), [1, 2, 2], 0, 7, 1, 8);
        Is(torch.column_stack([a, b]), [2, 2], 0, 7, 1, 8);
        Is(torch.block_diag(a, b), [2, 4], 0, 1, 0, 0, 0, 0, 7, 8);
        Is(Tensor.block_diag(a), [1, 2], 0, 1);
        Is(torch.cartesian_prod(a, b), [4, 2], 0, 7, 0, 8, 1, 7, 1, 8);
    }

    [Fact]
    public void A_grid_runs_along_rows_or_along_columns()
    {
        var rows = torch.meshgrid([Range(2), Range(3)]);
        Is(rows[0], [2, 3], 0, 0, 0, 1, 1, 1);
        Is(rows[1], [2, 3], 0, 1, 2, 0, 1, 2);
        Is(torch.meshgrid([Range(2), Range(3)], "xy")[0], [3, 2], 0, 1, 0, 1, 0, 1);
        Assert.Throws<ArgumentException>(() => torch.meshgrid([Range(2)], "ji"));
        Refuses(() => torch.meshgrid([]), "meshgrid: ");
        Refuses(() => torch.meshgrid([Range(2, 2)]), "meshgrid: ");
    }

    [Fact]
    public void Lists_that_cannot_be_joined_are_refused()
    {
        using var a = Range(2);
        using var matrix = Range(2, 3);
        Refuses(() => torch.cat((Tensor[])[]), "cat: ");
        Refuses(() => torch.stack([]), "stack: ");
        Refuses(() => torch.hstack(), "hstack: ");
        Refuses(() => torch.vstack((Tensor[])[]), "vstack: ");
        Refuses(() => torch.dstack(), "dstack: ");
        Refuses(() => torch.column_stack(), "column_stack: ");
        Refuses(() => torch.cartesian_prod(), "cartesian_prod: ");
        Refuses(() => torch.cartesian_prod(matrix), "cartesian_prod: ");
        Refuses(() => torch.block_diag(Range(1, 1, 1)), "block_diag: ");
        Refuses(() => torch.broadcast_tensors(a, Range(3)), "broadcast_tensors: ");
        Refuses(() => torch.cat([a, matrix]), "cat: Tensors must have same number of dimensions");
        Refuses(() => torch.cat([a], 1), "cat: Dimension out of range");
        Refuses(() => torch.stack([a, Range(3)]), "stack: stack expects each tensor to be equal size");
        Refuses(() => torch.stack([a], 3), "stack: ");
    }

    [Fact]
    public void A_null_or_disposed_element_is_named()
    {
        using var a = Range(2);
        var gone = Range(2);
        gone.Dispose();
        var missing = Assert.Throws<ArgumentNullException>(() => torch.cat([a, null!]));
        Assert.Contains("'tensors[1]' is null", missing.Message, StringComparison.Ordinal);
        var disposed = Assert.Throws<ObjectDisposedException>(() => torch.stack([a, gone]));
        Assert.Contains("'tensors[1]' has been disposed", disposed.Message, StringComparison.Ordinal);
        Assert.Equal("tensors", Assert.Throws<ArgumentNullException>(() => torch.cat((Tensor[])null!)).ParamName);
        Assert.Equal("tensors", Assert.Throws<ArgumentNullException>(() => torch.stack(null!)).ParamName);
        // The first element has been given back: it can be disposed, and a longer list behaves the same.
        var many = Enumerable.Repeat(a, 20).Append(null!).ToList();
        Assert.Contains("'tensors[20]'", Assert.Throws<ArgumentNullException>(() => torch.cat(many)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Joining_leaves_no_tensor_behind_even_when_it_fails()
    {
        var a = Range(2);
        var before = TensorHandleOf(a);
        Assert.Throws<ArgumentNullException>(() => torch.cat([a, null!]));
        Assert.Throws<TorchException>(() => torch.cat([a], 1));
        torch.cat([a, a]).Dispose();
        a.Dispose();
        // Nobody holds the handle any more, so it is free to be held by none.
        Assert.False(before.TryHold());
    }

    [Fact]
    public void A_short_list_is_joined_without_allocating_more_than_the_result()
    {
        using var a = Range(2);
        torch.cat([a, a]).Dispose();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) torch.cat([a, a]).Dispose();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * 64);
    }

    private static TensorHandle TensorHandleOf(Tensor tensor) => tensor.handle!;
}
