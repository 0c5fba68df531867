using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

/// <summary>Whatever the operands, an operation answers or throws; it never ends the process.</summary>
public class HostileOperandTests
{
    [Fact]
    public void A_null_operand_is_named()
    {
        using var x = Doubles(1);
        Tensor nothing = null!;
        Scalar none = null!;
        Assert.Equal("target", Assert.Throws<ArgumentNullException>(() => x.add(nothing)).ParamName);
        Assert.Equal("scalar", Assert.Throws<ArgumentNullException>(() => x.add(none)).ParamName);
        Assert.Equal("left", Assert.Throws<ArgumentNullException>(() => nothing + x).ParamName);
        Assert.Equal("right", Assert.Throws<ArgumentNullException>(() => x + nothing).ParamName);
        Assert.Equal("right", Assert.Throws<ArgumentNullException>(() => x * none).ParamName);
        Assert.Equal("left", Assert.Throws<ArgumentNullException>(() => nothing * 2f).ParamName);
        Assert.Equal("right", Assert.Throws<ArgumentNullException>(() => x == nothing).ParamName);
        Assert.Equal("tensor", Assert.Throws<ArgumentNullException>(() => -nothing).ParamName);
        Assert.Equal("input", Assert.Throws<ArgumentNullException>(() => sum(nothing)).ParamName);
    }

    [Fact]
    public void A_disposed_operand_is_an_error()
    {
        using var x = Doubles(1);
        var gone = Doubles(1);
        gone.Dispose();
        Assert.Throws<ObjectDisposedException>(() => gone.abs());
        Assert.Throws<ObjectDisposedException>(() => x.add_(gone));
        Assert.Throws<ObjectDisposedException>(() => gone + 1f);
        Assert.Throws<ObjectDisposedException>(() => gone.sum());
        Assert.Throws<ObjectDisposedException>(() => x.Equals(gone));
        Assert.Equal([1], Read(x));
    }

