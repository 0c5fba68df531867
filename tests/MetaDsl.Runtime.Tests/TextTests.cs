namespace MetaDsl.Tests;

public class TextTests
{
    [Theory]
    [InlineData(0.36642, "0.3664")]
    [InlineData(0, "0.0000")]
    [InlineData(12.34567, "12.3457")]
    [InlineData(1234.56, "1234.6")]
    [InlineData(12_345_678, "1.23e+7")]
    [InlineData(0.000123, "1.23e-4")]
    [InlineData(-0.5, "-0.5000")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "-∞")]
    public void Numbers_are_short_under_every_culture(double number, string text)
    {
        using var german = Culture.German();
        Assert.Equal(text, Text.Number(number));
    }

    [Fact]
    public void Counts_shares_and_speeds_are_the_same_under_every_culture()
    {
        using var german = Culture.German();
        Assert.Equal("70 000", Text.Count(70_000));
        Assert.Equal("-1 234 567", Text.Count(-1_234_567));
        Assert.Equal("12.5 %", Text.Percent(0.125));
        Assert.Equal("1 150", Text.Speed(1150.4));
        Assert.Equal("0.25", Text.Speed(0.25));
    }

    [Theory]
    [InlineData(0.2, "0 s")]
    [InlineData(42, "42 s")]
    [InlineData(59.7, "1 min 00 s")]
    [InlineData(185, "3 min 05 s")]
    [InlineData(7800, "2 h 10 min")]
    [InlineData(360_000, "100 h 00 min")]
    public void Durations_show_two_units_at_most(double seconds, string text) =>
        Assert.Equal(text, Text.Duration(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void One_is_singular_and_all_else_plural() =>
        Assert.Equal("0 steps, 1 step, 5 steps", $"{Text.Of(0, "step")}, {Text.Of(1, "step")}, {Text.Of(5, "step")}");

    [Fact]
    public void Lists_end_with_and()
    {
        Assert.Equal("", Text.List([]));
        Assert.Equal("a", Text.List(["a"]));
        Assert.Equal("a and b", Text.List(["a", "b"]));
        Assert.Equal("a, b and c", Text.List(["a", "b", "c"]));
    }
}
