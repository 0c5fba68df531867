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
        var (classDeck, exampleDeck) = (Shuffle.Deck(classes), Shuffle.Deck(examples));
        var (chosenClasses, chosenExamples) = (new int[ways], new int[each]);
        var row = 0;
        for (var task = 0; task < tasks; task++)
        {
            var stream = random.Split(task);
            Shuffle.Choose(stream, chosenClasses, classDeck);
            for (var way = 0; way < ways; way++)
            {
                Shuffle.Choose(stream.Split(way), chosenExamples, exampleDeck);
                foreach (var example in chosenExamples) rows[row++] = ((long)chosenClasses[way] * examples) + example;
            }
        }

        return rows;
    }
}
