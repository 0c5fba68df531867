namespace MetaDsl;

/// <summary>The errors or accuracies of an evaluation: one row for each number of gradient steps, from 0 (before adaptation) on.</summary>
public sealed record EvaluationResult(string Experiment, IReadOnlyList<ErrorStatistics> Rows)
{
    /// <summary>The gradient steps by which tasks were learnt in training.</summary>
    public int TrainedSteps { get; init; } = 1;

    /// <summary>What the tasks were drawn for.</summary>
    public TaskPart Part { get; init; } = TaskPart.Test;

    /// <summary>What the numbers are: errors, or accuracies.</summary>
    public Measure Measure { get; init; }

    /// <summary>The row of a number of gradient steps.</summary>
    public ErrorStatistics After(int steps) =>
        Rows.FirstOrDefault(row => row.Steps == steps)
        ?? throw new ArgumentOutOfRangeException(
            nameof(steps),
            steps,
            $"'{Experiment}' was evaluated after {Text.List([.. Rows.Select(row => Text.Count(row.Steps))])} steps; "
            + "ask for more with 'EvaluationOptions.Steps'.");

    /// <summary>The table that <c>train</c> and <c>evaluate</c> print.</summary>
    public override string ToString() => EvaluationTable.Format(this);
}
