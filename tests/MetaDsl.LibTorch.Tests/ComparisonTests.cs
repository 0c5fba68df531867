using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

public class ComparisonTests
{
    [Fact]
    public void Each_relation_holds_where_it_should()
    {
        using var x = Doubles(1, 2, 3);
        using var y = Doubles(2, 2, 2);
        Holds(x.eq(y), 0, 1, 0);
        Holds(x.equal(y), 0, 1, 0);
        Holds(x.ne(y), 1, 0, 1);
        Holds(x.not_equal(y), 1, 0, 1);
        Holds(x.lt(y), 1, 0, 0);
        Holds(x.less(y), 1, 0, 0);
        Holds(x.le(y), 1, 1, 0);
        Holds(x.less_equal(y), 1, 1, 0);
        Holds(x.gt(y), 0, 0, 1);
        Holds(x.greater(y), 0, 0, 1);
        Holds(x.ge(y), 0, 1, 1);
        Holds(x.greater_equal(y), 0, 1, 1);
    }

    [Fact]
    public void Operators_are_relations_too_and_turn_round_with_the_number_on_the_left()
    {
        using var x = Doubles(1, 2, 3);
        using var y = Doubles(2, 2, 2);
        Scalar two = 2;
        Holds(x == y, 0, 1, 0);
        Holds(x != y, 1, 0, 1);
        Holds(x < y, 1, 0, 0);
        Holds(x <= y, 1, 1, 0);
        Holds(x > y, 0, 0, 1);
        Holds(x >= y, 0, 1, 1);
        Holds(x == two, 0, 1, 0);
        Holds(x != two, 1, 0, 1);
        Holds(x < two, 1, 0, 0);
        Holds(x <= two, 1, 1, 0);
        Holds(x > two, 0, 0, 1);
        Holds(x >= two, 0, 1, 1);
        Holds(two == x, 0, 1, 0);
        Holds(two != x, 1, 0, 1);
        Holds(two < x, 0, 0, 1);
        Holds(two <= x, 0, 1, 1);
        Holds(two > x, 1, 0, 0);
        Holds(two >= x, 1, 1, 0);
    }

    [Fact]
    public void A_number_is_compared_in_the_dtype_of_the_tensor()
    {
        using var x = Floats(0.1f, 0.2f);
        Holds(x.eq(0.1), 1, 0);
        using var whole = Longs(1, 2);
        Holds(whole.gt(1.5), 0, 1);
        Assert.Same(x, x.gt_(0.15));
        Assert.Equal([0, 1], Read(x));
    }

    [Fact]
    public void Closeness_is_relative_and_absolute()
    {
        using var x = Doubles(1, 1000, double.NaN);
        using var y = Doubles(1.001, 1000.5, double.NaN);
        Holds(x.isclose(y, rtol: 0, atol: 0.01), 1, 0, 0);
        Holds(x.isclose(y, rtol: 0.01, atol: 0, nanEqual: true), 1, 1, 1);
        Assert.False(x.allclose(y, rtol: 0.01));
        Assert.True(allclose(x, y, rtol: 0.01, equal_nan: true));
    }

    [Fact]
    public void Equality_of_whole_tensors_never_throws()
    {
        using var x = Doubles(1, 2);
        using var same = Doubles(1, 2);
        using var other = Doubles(1, 3);
        using var longer = Doubles(1, 2, 3);
        using var single = Floats(1, 2);
        Assert.True(x.Equals(x));
        Assert.True(x.Equals(same));
        Assert.True(x.Equals((object)same));
        Assert.False(x.Equals(other));
        Assert.False(x.Equals(longer));
        Assert.False(x.Equals(single));
        Assert.False(x.Equals((Tensor)null!));
        Assert.False(x.Equals("x"));
        using var hole = Doubles(double.NaN);
        using var anotherHole = Doubles(double.NaN);
        Assert.True(hole.Equals(hole));
        Assert.False(hole.Equals(anotherHole));
    }

    [Fact]
    public void A_dictionary_finds_a_tensor_by_identity()
    {
        using var x = Doubles(1);
        using var twin = Doubles(1);
        var names = new Dictionary<Tensor, string> { [x] = "x", [twin] = "twin" };
        x.add_(1);
        Assert.Equal("x", names[x]);
        Assert.Equal("twin", names[twin]);
    }

    [Fact]
    public void Logic_treats_numbers_as_truths()
    {
        using var x = Doubles(0, 2, 0, 3);
        using var y = Doubles(0, 0, 4, 5);
        Holds(x.logical_and(y), 0, 0, 0, 1);
        Holds(x.logical_or(y), 0, 1, 1, 1);
        Holds(x.logical_xor(y), 0, 1, 1, 0);
        Holds(x.logical_not(), 1, 0, 1, 0);
    }
}
