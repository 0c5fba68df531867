namespace MetaDsl;

/// <summary>What an experiment declares, in numbers for programs and in words for people.</summary>
public sealed record ExperimentSummary
{
    /// <summary>The name of the declaring class.</summary>
    public required string Name { get; init; }

    /// <summary>Iterations of the outer loop.</summary>
    public required int Iterations { get; init; }

    /// <summary>Tasks in each of them.</summary>
    public required int MetaBatch { get; init; }

    /// <summary>Gradient steps by which a task is learnt while training.</summary>
    public required int InnerSteps { get; init; }

    /// <summary>Tasks of an evaluation.</summary>
    public required int EvaluationTasks { get; init; }

    /// <summary>Gradient steps to which an evaluation goes.</summary>
    public required int EvaluationSteps { get; init; }

    /// <summary>How many numbers are learnt.</summary>
    public required long Parameters { get; init; }

    /// <summary>The device it runs on: the declared one, or its fallback where that is not there.</summary>
    public required string Device { get; init; }

    /// <summary>The declaration in words, a few lines: the layers, the tasks, the algorithm. It depends on the declaration alone.</summary>
    public required string Declaration { get; init; }
}
