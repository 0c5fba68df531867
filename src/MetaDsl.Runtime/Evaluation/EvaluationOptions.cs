namespace MetaDsl;

/// <summary>How a call of <see cref="IExperiment.Evaluate"/> differs from what the experiment declares.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Tasks to evaluate on; those of <c>[Evaluation]</c> unless given.</summary>
    public int? Tasks { get; init; }

    /// <summary>Gradient steps to go to; those of <c>[Evaluation]</c> unless given.</summary>
    public int? Steps { get; init; }

    /// <summary>Which tasks to measure on; those for testing unless given.</summary>
    public TaskPart Part { get; init; } = TaskPart.Test;
}

/// <summary>How many of the tasks are evaluated.</summary>
public readonly record struct EvaluationProgress(int Task, int Tasks);
