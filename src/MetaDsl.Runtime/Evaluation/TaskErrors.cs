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
    /// <summary>The most tasks, or steps, whatever the memory: a batch may go beyond the last, and is to be counted, too.</summary>
    internal const int MostOfAnyMemory = 1 << 30;

    /// <summary>What one number of steps takes beside its errors: their array, its place, its count and its statistics.</summary>
    private const int BytesOfStep = 128;

    private readonly int tasks;
    private readonly double[][] errors;
    private readonly int[] counts;

    /// <summary>Room for <paramref name="tasks"/> errors after each of 0, 1, ... <paramref name="steps"/> gradient steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no task, or there are more errors than memory holds.</exception>
    public TaskErrors(int tasks, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tasks);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (WhyTooMany(tasks, steps) is { } message)
        {
            throw MostTasks(steps) > 0
                ? new ArgumentOutOfRangeException(nameof(tasks), tasks, message)
                : new ArgumentOutOfRangeException(nameof(steps), steps, message);
        }

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

    /// <summary>The most tasks whose errors memory holds; 0 where it does not hold those of one.</summary>
    internal static int MostTasks(int steps)
    {
        // The median sorts a copy of one number of steps.
        var arrays = steps + 2L;
        return steps > MostOfAnyMemory ? 0 : (int)Math.Clamp(((Memory / arrays) - BytesOfStep) / sizeof(double), 0, MostOfAnyMemory);
    }

    /// <summary>What is wrong with an evaluation that has more errors than memory holds; null where it has not.</summary>
    /// <param name="tasks">How many tasks.</param>
    /// <param name="steps">How many gradient steps.</param>
    /// <param name="tasksName">What the number of tasks is called where it was given.</param>
    /// <param name="stepsName">What the number of steps is called there.</param>
    internal static string? WhyTooMany(
        int tasks, int steps, string tasksName = "'EvaluationOptions.Tasks'", string stepsName = "'EvaluationOptions.Steps'")
    {
        var most = MostTasks(steps);
        if (tasks <= most) return null;
        if (most > 0)
        {
            return $"{tasksName} is {Text.Plain(tasks)}, but memory holds the errors of at most {Text.Of(most, "task")} "
                + $"before and after each of {Text.Of(steps, "step")}; use no more.";
        }

        var mostSteps = Math.Min((Memory / (BytesOfStep + sizeof(double))) - 2, MostOfAnyMemory);
        return $"{stepsName} is {Text.Plain(steps)}, but memory holds the errors of even one task after at most "
            + $"{Text.Of(mostSteps, "step")}; use no more.";
    }

    private static long Memory => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

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
