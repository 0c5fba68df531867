namespace MetaDsl;

/// <summary>A task as it was drawn, in plain memory, for people to look at.</summary>
public abstract record DrawnTask;

/// <summary>A few-shot task: examples and their labels, class after class.</summary>
public sealed record DrawnClasses : DrawnTask
{
    /// <summary>The shape of every example.</summary>
    public required ExampleShape Shape { get; init; }

    /// <summary>The name of the class behind each label; empty where classes have none.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The support examples as the network sees them, one after the other.</summary>
    public required float[] SupportX { get; init; }

    /// <summary>The label of each, from 0.</summary>
    public required int[] SupportLabels { get; init; }

    /// <summary>The query examples as the network sees them, one after the other.</summary>
    public required float[] QueryX { get; init; }

    /// <summary>The label of each, from 0.</summary>
    public required int[] QueryLabels { get; init; }
}

/// <summary>A task of regression: its support, and the true values at other points.</summary>
public sealed record DrawnFunction : DrawnTask
{
    /// <summary>The name of each input.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>The name of the target.</summary>
    public required string Target { get; init; }

    /// <summary>The inputs of the support examples, [example, input].</summary>
    public required float[] SupportX { get; init; }

    /// <summary>What was observed there.</summary>
    public required float[] SupportY { get; init; }

    /// <summary>The inputs of the queries, [example, input]; ascending where there is one input and it can be chosen.</summary>
    public required float[] QueryX { get; init; }

    /// <summary>What was observed there.</summary>
    public required float[] QueryY { get; init; }
}
