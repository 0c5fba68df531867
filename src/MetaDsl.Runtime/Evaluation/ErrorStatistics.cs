namespace MetaDsl;

/// <summary>
/// The errors of many tasks after one number of gradient steps.
/// <para>
/// A task has <em>diverged</em> if its error is not finite, or is more than <see cref="DivergenceFactor"/> times what it was before
/// adaptation. A network trained for few steps diverges on a few of thousands of tasks when it is pushed further, and those few then
/// decide the mean: compare medians where <see cref="Diverged"/> is not zero.
/// </para>
/// </summary>
public sealed record ErrorStatistics
{
    /// <summary>A task whose error has grown by more than this has diverged.</summary>
    public const double DivergenceFactor = 10;

    /// <summary>The 97.5 % quantile of the normal distribution.</summary>
    private const double NormalQuantile = 1.96;

    /// <summary>Gradient steps taken; 0 is before adaptation.</summary>
    public required int Steps { get; init; }

    /// <summary>Tasks that were evaluated, diverged ones included.</summary>
    public required int Tasks { get; init; }

    /// <summary>The mean over all tasks whose error is finite; NaN if there is none.</summary>
    public required double Mean { get; init; }

    /// <summary>
    /// The 95 % confidence interval of the mean is <see cref="Mean"/> ± this: 1.96 standard deviations over tasks, divided by the root of
    /// their number. NaN with fewer than two finite tasks.
    /// </summary>
    public required double HalfWidth { get; init; }

    /// <summary>The median over all tasks; an error that is not finite counts as infinite.</summary>
    public required double Median { get; init; }

    /// <summary>The share of tasks that diverged, from 0 to 1.</summary>
    public required double Diverged { get; init; }

    /// <summary>Describes the errors of the same tasks after some steps and before adaptation, in the same order.</summary>
    public static ErrorStatistics From(int steps, ReadOnlySpan<double> errors, ReadOnlySpan<double> errorsBefore)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (errors.IsEmpty) throw new ArgumentException("There is no task to describe; evaluate at least one.", nameof(errors));
        if (errors.Length != errorsBefore.Length)
            throw new ArgumentException($"{errors.Length} tasks after adaptation, but {errorsBefore.Length} before.", nameof(errorsBefore));

        var diverged = 0;
        for (var task = 0; task < errors.Length; task++)
        {
            if (!double.IsFinite(errors[task]) || errors[task] > DivergenceFactor * errorsBefore[task]) diverged++;
        }

        var (mean, halfWidth) = MeanOfFinite(errors);
        return new ErrorStatistics
        {
            Steps = steps,
            Tasks = errors.Length,
            Mean = mean,
            HalfWidth = halfWidth,
            Median = MedianOf(errors),
            Diverged = (double)diverged / errors.Length,
        };
    }

    /// <summary>Welford's one pass: it neither cancels digits nor overflows where the mean itself does not.</summary>
    private static (double Mean, double HalfWidth) MeanOfFinite(ReadOnlySpan<double> errors)
    {
        var count = 0;
        var mean = 0.0;
        var squares = 0.0;
        foreach (var error in errors)
        {
            if (!double.IsFinite(error)) continue;

            count++;
            var fromOldMean = error - mean;
            mean += fromOldMean / count;
            squares += fromOldMean * (error - mean);
        }

        return (
            count == 0 ? double.NaN : mean,
            count < 2 ? double.NaN : NormalQuantile * Math.Sqrt(squares / (count - 1)) / Math.Sqrt(count));
    }

    private static double MedianOf(ReadOnlySpan<double> errors)
    {
        var sorted = new double[errors.Length];
        for (var task = 0; task < sorted.Length; task++)
            sorted[task] = double.IsFinite(errors[task]) ? errors[task] : double.PositiveInfinity;
        Array.Sort(sorted);
        var (low, high) = (sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);
        return low == high ? low : (low / 2) + (high / 2);
    }
}
