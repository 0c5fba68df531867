namespace MetaDsl.Tests;

public class TrainingMonitorTests
{
    private readonly ManualClock clock = new();
    private readonly Reports<TrainingProgress> reports = new();

    [Fact]
    public void The_loop_runs_every_iteration_once_in_order()
    {
        var monitor = Monitor(iterations: 5);
        var seen = new List<long>();
        while (monitor.Next())
        {
            seen.Add(monitor.Iteration);
            monitor.Record(1);
        }

        Assert.Equal([0, 1, 2, 3, 4], seen);
        Assert.False(monitor.Next());
        Assert.Equal(new TrainingResult(5, 1, 0, WasCancelled: false), Rounded(monitor.Result()));
    }

    [Fact]
    public void Without_an_override_the_declared_iterations_are_done()
    {
        var monitor = new TrainingMonitor(FakeExperiment.Declared with { Iterations = 3 }, new TrainingOptions());
        while (monitor.Next()) monitor.Record(1);
        Assert.Equal(3, monitor.Result().Iterations);
    }

    [Fact]
    public void A_second_call_continues_where_the_first_stopped()
    {
        var monitor = Monitor(iterations: 3, first: 10);
        Assert.Equal(13, monitor.Iterations);
        var seen = new List<long>();
        while (monitor.Next()) seen.Add(monitor.Iteration);
        Assert.Equal([10, 11, 12], seen);
        Assert.Equal(3, monitor.Result().Iterations);
        Assert.Equal(13, reports[^1].Iteration);
        Assert.Equal(13, reports[^1].Iterations);
    }

    [Fact]
    public void No_iterations_are_a_loop_without_a_round()
    {
        var monitor = Monitor(iterations: 0);
        Assert.False(monitor.Next());
        Assert.Equal(0, monitor.Result().Iterations);
        Assert.False(monitor.Result().WasCancelled);
        Assert.True(double.IsNaN(monitor.Result().Loss));
    }

    [Fact]
    public void A_negative_number_of_iterations_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("options.Iterations", () => Monitor(iterations: -1));

    [Fact]
    public void Options_or_an_experiment_that_are_null_are_named()
    {
        Assert.Throws<ArgumentNullException>("options", () => new TrainingMonitor(FakeExperiment.Declared, null!));
        Assert.Throws<ArgumentNullException>("experiment", () => new TrainingMonitor(null!, new TrainingOptions()));
    }

    [Fact]
    public void Reports_come_by_the_clock_and_at_the_end()
    {
        var monitor = Monitor(iterations: 100, interval: TimeSpan.FromSeconds(1));
        while (monitor.Next())
        {
            clock.Advance(TimeSpan.FromSeconds(0.1));
            monitor.Record(2);
        }

        Assert.Equal(10, reports.Count);
        Assert.Equal([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], reports.Select(report => report.Iteration));
        Assert.All(reports, report => Assert.Equal(10, report.IterationsPerSecond, 6));
        Assert.All(reports, report => Assert.Equal(2, report.Loss, 12));
        Assert.Equal(3, reports[2].Seconds, 6);
        Assert.Equal(7, reports[2].Remaining!.Value.TotalSeconds, 6);
        Assert.Equal(TimeSpan.Zero, reports[^1].Remaining);
        Assert.Equal(10, monitor.Result().Seconds, 6);
        Assert.Equal(10, monitor.Result().IterationsPerSecond, 6);
    }

    [Fact]
    public void The_speed_is_that_since_the_last_report()
    {
        var monitor = Monitor(iterations: 20, interval: TimeSpan.FromSeconds(1));
        while (monitor.Next()) clock.Advance(TimeSpan.FromSeconds(monitor.Iteration < 10 ? 0.1 : 0.5));
        Assert.Equal(10, reports[0].IterationsPerSecond, 6);
        Assert.Equal(2, reports[1].IterationsPerSecond, 6);
    }

    [Fact]
    public void A_clock_that_stands_still_gives_no_speed_and_no_remaining_time()
    {
        var monitor = Monitor(iterations: 10, interval: TimeSpan.Zero);
        monitor.Next();
        monitor.Next();
        Assert.Equal(0, reports[^1].IterationsPerSecond);
        Assert.Null(reports[^1].Remaining);
    }

    [Fact]
    public void The_smoothed_loss_is_the_weighted_mean_of_all_so_far()
    {
        var monitor = Monitor(iterations: 1000);
        var (weighted, weights) = (0.0, 0.0);
        for (var i = 0; monitor.Next(); i++)
        {
            var loss = 5 + Math.Sin(i);
            monitor.Record(loss);
            weighted = (0.99 * weighted) + loss;
            weights = (0.99 * weights) + 1;
            Assert.Equal(weighted / weights, monitor.SmoothedLoss, 9);
        }
    }