    [Fact]
    public void Shapes_that_do_not_match_are_told()
    {
        using var x = Doubles(1, 2, 3);
        using var y = Doubles(1, 2);
        var error = Assert.Throws<TorchException>(() => x + y);
        Assert.StartsWith("operator +: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("float64 [3], float64 [2]", error.Message, StringComparison.Ordinal);
        Assert.Throws<TorchException>(() => y.add_(x));
        Assert.Throws<TorchException>(() => x.allclose(y));
    }

    [Fact]
    public void Dimensions_out_of_range_are_errors()
    {
        using var x = Doubles(1, 2);
        foreach (var dim in new long[] { 1, -2, long.MaxValue, long.MinValue })
        {
            Assert.Throws<TorchException>(() => x.sum(dim));
            Assert.Throws<TorchException>(() => x.mean([dim]));
            Assert.Throws<TorchException>(() => x.max(dim));
            Assert.Throws<TorchException>(() => x.cumsum(dim));
            Assert.Throws<TorchException>(() => x.cummax(dim));
            Assert.Throws<TorchException>(() => x.softmax(dim));
            Assert.Throws<TorchException>(() => x.sort(dim));
            Assert.Throws<TorchException>(() => x.argsort(dim));
            Assert.Throws<TorchException>(() => x.kthvalue(1, dim));
            Assert.Throws<TorchException>(() => x.std(dim));
            Assert.Throws<TorchException>(() => x.diff(1, dim));
            Assert.Throws<TorchException>(() => x.logsumexp(dim));
            Assert.Throws<TorchException>(() => x.renorm(2, dim, 1));
            Assert.Throws<TorchException>(() => x.trapezoid(1.0, dim));
            Assert.Throws<TorchException>(() => x.glu(dim));
        }

        Assert.Throws<TorchException>(() => x.sum(0, 0));
        Assert.Throws<TorchException>(() => x.unique(dim: 3));
    }

    [Fact]
    public void Counts_out_of_range_are_errors()
    {
        using var x = Doubles(1, 2);
        using var labels = Longs(1, 2);
        using var negative = Longs(-1);
        Assert.Throws<TorchException>(() => x.topk(3));
        Assert.Throws<TorchException>(() => x.topk(-1));
        Assert.Throws<TorchException>(() => x.kthvalue(0, 0));
        Assert.Throws<TorchException>(() => x.kthvalue(3, 0));
        Assert.Throws<TorchException>(() => x.histc(0));
        Assert.Throws<TorchException>(() => x.histc(-5));
        Assert.Throws<TorchException>(() => x.histc(long.MaxValue));
        Assert.Throws<TorchException>(() => x.histc(2, 5, 1));
        Assert.Throws<TorchException>(() => labels.bincount(null, -1));
        Assert.Throws<TorchException>(() => labels.bincount(null, long.MaxValue));
        Assert.Throws<TorchException>(() => negative.bincount(null));
        Assert.Throws<TorchException>(() => x.bincount(null));
        Assert.Throws<TorchException>(() => labels.bincount(x.sum(0, true)));
        Assert.Throws<TorchException>(() => x.polygamma(-1));
        Assert.Throws<TorchException>(() => x.mvlgamma(0));
        Assert.Throws<TorchException>(() => histogram(x, -1));
        Assert.Throws<TorchException>(() => histogram(x, 2, (3, 1)));
        using var q = Doubles(1.5);
        Assert.Throws<TorchException>(() => x.quantile(q));
    }

    [Fact]
    public void The_largest_label_cannot_be_counted()
    {
        using var largest = Longs(long.MaxValue);
        Assert.Throws<TorchException>(() => largest.bincount(null));
        using var almost = Longs(long.MaxValue - 1);
        Assert.Throws<TorchException>(() => almost.bincount(null));
    }

    [Fact]
    public void Values_that_are_no_numbers_fall_into_no_bin()
    {
        using var x = Doubles(double.NaN, 0.5, double.PositiveInfinity);
        Holds(x.histc(2, 0, 1), 0, 1);
        Assert.Throws<TorchException>(() => x.histc(2));
        using var edges = Doubles(0, 1);
        var (hist, same) = histogram(x, edges);
        Holds(hist, 1);
        same.Dispose();
        var (values, at) = x.sort();
        values.Dispose();
        at.Dispose();
    }

    [Fact]
    public void Nothing_has_no_extremes()
    {
        using var x = Doubles();
        Holds(x.sum(), 0);
        Holds(x.prod(), 1);
        Assert.Throws<TorchException>(() => x.max());
        Assert.Throws<TorchException>(() => x.argmax());
        Assert.Throws<TorchException>(() => x.aminmax());
        Assert.Throws<TorchException>(() => x.max(0));
        using var q = Doubles(0.5);
        Assert.Throws<TorchException>(() => x.quantile(q));
        Assert.Throws<TorchException>(() => x.kthvalue(1, 0));
        using var middle = x.median();
        Assert.Equal([double.NaN], Read(middle));
        var (output, _, _) = x.unique();
        output.Dispose();
    }

    [Fact]
    public void An_integer_divided_by_zero_is_an_error()
    {
        using var x = Longs(1, 2);
        using var zero = Longs(0, 1);
        Assert.Throws<TorchException>(() => x.remainder(zero));
        Assert.Throws<TorchException>(() => x.fmod(zero));
        Assert.Throws<TorchException>(() => x.floor_divide(zero));
        Assert.Throws<TorchException>(() => x.div(0, RoundingMode.trunc));
        Assert.Throws<TorchException>(() => x % 0);
    }

    [Fact]
    public void The_smallest_integer_divided_by_minus_one_is_an_error()
    {
        using var x = Longs(5, long.MinValue);
        using var minus = Longs(-1, -1);
        using var small = Ints(int.MinValue, 1);
        using var smallMinus = Ints(-1, -1);
        foreach (var mode in new[] { RoundingMode.trunc, RoundingMode.floor })
        {
            Assert.Throws<TorchException>(() => x.div(minus, mode));
            Assert.Throws<TorchException>(() => x.div(-1, mode));
            Assert.Throws<TorchException>(() => x.div_(minus, mode));
            Assert.Throws<TorchException>(() => small.div(smallMinus, mode));
            Assert.Throws<TorchException>(() => small.div_(-1, mode));
        }

        Assert.Throws<TorchException>(() => x.floor_divide(minus));
        Assert.Throws<TorchException>(() => small.floor_divide_(-1));
        Assert.Throws<TorchException>(() => x % minus);
        Assert.Throws<TorchException>(() => small % uint.MaxValue);
        Assert.Throws<TorchException>(() => x.remainder_(-1));
        Assert.Throws<TorchException>(() => x.fmod(minus));
        Assert.Throws<TorchException>(() => small.fmod_(smallMinus));
        Assert.Throws<TorchException>(() => small.lcm(smallMinus));
        var error = Assert.Throws<TorchException>(() => x.fmod(-1));
        Assert.StartsWith("fmod: the smallest int64 divided by -1", error.Message, StringComparison.Ordinal);
        Assert.Equal([5, long.MinValue], Read(x));
    }

    [Fact]
    public void The_smallest_integer_and_minus_one_may_stand_apart()
    {
        using var x = Longs(5, long.MinValue);
        using var y = Longs(-1, 2);
        Holds(x.div(y, RoundingMode.trunc), -5, long.MinValue / 2);
        Holds(x % y, 0, 0);
    }

    [Fact]
    public void Types_that_an_operation_does_not_take_are_errors()
    {
        using var x = Doubles(1, 2);
        using var truths = Bools(true, false);
        using var labels = Longs(1, 2);
        Assert.Throws<TorchException>(() => truths - truths);
        Assert.Throws<TorchException>(() => x & x);
        Assert.Throws<TorchException>(() => ~x);
        Assert.Throws<TorchException>(() => labels.mean());
        Assert.Throws<TorchException>(() => labels.std());
        Assert.Throws<TorchException>(() => x.gcd(x));
        Assert.Throws<TorchException>(() => x.masked_fill(labels, 0));
        Assert.Throws<TorchException>(() => labels.sqrt_());
    }

    [Fact]
    public void A_leaf_that_needs_a_gradient_is_not_changed_in_place()
    {
        using var x = Doubles(1, 2).requires_grad_();
        Assert.Throws<TorchException>(() => x.add_(1));
        Assert.Throws<TorchException>(() => x.relu_());
    }
}
