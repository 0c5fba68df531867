using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

public class SortingTests
{
    [Fact]
    public void Sorting_gives_values_and_places()
    {
        using var x = Doubles(3, 1, 2);
        var (values, at) = x.sort();
        Holds(values, 1, 2, 3);
        Holds(at, 1, 2, 0);
        (values, at) = x.sort(descending: true);
        Holds(values, 3, 2, 1);
        Holds(at, 0, 2, 1);
        Holds(x.argsort(), 1, 2, 0);
        Holds(x.argsort(0, descending: true), 0, 2, 1);
        Holds(x.msort(), 1, 2, 3);
    }

    [Fact]
    public void A_stable_sort_keeps_the_order_of_equals()
    {
        var numbers = Enumerable.Range(0, 300).Select(i => (double)(i % 3)).ToArray();
        using var x = Doubles(numbers);
        var (values, at) = x.sort(stable: true);
        Holds(at, [.. Enumerable.Range(0, 300).OrderBy(i => i % 3).Select(i => (double)i)]);
        values.Dispose();
    }

    [Fact]
    public void The_largest_come_first()
    {
        using var x = Doubles(3, 1, 4, 2);
        var (values, at) = x.topk(2);
        Holds(values, 4, 3);
        Holds(at, 2, 0);
        (values, at) = topk(x, 2, largest: false);
        Holds(values, 1, 2);
        Holds(at, 1, 3);
    }

    [Fact]
    public void Distinct_elements_come_with_what_is_asked_for()
    {
        using var x = Longs(3, 1, 3, 3, 1);
        var (output, inverse, counts) = x.unique(return_inverse: true, return_counts: true);
        Holds(output, 1, 3);
        Holds(inverse, 1, 0, 1, 1, 0);
        Holds(counts, 2, 3);
        (output, inverse, counts) = unique_consecutive(x, return_counts: true);
        Holds(output, 3, 1, 3, 1);
        Holds(counts, 1, 1, 2, 1);
        Assert.True(inverse is null);
    }

    [Fact]
    public void Distinct_rows()
    {
        using var rows = Matrix(3, 1, 2, 1, 2, 0, 5);
        var (output, _, counts) = rows.unique(dim: 0, return_counts: true);
        Holds(output, 0, 5, 1, 2);
        Holds(counts, 1, 2);
    }

    [Fact]
    public void Places_in_a_sorted_sequence()
    {
        using var edges = Doubles(1, 3, 5);
        using var x = Doubles(0, 3, 9);
        Holds(searchsorted(edges, x), 0, 1, 3);
        Holds(searchsorted(edges, x, right: true), 0, 2, 3);
        Holds(searchsorted(edges, 4, false, false, null!), 2);
        Holds(x.bucketize(edges), 0, 1, 3);
        using var small = bucketize(x, edges, outInt32: true);
        Assert.Equal(ScalarType.Int32, small.dtype);
        using var unordered = Doubles(5, 1, 3);
        using var order = unordered.argsort();
        Holds(searchsorted(unordered, x, sorter: order), 0, 1, 3);
    }

    [Fact]
    public void A_sorter_that_points_outside_is_an_error()
    {
        using var edges = Doubles(1, 3);
        using var x = Doubles(2);
        using var order = Longs(0, 1L << 40);
        var error = Assert.Throws<TorchException>(() => searchsorted(edges, x, sorter: order));
        Assert.StartsWith("searchsorted: 'sorter' must hold indices from 0 to 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Membership()
    {
        using var x = Longs(1, 2, 3);
        using var some = Longs(3, 1);
        Holds(x.isin(some), 1, 0, 1);
        Holds(isin(x, some, invert: true), 0, 1, 0);
    }
}
