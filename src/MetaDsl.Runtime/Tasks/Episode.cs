namespace MetaDsl;

/// <summary>
/// One task drawn by an <see cref="EpisodeSampler"/>: rows of a set, and their labels. It is filled anew for each task; each thread has
/// one.
/// </summary>
public sealed class Episode
{
    private readonly int[] classes;
    private readonly int[] shots;
    private readonly long[] supportRows;
    private readonly long[] queryRows;
    private readonly long[] supportLabels;
    private readonly long[] queryLabels;

    internal Episode(int ways, int shots, int queries, int deck)
    {
        (classes, this.shots, Weights) = (new int[ways], new int[ways], new double[ways]);
        (supportRows, supportLabels) = (new long[ways * shots], new long[ways * shots]);
        (queryRows, queryLabels) = (new long[ways * queries], new long[ways * queries]);
        (Chosen, Deck) = (new int[Math.Max(ways, shots + queries)], Shuffle.Deck(deck));
    }

    /// <summary>How many classes it has.</summary>
    public int Ways { get; private set; }

    /// <summary>Its classes by their numbers in the set; the place here is the label.</summary>
    public ReadOnlySpan<int> Classes => classes.AsSpan(0, Ways);

    /// <summary>How many support examples each class has.</summary>
    public ReadOnlySpan<int> Shots => shots.AsSpan(0, Ways);

    /// <summary>The rows of the support examples, class after class.</summary>
    public ReadOnlySpan<long> SupportRows => supportRows.AsSpan(0, SupportCount);

    /// <summary>The label of each, from 0 to <see cref="Ways"/> - 1.</summary>
    public ReadOnlySpan<long> SupportLabels => supportLabels.AsSpan(0, SupportCount);

    /// <summary>The rows of the query examples, class after class; none is a support row.</summary>
    public ReadOnlySpan<long> QueryRows => queryRows.AsSpan(0, QueryCount);

    /// <summary>The label of each, from 0 to <see cref="Ways"/> - 1.</summary>
    public ReadOnlySpan<long> QueryLabels => queryLabels.AsSpan(0, QueryCount);

    internal int[] Deck { get; }

    internal int[] Chosen { get; }

    internal double[] Weights { get; }

    internal Span<int> AllShots => shots;

    private int SupportCount { get; set; }

    private int QueryCount { get; set; }

    internal void Start(int ways) => (Ways, SupportCount, QueryCount) = (ways, 0, 0);

    internal void SetClass(int way, int @class) => classes[way] = @class;

    /// <summary>Adds the examples of a class: the first of those chosen are its support, the rest its queries.</summary>
    internal void Add(int way, int firstRow, ReadOnlySpan<int> examples, int shotCount)
    {
        for (var i = 0; i < examples.Length; i++)
        {
            if (i < shotCount) (supportRows[SupportCount], supportLabels[SupportCount++]) = (firstRow + (long)examples[i], way);
            else (queryRows[QueryCount], queryLabels[QueryCount++]) = (firstRow + (long)examples[i], way);
        }
    }
}
