using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

public class ReductionTests
{
    [Fact]
    public void Sums_go_over_all_elements_or_over_chosen_dimensions()
    {
        using var x = Of([2, 2, 3], 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        Holds(x.sum(), 66);
        Holds(x.sum(0), 6, 8, 10, 12, 14, 16);
        Holds(x.sum(-1), 3, 12, 21, 30);
        Holds(x.sum(0, 2), 24, 42);
        Holds(x.sum(0, 1, 2), 66);
        Holds(x.sum([1, 2]), 15, 51);
        Holds(x.sum(new long[] { 1, 2 }), 15, 51);
        Holds(x.sum(Array.Empty<long>()), 66);
        using var kept = x.sum(1, keepdim: true);
        Assert.Equal([2, 1, 3], kept.shape);
        using var single = x.sum(ScalarType.Float32);
        Assert.Equal(ScalarType.Float32, single.dtype);
        using var truths = Bools(true, true);
        using var count = truths.sum();
        Assert.Equal(ScalarType.Int64, count.dtype);
        Assert.Equal([2], Read(count));
    }

    [Fact]
    public void A_literal_zero_is_a_dimension_and_no_element_type()
    {
        using var x = Matrix(2, 1, 2, 3, 4);
        Holds(x.sum(0), 4, 6);
        Holds(sum(x, 0), 4, 6);
        Holds(x.prod(0), 3, 8);
        Holds(prod(x, 0), 3, 8);
    }

    [Fact]
    public void Means_and_products()
    {
        using var x = Matrix(2, 1, 2, 3, 4, 5, 6);
        Holds(x.mean(), 3.5);
        Holds(x.mean([1]), 2, 5);
        Holds(x.mean(null!), 3.5);
        Holds(x.prod(), 720);
        Holds(x.prod(0), 4, 10, 18);
        using var kept = x.mean([0], keepdim: true, ScalarType.Float32);
        Assert.Equal([1, 3], kept.shape);
        Assert.Equal(ScalarType.Float32, kept.dtype);
        using var holes = Doubles(1, double.NaN, 3);
        Holds(holes.nanmean(), 2);
        Holds(holes.nanmean(0), 2);
        Holds(holes.nansum(), 4);
        Holds(holes.nanmedian(), 1);
    }

    [Fact]
    public void Extremes_come_with_their_places()
    {
        using var x = Matrix(2, 1, 5, 3, 4, 2, 6);
        Holds(x.max(), 6);
        Holds(x.min(), 1);
        var (most, mostAt) = x.max(1);
        Holds(most, 5, 6);
        Holds(mostAt, 1, 2);
        var (least, leastAt) = x.min(0, keepdim: true);
        Assert.Equal([1, 3], least.shape);
        Holds(least, 1, 2, 3);
        Holds(leastAt, 0, 1, 0);
        Holds(x.amax(0), 4, 5, 6);
        Holds(x.amax(), 6);
        Holds(x.amin(0, 1), 1);
        var (low, high) = x.aminmax();
        Holds(low, 1);
        Holds(high, 6);
        (low, high) = x.aminmax(0);
        Holds(low, 1, 2, 3);
        Holds(high, 4, 5, 6);
        Holds(x.argmax(), 5);
        Holds(x.argmax(1), 1, 2);
        Holds(x.argmin(), 0);
        Holds(x.argmin(0), 0, 1, 0);
        using var result = Doubles(0, 0);
        Assert.Same(result, x.amax(new long[] { 1 }, false, result));
        Assert.Equal([5, 6], Read(result));
    }

    [Fact]
    public void Truths_norms_and_counts()
    {
        using var x = Matrix(2, 3, 0, 4, 0, 0, 0);
        Holds(x.all(), 0);
        Holds(x.any(), 1);
        Holds(x.any(1), 1, 0);
        Holds(x.all(0), 0, 0, 0);
        Holds(x.count_nonzero(), 2);
        Holds(x.count_nonzero([1]), 2, 0);
        Holds(x.norm(), 5);
        Holds(x.norm(1f), 7);
        Holds(x.norm(1, false, 1), 7, 0);
        Holds(norm(x, 0), 3, 0, 4);
        Holds(x.logsumexp(1), Math.Log(Math.Exp(3) + 1 + Math.Exp(4)), Math.Log(3));
        using var shorter = x.renorm(2, 0, 2.5f);
        using var length = shorter.norm();
        Assert.Equal(2.5, Read(length)[0], 1e-6);
    }

    [Fact]
    public void Softmax_sums_to_one_along_its_dimension()
    {
        using var x = Matrix(2, 0, Math.Log(3), 0, 0);
        Holds(x.softmax(1), 0.25, 0.75, 0.5, 0.5);
        Holds(x.log_softmax(1), Math.Log(0.25), Math.Log(0.75), Math.Log(0.5), Math.Log(0.5));
        Holds(softmax(x, 0), 0.5, 0.75, 0.5, 0.25);
        using var single = x.softmax(1, ScalarType.Float32);
        Assert.Equal(ScalarType.Float32, single.dtype);
    }

    [Fact]
    public void Scans_run_along_a_dimension()
    {
        using var x = Doubles(3, 1, 2);
        Holds(x.cumsum(0), 3, 4, 6);
        Holds(x.cumprod(0), 3, 3, 6);
        var (values, at) = x.cummax(0);
        Holds(values, 3, 3, 3);
        Holds(at, 0, 0, 0);
        (values, at) = x.cummin(0);
        Holds(values, 3, 1, 1);
        Holds(at, 0, 1, 1);
        Holds(x.logcumsumexp(0), 3, Math.Log(Math.Exp(3) + Math.Exp(1)), Math.Log(Math.Exp(3) + Math.Exp(1) + Math.Exp(2)));
        Holds(x.diff(), -2, 1);
        Holds(x.diff(2), 3);
        using var end = Doubles(10);
        Holds(x.diff(prepend: end, append: end), -7, -2, 1, 8);
        Holds(x.trapezoid(), 3.5);
        Holds(x.trapezoid(2), 7);
        using var places = Doubles(0, 1, 3);
        Holds(x.trapezoid(places), 5);
        Holds(trapz(x, places), 5);
        Holds(x.cumulative_trapezoid(places), 2, 5);
    }

    [Fact]
    public void Spread_is_unbiased_unless_told_otherwise()
    {
        using var x = Matrix(2, 1, 2, 3, 4, 6, 8);
        Holds(x.var(), 6.8);
        Holds(x.var(false), 34.0 / 6);
        Holds(x.var(1), 1, 4);
        Holds(x.var(1L, unbiased: false), 2.0 / 3, 8.0 / 3);
        Holds(x.std(1), 1, 2);
        Holds(x.std((0, 1)), Math.Sqrt(6.8));
        Holds(x.std([0, 1]), Math.Sqrt(6.8));
        var (std, mean) = x.std_mean(1, keepdim: true);
        Assert.Equal([2, 1], std.shape);
        Holds(std, 1, 2);
        Holds(mean, 2, 6);
        var (var, average) = var_mean(x, 1);
        Holds(var, 1, 4);
        Holds(average, 2, 6);
        using var counts = Longs(1, 3);
        Holds(counts.std(0, type: ScalarType.Float64), Math.Sqrt(2));
    }

    [Fact]
    public void Order_statistics()
    {
        using var x = Doubles(4, 1, 3, 2, 1);
        Holds(x.median(), 2);
        var (value, at) = x.kthvalue(4, null);
        Holds(value, 3);
        Holds(at, 2);
        (value, at) = x.mode();
        Holds(value, 1);
        at.Dispose();
        using var q = Doubles(0, 0.5, 0.875);
        Holds(x.quantile(q), 1, 2, 3.5);
        Holds(x.nanquantile(q), 1, 2, 3.5);
    }

    [Fact]
    public void Covariances_and_counts()
    {
        using var x = Matrix(2, 1, 2, 3, 6, 4, 2);
        Holds(x.cov(), 1, -2, -2, 4);
        Holds(x.corrcoef(), 1, -1, -1, 1);
        using var values = Doubles(0, 0.5, 1, 4);
        Holds(values.histc(2), 3, 1);
        Holds(values.histc(2, 0, 1), 1, 2);
        using var labels = Longs(0, 2, 2);
        Holds(labels.bincount(null), 1, 0, 2);
        using var weights = Doubles(0.5, 1, 1);
        Holds(bincount(labels, weights, 4), 0.5, 0, 2, 0);
        var (hist, edges) = histogram(values, 2, (0, 4));
        Holds(hist, 3, 1);
        Holds(edges, 0, 2, 4);
        using var bounds = Doubles(0, 1, 2);
        (hist, var same) = histogram(values, bounds);
        Holds(hist, 2, 1);
        Holds(same, 0, 1, 2);
    }
}
