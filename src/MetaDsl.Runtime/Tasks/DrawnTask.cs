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

    /// <summary>The task of an episode.</summary>
    /// <param name="sampler">What drew it.</param>
    /// <param name="episode">What was drawn.</param>
    /// <param name="shape">The shape of an example.</param>
    /// <param name="supportX">The support examples of several tasks, each with the same room for them.</param>
    /// <param name="queryX">Their query examples.</param>
    /// <param name="task">Which of them it is.</param>
    /// <param name="tasks">How many there are.</param>
    public static DrawnClasses Of(
        EpisodeSampler sampler, Episode episode, ExampleShape shape, float[] supportX, float[] queryX, int task, int tasks)
    {
        var (support, query) = (episode.SupportRows.Length * (int)shape.Elements, episode.QueryRows.Length * (int)shape.Elements);
        var (supportRoom, queryRoom) = (supportX.Length / tasks, queryX.Length / tasks);
        return new DrawnClasses
        {
            Shape = shape,
            Names = sampler.NamesOf(episode),
            SupportX = supportX.AsSpan(task * supportRoom, support).ToArray(),
            SupportLabels = Array.ConvertAll(episode.SupportLabels.ToArray(), label => (int)label),
            QueryX = queryX.AsSpan(task * queryRoom, query).ToArray(),
            QueryLabels = Array.ConvertAll(episode.QueryLabels.ToArray(), label => (int)label),
        };
    }
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

    /// <summary>One of several tasks whose numbers follow one another.</summary>
    /// <param name="inputs">The name of each input.</param>
    /// <param name="target">The name of the target.</param>
    /// <param name="supportX">The inputs of the support examples of all tasks.</param>
    /// <param name="supportY">Their targets.</param>
    /// <param name="queryX">The inputs of the queries of all tasks.</param>
    /// <param name="queryY">Their targets.</param>
    /// <param name="task">Which task.</param>
    /// <param name="tasks">How many there are.</param>
    public static DrawnFunction Of(
        IReadOnlyList<string> inputs,
        string target,
        float[] supportX,
        float[] supportY,
        float[] queryX,
        float[] queryY,
        int task,
        int tasks)
    {
        return new DrawnFunction
        {
            Inputs = inputs,
            Target = target,
            SupportX = Its(supportX),
            SupportY = Its(supportY),
            QueryX = Its(queryX),
            QueryY = Its(queryY),
        };

        float[] Its(float[] all) => all.AsSpan(all.Length / tasks * task, all.Length / tasks).ToArray();
    }
}