    [Fact]
    public void The_first_loss_is_its_own_average()
    {
        var monitor = Monitor(iterations: 1);
        monitor.Next();
        Assert.True(double.IsNaN(monitor.SmoothedLoss));
        monitor.Record(3.25);
        Assert.Equal(3.25, monitor.SmoothedLoss, 12);
    }

    [Fact]
    public void Cancelling_ends_the_loop_before_the_next_iteration_and_the_result_says_so()
    {
        using var cancel = new CancellationTokenSource();
        var monitor = Monitor(iterations: 100, cancellation: cancel.Token);
        while (monitor.Next())
        {
            monitor.Record(1);
            if (monitor.Iteration == 6) cancel.Cancel();
        }

        Assert.Equal(7, monitor.Result().Iterations);
        Assert.True(monitor.Result().WasCancelled);
        Assert.Equal(7, reports[^1].Iteration);
    }

    [Fact]
    public void Cancelling_in_the_last_iteration_is_too_late()
    {
        using var cancel = new CancellationTokenSource();
        var monitor = Monitor(iterations: 2, cancellation: cancel.Token);
        monitor.Next();
        monitor.Next();
        cancel.Cancel();
        Assert.False(monitor.Next());
        Assert.False(monitor.Result().WasCancelled);
    }

    [Fact]
    public void Cancelling_from_a_report_ends_the_loop_before_the_next_iteration_and_reports_nothing_twice()
    {
        using var cancel = new CancellationTokenSource();
        var seen = new List<long>();
        var handler = new Handler(report =>
        {
            seen.Add(report.Iteration);
            if (report.Iteration == 3) cancel.Cancel();
        });
        var options = new TrainingOptions { Iterations = 100, ReportInterval = TimeSpan.Zero };
        var monitor = new TrainingMonitor(FakeExperiment.Declared, options, handler, cancel.Token);
        while (monitor.Next()) monitor.Record(1);

        Assert.Equal(3, monitor.Result().Iterations);
        Assert.True(monitor.Result().WasCancelled);
        Assert.Equal([1, 2, 3], seen);
    }

    [Fact]
    public void The_result_of_a_running_loop_is_refused()
    {
        var monitor = Monitor(iterations: 2);
        monitor.Next();
        Assert.Contains("has not ended", Assert.Throws<InvalidOperationException>(monitor.Result).Message);
    }

    [Theory]
    [InlineData(double.NaN, "is not a number")]
    [InlineData(double.PositiveInfinity, "is infinite")]
    [InlineData(double.NegativeInfinity, "is infinite")]
    public void A_loss_that_is_no_number_names_the_iteration_the_last_good_loss_and_the_way_out(double loss, string what)
    {
        var monitor = Monitor(iterations: 70_000);
        for (var i = 0; i < 1500; i++)
        {
            monitor.Next();
            monitor.Record(0.5);
        }

        monitor.Next();
        var exception = Assert.Throws<TrainingDivergedException>(() => monitor.Record(loss));
        Assert.Equal(
            $"The loss of 'Fake' {what} in iteration 1 501 of 70 000; the last finite one was 0.5000 in iteration 1 500. "
            + "Lower the learning rate of the inner or the outer loop, or clip the outer gradient with 'ClipNorm'.",
            exception.Message);
        Assert.Equal(("Fake", 1501, 0.5), (exception.Experiment, exception.Iteration, exception.LastLoss));
        Assert.Equal(0.5, monitor.SmoothedLoss, 12);
    }

    [Fact]
    public void A_first_loss_that_is_no_number_has_none_before_it()
    {
        var monitor = Monitor(iterations: 10);
        monitor.Next();
        var exception = Assert.Throws<TrainingDivergedException>(() => monitor.Record(double.NaN));
        Assert.Contains("no loss before it was finite", exception.Message);
        Assert.True(double.IsNaN(exception.LastLoss));
    }

    [Fact]
    public void Watching_over_a_million_iterations_allocates_nothing()
    {
        var monitor = new TrainingMonitor(FakeExperiment.Declared, new TrainingOptions { Iterations = 1_000_000 }, new Silent());
        monitor.Next();
        monitor.Record(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (monitor.Next()) monitor.Record(1);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }

    private TrainingMonitor Monitor(int iterations, long first = 0, TimeSpan? interval = null, CancellationToken cancellation = default) =>
        new(
            FakeExperiment.Declared,
            new TrainingOptions { Iterations = iterations, ReportInterval = interval ?? TimeSpan.FromSeconds(1) },
            reports,
            cancellation,
            first,
            clock);

    private static TrainingResult Rounded(TrainingResult result) => result with { Loss = Math.Round(result.Loss, 9) };

    private sealed class Silent : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
        }
    }

    private sealed class Handler(Action<TrainingProgress> handle) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => handle(value);
    }
}
