namespace MetaDsl;

/// <summary>
/// Gathers the errors or accuracies of an evaluation, which runs in batches of tasks, by number of gradient steps:
/// <code>
/// var errors = new TaskErrors(tasks, steps);
/// errors.Add(0, errorsOfTheBatchBefore);
/// errors.Add(1, errorsOfTheBatchAfterOneStep);
/// return errors.ToResult(Name);
/// </code>
/// </summary>
public sealed class TaskErrors
{
    private readonly int tasks;
    private readonly double[][] errors;
    private readonly int[] counts;

    /// <summary>Room for <paramref name="tasks"/> errors after each of 0, 1, ... <paramref name="steps"/> gradient steps.</summary>
    public TaskErrors(int tasks, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tasks);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        this.tasks = tasks;
        errors = new double[steps + 1][];
        for (var step = 0; step <= steps; step++) errors[step] = new double[tasks];
        counts = new int[steps + 1];
    }

    /// <summary>Adds the errors of the next tasks after <paramref name="steps"/> gradient steps, one number a task.</summary>
    public void Add(int steps, ReadOnlySpan<float> batch)
    {
        var room = Room(steps, batch.Length);
        for (var task = 0; task < batch.Length; task++) room[task] = batch[task];
    }

    /// <inheritdoc cref="Add(int, ReadOnlySpan{float})"/>
    public void Add(int steps, ReadOnlySpan<double> batch) => batch.CopyTo(Room(steps, batch.Length));

    /// <summary>The statistics of all tasks, once every number of steps has the errors of each.</summary>
    public EvaluationResult ToResult(string experiment, int trainedSteps = 1, Measure measure = Measure.Error)
    {
        var rows = new ErrorStatistics[errors.Length];
        for (var steps = 0; steps < rows.Length; steps++)
        {
            if (counts[steps] != tasks)
            {
                throw new InvalidOperationException(
                    $"Only {counts[steps]} of {tasks} tasks have an error after {Text.Of(steps, "step")}; add the rest first.");
            }

            // A growing accuracy is no divergence.
            rows[steps] = ErrorStatistics.From(steps, errors[steps], measure == Measure.Error ? errors[0] : errors[steps]);
        }

        return new EvaluationResult(experiment, rows) { TrainedSteps = trainedSteps, Measure = measure };
    }

    private Span<double> Room(int steps, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(steps, errors.Length);
        var start = counts[steps];
        if (count > tasks - start)
        {
            throw new ArgumentException(
                $"{start + count} errors after {Text.Of(steps, "step")}, but there are only {tasks} tasks.", nameof(count));
        }

        counts[steps] += count;
        return errors[steps].AsSpan(start, count);
    }
}
