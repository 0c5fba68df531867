namespace MetaDsl;

/// <summary>
/// Draws few-shot tasks from the classes of one part of a split, whose counts may differ: classes without repetition, and of each class
/// different examples, all equally likely. A task is a pure function of the stream and its number, so that any number of threads, in any
/// order, draw the same; threads share a sampler, and each has an <see cref="Episode"/> of its own.
/// <code>
/// var sampler = new EpisodeSampler(split.Train, EpisodeShape.Of(ways: 5, shots: 1, queries: 15));
/// var rows = sampler.DrawRows(random, firstTask: 0, tasks: 32);     // [task, way, shots + queries]
/// </code>
/// </summary>
public sealed class EpisodeSampler
{
    /// <summary>What tells the stream of a task's sizes from those of its classes, which count from 0.</summary>
    private const long ForSizes = -1;

    private readonly int[] classes;
    private readonly int[] firstRows;
    private readonly int[] counts;
    private readonly int largest;
    private readonly int most;

    // Without the set, which need not stay in memory where a device has the examples.
    private IReadOnlyList<string>? names;

    /// <summary>Tasks of a shape from the classes of a part.</summary>
    /// <exception cref="DataException">The part has too few classes, or one of them too few examples; the message says how
    /// many.</exception>
    public EpisodeSampler(ClassPart part, EpisodeShape shape)
        : this(
            [.. Checked(part, shape).Classes],
            [.. part.Classes.Select(one => part.Set.Starts[one])],
            [.. part.Classes.Select(part.Set.CountOf)],
            shape) => Part = part;

    /// <summary>Tasks of a shape from a table in which the examples of a class follow one another, class after class.</summary>
    /// <param name="counts">How many examples each class has.</param>
    /// <param name="shape">What tasks are made of.</param>
    public EpisodeSampler(IReadOnlyList<int> counts, EpisodeShape shape)
        : this([.. Enumerable.Range(0, Checked(counts, shape).Count)], StartsOf(counts), [.. counts], shape)
    {
    }

    private EpisodeSampler(int[] classes, int[] firstRows, int[] counts, EpisodeShape shape)
    {
        shape.Check();
        (this.classes, this.firstRows, this.counts, Shape) = (classes, firstRows, counts, shape);
        largest = counts.Max();
        most = Math.Min(shape.MaxShots, largest - shape.Queries);
        MaxWays = Math.Min(shape.MaxWays, classes.Length);
        MaxShots = most;
    }

    /// <summary>Where classes come from; null where only their counts are known.</summary>
    public ClassPart? Part { get; private init; }

    /// <summary>What tasks are made of.</summary>
    public EpisodeShape Shape { get; }

    /// <summary>The most classes that a task can have, which the part may have fewer of than declared.</summary>
    public int MaxWays { get; }

    /// <summary>The most support examples that a class can have.</summary>
    public int MaxShots { get; }

    /// <summary>Room for a task, to be filled by <see cref="Draw"/> any number of times, by one thread at a time.</summary>
    public Episode NewEpisode() => new(MaxWays, MaxShots, Shape.Queries, Math.Max(largest, classes.Length));

    /// <summary>Draws a task; allocates nothing.</summary>
    /// <param name="random">Where the numbers come from.</param>
    /// <param name="task">The number of the task.</param>
    /// <param name="episode">Filled with the task; from this sampler's <see cref="NewEpisode"/>.</param>
    public void Draw(RandomStream random, long task, Episode episode)
    {
        var stream = random.Split(task);
        var sizes = stream.Split(ForSizes);
        var ways = Shape.MinWays + Shuffle.Below(sizes, 0, MaxWays - Shape.MinWays + 1);
        episode.Start(ways);
        var chosen = episode.Chosen.AsSpan(0, ways);
        Shuffle.Choose(stream, chosen, episode.Deck.AsSpan(0, classes.Length));
        if (Shape.IsBalanced || Shape.MinShots == Shape.MaxShots) DealEqually(sizes, chosen, episode.AllShots[..ways]);
        else DealBySize(sizes, chosen, episode.AllShots[..ways], episode.Weights);

        // The examples are chosen into the same memory as the classes, so these are noted first.
        for (var way = 0; way < ways; way++) episode.SetClass(way, chosen[way]);
        for (var way = 0; way < ways; way++)
        {
            var one = episode.Classes[way];
            var examples = episode.Chosen.AsSpan(0, episode.Shots[way] + Shape.Queries);
            Shuffle.Choose(stream.Split(way), examples, episode.Deck.AsSpan(0, counts[one]));
            episode.Add(way, firstRows[one], examples, episode.Shots[way]);
            episode.SetClass(way, classes[one]);
        }
    }

