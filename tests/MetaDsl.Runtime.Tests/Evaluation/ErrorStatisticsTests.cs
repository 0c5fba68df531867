namespace MetaDsl.Tests;

public class ErrorStatisticsTests
{
    [Fact]
    public void Closed_forms_come_out()
    {
        // 1 ... 9: mean 5, variance 60/8, median 5.
        double[] errors = [9, 1, 8, 2, 7, 3, 6, 4, 5];
        var statistics = ErrorStatistics.From(3, errors, errors);
        Assert.Equal((3, 9), (statistics.Steps, statistics.Tasks));
        Assert.Equal(5, statistics.Mean, 14);
        Assert.Equal(1.96 * Math.Sqrt(7.5) / 3, statistics.HalfWidth, 14);
        Assert.Equal(5, statistics.Median);
        Assert.Equal(0, statistics.Diverged);
    }

    [Fact]
    public void The_median_of_an_even_number_lies_between_the_middle_two() =>
        Assert.Equal(2.5, ErrorStatistics.From(0, [4, 1, 3, 2], [4, 1, 3, 2]).Median);

    [Fact]
    public void The_interval_holds_the_true_mean_in_about_95_of_100_samples()
    {
        const int Samples = 2000;
        const int Tasks = 200;
        var hits = 0;
        for (var sample = 0; sample < Samples; sample++)
        {
            var stream = RandomStream.From(1).Split(sample);
            double[] errors = [.. Enumerable.Range(0, Tasks).Select(i => stream.Uniform(i))];
            var statistics = ErrorStatistics.From(0, errors, errors);
            if (Math.Abs(statistics.Mean - 0.5) <= statistics.HalfWidth) hits++;
        }

        // Standard deviation 0.5 %; four of them.
        Assert.InRange((double)hits / Samples, 0.93, 0.97);
    }

    [Fact]
    public void Large_errors_with_a_small_spread_lose_no_digits()
    {
        double[] errors = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16];
        Assert.Equal(1.96 * Math.Sqrt(30) / 2, ErrorStatistics.From(0, errors, errors).HalfWidth, 6);
    }

    [Fact]
    public void A_task_diverges_beyond_ten_times_its_own_error_before()
    {
        var statistics = ErrorStatistics.From(1, [10, 10.1, 0.5, 50], [1, 1, 1, 5.1]);
        Assert.Equal(0.25, statistics.Diverged);
    }

    [Fact]
    public void Errors_that_are_not_finite_diverge_stay_out_of_the_mean_and_are_the_worst_for_the_median()
    {
        double[] before = [1, 1, 1, 1, 1];
        var statistics = ErrorStatistics.From(5, [double.NaN, 1, 3, double.PositiveInfinity, 2], before);
        Assert.Equal(2, statistics.Mean, 14);
        Assert.Equal(1.96 / Math.Sqrt(3), statistics.HalfWidth, 14);
        Assert.Equal(3, statistics.Median);
        Assert.Equal(0.4, statistics.Diverged);
        Assert.Equal(5, statistics.Tasks);
    }

    [Fact]
    public void With_half_of_the_tasks_not_finite_the_median_is_infinite() =>
        Assert.Equal(double.PositiveInfinity, ErrorStatistics.From(1, [1, double.NaN], [1, 1]).Median);

    [Fact]
    public void With_no_finite_error_there_is_no_mean()
    {
        var statistics = ErrorStatistics.From(1, [double.NaN, double.NegativeInfinity], [1, 1]);
        Assert.True(double.IsNaN(statistics.Mean));
        Assert.True(double.IsNaN(statistics.HalfWidth));
        Assert.Equal(double.PositiveInfinity, statistics.Median);
        Assert.Equal(1, statistics.Diverged);
    }

    [Fact]
    public void An_error_before_that_is_not_finite_says_nothing_about_a_finite_one_after() =>
        Assert.Equal(0.5, ErrorStatistics.From(1, [1, double.NaN], [double.NaN, double.NaN]).Diverged);

    [Fact]
    public void One_task_has_a_mean_but_no_interval()
    {
        var statistics = ErrorStatistics.From(0, [2], [2]);
        Assert.Equal(2, statistics.Mean);
        Assert.True(double.IsNaN(statistics.HalfWidth));
    }

    [Fact]
    public void Huge_finite_errors_do_not_overflow_the_mean()
    {
        double[] errors = [1e308, 1.5e308, 1.7e308, 1.7e308];
        var statistics = ErrorStatistics.From(0, errors, errors);
        Assert.Equal(1.475e308, statistics.Mean, 1e295);
        Assert.Equal(1.6e308, statistics.Median, 1e295);
        Assert.Equal(double.PositiveInfinity, statistics.HalfWidth);
    }

    [Fact]
    public void What_cannot_be_described_is_refused()
    {
        Assert.Contains("at least one", Assert.Throws<ArgumentException>("errors", () => ErrorStatistics.From(0, [], [])).Message);
        var uneven = Assert.Throws<ArgumentException>("errorsBefore", () => ErrorStatistics.From(0, [1, 2], [1]));
        Assert.Contains("2 tasks after adaptation, but 1 before", uneven.Message);
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => ErrorStatistics.From(-1, [1], [1]));
    }
}
