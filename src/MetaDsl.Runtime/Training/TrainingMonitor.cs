namespace MetaDsl;

/// <summary>
/// Counts, averages and reports for a generated training loop, and ends it when it is done, cancelled or diverged:
/// <code>
/// var monitor = new TrainingMonitor(Summary, options, progress, cancellation);
/// while (monitor.Next())
/// {
///     var loss = MetaStep(monitor.Iteration);
///     monitor.Record(loss);
/// }
/// return monitor.Result();
/// </code>
/// </summary>
public sealed class TrainingMonitor
{
    /// <summary>Each loss weighs 0.99 of the next one: the average looks back over about a hundred.</summary>
    private const double Decay = 0.99;

    private readonly string experiment;
    private readonly TimeProvider clock;
    private readonly IProgress<TrainingProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly long first;
    private readonly long started;
    private readonly long ticksPerReport;

    private long reportedAt;
    private long reportedIteration;
    private double decayedLosses;
    private double decayedWeights;
    private double lastLoss = double.NaN;
    private long lastLossIteration;
    private double secondsAtEnd;
    private bool ended;

    /// <summary>Starts the clock. <paramref name="firstIteration"/> is what earlier calls have done, where training continues.</summary>
    public TrainingMonitor(
        ExperimentSummary experiment,
        TrainingOptions options,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default,
        long firstIteration = 0)
        : this(experiment, options, progress, cancellation, firstIteration, TimeProvider.System)
    {
    }

    internal TrainingMonitor(
        ExperimentSummary experiment,
        TrainingOptions options,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellation,
        long firstIteration,
        TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(firstIteration);
        var count = options.Iterations ?? experiment.Iterations;
        ArgumentOutOfRangeException.ThrowIfNegative(count, "options.Iterations");

        this.experiment = experiment.Name;
        this.progress = progress;
        this.cancellation = cancellation;
        this.clock = clock;
        first = firstIteration;
        Iteration = firstIteration - 1;
        Iterations = firstIteration + count;
        ticksPerReport = (long)(options.ReportInterval.TotalSeconds * clock.TimestampFrequency);
        started = reportedAt = clock.GetTimestamp();
        reportedIteration = firstIteration;
    }

    /// <summary>
    /// The iteration that runs now, from 0, counted since the experiment was made: it indexes the random numbers and the learning rate.
    /// </summary>
    public long Iteration { get; private set; }

    /// <summary>What <see cref="Iteration"/> ends before.</summary>
    public long Iterations { get; }

    /// <summary>The loss averaged over about the last hundred iterations; NaN before the first.</summary>
    public double SmoothedLoss => decayedWeights > 0 ? decayedLosses / decayedWeights : double.NaN;

    /// <summary>Goes to the next iteration, reports when it is time to, and says whether there is one to do.</summary>
    public bool Next()
    {
        if (ended) return false;

        var done = Iteration + 1;
        var isReported = done > first && done < Iterations && ReportWhenDue(done);
        // The token is asked after the report: whoever takes that may cancel.
        if (done < Iterations && !cancellation.IsCancellationRequested)
        {
            Iteration = done;
            return true;
        }

        ended = true;
        secondsAtEnd = clock.GetElapsedTime(started).TotalSeconds;
        if (!isReported) Report(done, clock.GetTimestamp());
        return false;
    }

    /// <summary>
    /// Takes in the loss of the iteration that runs. Where reading it makes the device wait, some of the iterations are enough.
    /// </summary>
    /// <exception cref="TrainingDivergedException">It is NaN or infinite.</exception>
    public void Record(double loss)
    {
        if (!double.IsFinite(loss))
            throw new TrainingDivergedException(experiment, Iteration + 1, Iterations, loss, lastLossIteration, lastLoss);

        decayedLosses = (Decay * decayedLosses) + ((1 - Decay) * loss);
        decayedWeights = (Decay * decayedWeights) + (1 - Decay);
        lastLoss = loss;
        lastLossIteration = Iteration + 1;
    }

    /// <summary>What the loop did, once <see cref="Next"/> has ended it.</summary>
    public TrainingResult Result()
    {
        if (!ended) throw new InvalidOperationException("The training loop has not ended; call 'Result' after 'Next' has returned false.");

        return new TrainingResult(Iteration + 1 - first, SmoothedLoss, secondsAtEnd, WasCancelled: Iteration + 1 < Iterations);
    }

    private bool ReportWhenDue(long done)
    {
        if (progress is null) return false;

        var now = clock.GetTimestamp();
        if (now - reportedAt < ticksPerReport) return false;
        Report(done, now);
        return true;
    }

    private void Report(long done, long now)
    {
        if (progress is null) return;

        var total = clock.GetElapsedTime(started, now).TotalSeconds;
        var recent = clock.GetElapsedTime(reportedAt, now).TotalSeconds;
        var speed = recent > 0 ? (done - reportedIteration) / recent : 0;
        (reportedAt, reportedIteration) = (now, done);
        progress.Report(new TrainingProgress(done, Iterations, SmoothedLoss, total, speed));
    }
}
