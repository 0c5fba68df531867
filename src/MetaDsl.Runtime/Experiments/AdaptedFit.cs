namespace MetaDsl;

/// <summary>One task, and what the network predicts for it before and after adapting to the task's support points.</summary>
public sealed record AdaptedFit
{
    /// <summary>What tells this task from others, for people: <c>Amplitude 3.21, Phase 0.88</c>.</summary>
    public string Task { get; init; } = "";

    /// <summary>Where the task was observed.</summary>
    public required float[] SupportX { get; init; }

    /// <summary>What was observed there.</summary>
    public required float[] SupportY { get; init; }

    /// <summary>The grid of both the true function and the predictions, ascending.</summary>
    public required float[] X { get; init; }

    /// <summary>The task's function on the grid.</summary>
    public required float[] Truth { get; init; }

    /// <summary>Predictions on the grid, by ascending number of gradient steps; 0 steps is before adaptation.</summary>
    public required IReadOnlyList<FitPrediction> Predictions { get; init; }
}

/// <summary>The predictions after a number of gradient steps.</summary>
public sealed record FitPrediction(int Steps, float[] Y);