    /// <summary>
    /// The rows of tasks that are all alike, [task, way, shots + queries], support first: what <see cref="Draw"/> draws, laid out for one
    /// gather.
    /// </summary>
    /// <param name="random">Where the numbers come from.</param>
    /// <param name="firstTask">The number of the first task.</param>
    /// <param name="tasks">How many tasks.</param>
    public long[] DrawRows(RandomStream random, long firstTask, int tasks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tasks);
        var rows = new long[checked(tasks * Shape.MaxWays * (Shape.MaxShots + Shape.Queries))];
        DrawRows(random, firstTask, rows, NewEpisode());
        return rows;
    }

    /// <summary>The same into memory of the caller's, as many tasks as fill it; allocates nothing.</summary>
    public void DrawRows(RandomStream random, long firstTask, Span<long> rows, Episode episode)
    {
        if (!Shape.IsFixed)
            throw new InvalidOperationException($"Tasks of different sizes are no table of rows; draw each with '{nameof(Draw)}'.");
        var each = Shape.MaxShots + Shape.Queries;
        var perTask = MaxWays * each;
        if (rows.Length % perTask != 0)
            throw new ArgumentException($"{rows.Length} rows are no whole number of tasks of {perTask}.", nameof(rows));
        for (var task = 0; task < rows.Length / perTask; task++)
        {
            Draw(random, firstTask + task, episode);
            for (var way = 0; way < MaxWays; way++)
            {
                var to = rows.Slice((task * perTask) + (way * each), each);
                episode.SupportRows.Slice(way * Shape.MaxShots, Shape.MaxShots).CopyTo(to);
                episode.QueryRows.Slice(way * Shape.Queries, Shape.Queries).CopyTo(to[Shape.MaxShots..]);
            }
        }
    }

    /// <summary>Tasks of any sizes, in tables of one size: what <see cref="Draw"/> draws, laid out for one gather.</summary>
    /// <param name="random">Where the numbers come from.</param>
    /// <param name="firstTask">The number of the first task.</param>
    /// <param name="tasks">How many tasks.</param>
    /// <param name="supportSlots">Room for the support examples of a task.</param>
    /// <param name="querySlots">Room for the query examples of a task.</param>
    public PaddedTasks DrawPadded(RandomStream random, long firstTask, int tasks, int supportSlots, int querySlots)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tasks);
        var (padded, episode) = (new PaddedTasks(tasks, supportSlots, querySlots), NewEpisode());
        for (var task = 0; task < tasks; task++)
        {
            Draw(random, firstTask + task, episode);
            padded.Set(task, episode);
        }

        return padded;
    }

    /// <summary>The same tasks, whose rows count the examples of the part alone, class after class, as <see cref="ClassPart.ReadBytes"/>
    /// lays them out.</summary>
    public EpisodeSampler OfOwnRows() => new(classes, StartsOf(counts), counts, Shape) { names = Part?.Set.Names };

    /// <summary>The names of a task's classes, by their labels; none where only their counts are known.</summary>
    public IReadOnlyList<string> NamesOf(Episode episode) =>
        (names ?? Part?.Set.Names) is { } all ? [.. episode.Classes.ToArray().Select(one => all[one])] : [];

    private static ClassPart Checked(ClassPart part, EpisodeShape shape)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(shape);
        shape.Check();
        part.Check(shape.MinWays, shape.MinShots + shape.Queries);
        return part;
    }

    private static IReadOnlyList<int> Checked(IReadOnlyList<int> counts, EpisodeShape shape)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(shape);
        shape.Check();
        if (counts.Count >= shape.MinWays && counts.All(count => count >= shape.MinShots + shape.Queries)) return counts;
        var least = counts.Count > 0 ? counts.Min() : 0;
        throw new ArgumentException(
            $"{Text.Of(counts.Count, "class", "classes")}, one of which has {Text.Of(least, "example")}, cannot give tasks of "
            + $"{shape.MinWays} classes with {shape.MinShots + shape.Queries} each; give more, or declare fewer ways, shots or queries.",
            nameof(counts));
    }

    private static int[] StartsOf(IReadOnlyList<int> counts)
    {
        var starts = new int[counts.Count];
        for (var i = 1; i < starts.Length; i++) starts[i] = checked(starts[i - 1] + counts[i - 1]);
        return starts;
    }

    private void DealEqually(RandomStream sizes, ReadOnlySpan<int> chosen, Span<int> shots)
    {
        var room = most;
        foreach (var one in chosen) room = Math.Min(room, counts[one] - Shape.Queries);
        shots.Fill(Shape.MinShots + Shuffle.Below(sizes, 1, room - Shape.MinShots + 1));
    }

    private void DealBySize(RandomStream sizes, ReadOnlySpan<int> chosen, Span<int> shots, Span<double> weights)
    {
        var share = 1 - sizes.Uniform(1);
        var (support, sum) = (0L, 0.0);
        for (var way = 0; way < chosen.Length; way++)
        {
            support += (long)Math.Ceiling(share * Math.Min(most, counts[chosen[way]] - Shape.Queries));
            weights[way] = counts[chosen[way]] * PowerOfTwo((2 * sizes.Uniform(2 + way)) - 1);
            sum += weights[way];
        }

        var spare = Math.Max(0, Math.Min(support, Shape.MaxSupport) - ((long)chosen.Length * Shape.MinShots));
        for (var way = 0; way < chosen.Length; way++)
        {
            var wanted = Shape.MinShots + (int)(weights[way] / sum * spare);
            shots[way] = Math.Min(wanted, Math.Min(most, counts[chosen[way]] - Shape.Queries));
        }
    }

    /// <summary>
    /// 2 to a power from -1 to 1, by additions and multiplications alone: the platform's own function may differ in the last bit.
    /// </summary>
    private static double PowerOfTwo(double power)
    {
        var (x, sum) = (power * 0.6931471805599453, 1.0);
        for (var i = 18; i > 0; i--) sum = 1 + (x / i * sum);
        return sum;
    }
}
