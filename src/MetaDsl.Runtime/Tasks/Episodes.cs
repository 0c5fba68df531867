namespace MetaDsl;

/// <summary>Draws which classes and which of their examples few-shot tasks are made of; what they hold is tensor code's business.</summary>
public static class Episodes
{
    /// <summary>
    /// For each of <paramref name="tasks"/>, <paramref name="ways"/> different classes, and of each class <paramref name="each"/> different
    /// examples, all equally likely and in random order: the rows of a table in which the examples of a class follow one another, class
    /// after class. What a task draws depends on the stream and its own number alone.
    /// </summary>
    /// <param name="random">Where the numbers come from.</param>
    /// <param name="tasks">How many tasks.</param>
    /// <param name="ways">Classes of a task.</param>
    /// <param name="each">Examples of a class.</param>
    /// <param name="classes">Classes to draw from.</param>
    /// <param name="examples">Examples of each of them.</param>
    public static long[] Draw(RandomStream random, int tasks, int ways, int each, int classes, int examples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tasks);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ways);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(each);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ways, classes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(each, examples);
        var rows = new long[tasks * ways * each];
        Span<int> chosenClasses = stackalloc int[Math.Min(ways, 256)];
        if (ways > chosenClasses.Length) chosenClasses = new int[ways];
        Span<int> chosenExamples = stackalloc int[Math.Min(each, 256)];
        if (each > chosenExamples.Length) chosenExamples = new int[each];
        var row = 0;
        for (var task = 0; task < tasks; task++)
        {
            var stream = random.Split(task);
            Choose(stream, classes, chosenClasses);
            for (var way = 0; way < ways; way++)
            {
                Choose(stream.Split(way), examples, chosenExamples);
                foreach (var example in chosenExamples) rows[row++] = ((long)chosenClasses[way] * examples) + example;
            }
        }

        return rows;
    }

    /// <summary>Fills <paramref name="chosen"/> with different numbers below <paramref name="count"/>, every ordered choice equally likely.</summary>
    private static void Choose(RandomStream random, int count, Span<int> chosen)
    {
        // Fisher and Yates's shuffle as far as needed: only the cards that have moved are remembered.
        var moved = new Dictionary<int, int>();
        for (var i = 0; i < chosen.Length; i++)
        {
            var from = i + Below(random, i, count - i);
            chosen[i] = moved.GetValueOrDefault(from, from);
            moved[from] = moved.GetValueOrDefault(i, i);
        }
    }

    /// <summary>A whole number below <paramref name="bound"/>: 64 bits scaled down, whose unevenness of bound / 2⁶⁴ nobody can measure.</summary>
    private static int Below(RandomStream random, int index, int bound) => (int)Math.BigMul(random.At(index), (ulong)bound, out _);
}
