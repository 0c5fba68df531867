using MetaDsl.Generators.Incremental;

namespace MetaDsl.Generators.Tests.Pipeline;

/// <summary>Work side by side, which must fail and stop as work one after the other does.</summary>
public sealed class SideBySideTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void Each_is_worked_on_once(int count)
    {
        var times = new int[count];
        SideBySide.For(count, CancellationToken.None, i => Interlocked.Increment(ref times[i]));
        Assert.All(times, time => Assert.Equal(1, time));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_failure_is_thrown_as_it_is(int count)
    {
        var failure = Assert.Throws<InvalidOperationException>(() =>
            SideBySide.For(count, CancellationToken.None, _ => throw new InvalidOperationException("no rule for it")));
        Assert.Equal("no rule for it", failure.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void Nothing_begins_once_it_is_cancelled(int count) => Assert.Throws<OperationCanceledException>(() =>
        SideBySide.For(count, new CancellationToken(canceled: true), _ => Assert.Fail("begun")));

    [Fact]
    public void A_cancellation_comes_before_a_failure()
    {
        var cancel = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => SideBySide.For(100, cancel.Token, i =>
        {
            cancel.Cancel();
            throw new InvalidOperationException($"{i} failed");
        }));
    }
}
