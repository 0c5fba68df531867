namespace MetaDsl;

/// <summary>
/// What a few-shot task is made of: ways (classes), shots (support examples of a class) and queries (examples of a class to be told apart).
/// Ways and shots may be ranges, as in Meta-Dataset (Triantafillou et al., 2020).
/// </summary>
public sealed record EpisodeShape
{
    /// <summary>The fewest classes of a task.</summary>
    public required int MinWays { get; init; }

    /// <summary>The most classes of a task.</summary>
    public required int MaxWays { get; init; }

    /// <summary>The fewest support examples of a class.</summary>
    public required int MinShots { get; init; }

    /// <summary>The most support examples of a class.</summary>
    public required int MaxShots { get; init; }

    /// <summary>Query examples of a class.</summary>
    public required int Queries { get; init; }

    /// <summary>
    /// Whether all classes of a task have the same number of shots, drawn from the range as far as the smallest of them allows. Otherwise,
    /// as in Meta-Dataset, a share of what the classes have is drawn for the whole support set and dealt to the classes by their sizes
    /// times a random factor from 1/2 to 2, within the range.
    /// </summary>
    public bool IsBalanced { get; init; } = true;

    /// <summary>The most support examples of a task of unequal classes, unless the fewest shots need more; Meta-Dataset's is 500.</summary>
    public int MaxSupport { get; init; } = 500;

    /// <summary>Whether every task has the same number of examples of each class.</summary>
    public bool IsFixed => MinWays == MaxWays && MinShots == MaxShots;

    /// <summary>Tasks that are all alike.</summary>
    public static EpisodeShape Of(int ways, int shots, int queries) =>
        new() { MinWays = ways, MaxWays = ways, MinShots = shots, MaxShots = shots, Queries = queries };

    internal void Check()
    {
        if (MinWays < 1 || MinShots < 1 || Queries < 0 || MaxWays < MinWays || MaxShots < MinShots || MaxSupport < 1)
        {
            throw new ArgumentException(
                $"{MinWays} to {MaxWays} ways, {MinShots} to {MaxShots} shots, {Queries} queries and {MaxSupport} in all cannot be drawn; "
                + "use ranges from 1 on whose end is not before their start.");
        }
    }
}
