namespace MetaDsl.Runtime.Tests.Tasks;

public sealed class EpisodesTests
{
    [Theory]
    [InlineData(1, 2, 1, 2, 1)]
    [InlineData(3, 5, 16, 20, 16)]
    [InlineData(2, 300, 2, 300, 3)]
    public void A_task_holds_different_classes_and_of_each_different_examples(int tasks, int ways, int each, int classes, int examples)
    {
        var rows = Draw(RandomStream.From(1), tasks, ways, each, classes, examples);
        Assert.Equal(tasks * ways * each, rows.Length);
        Assert.All(rows, row => Assert.InRange(row, 0, ((long)classes * examples) - 1));
        foreach (var task in rows.Chunk(ways * each))
        {
            Assert.Equal(task.Length, task.Distinct().Count());
            var ofClasses = task.Chunk(each).Select(way => Assert.Single(way.Select(row => row / examples).Distinct())).ToArray();
            Assert.Equal(ways, ofClasses.Distinct().Count());
        }
    }

    [Fact]
    public void A_task_depends_on_the_stream_and_its_own_number_alone()
    {
        var five = Draw(RandomStream.From(7), 5, 3, 2, 10, 4);
        Assert.Equal(five, Draw(RandomStream.From(7), 5, 3, 2, 10, 4));
        Assert.Equal(five.Take(12), Draw(RandomStream.From(7), 2, 3, 2, 10, 4));
        Assert.NotEqual(five, Draw(RandomStream.From(8), 5, 3, 2, 10, 4));
    }

    [Fact]
    public void A_seed_draws_what_it_has_always_drawn() => Assert.Equal(
        [1296, 1291, 1079, 1066, 78, 62, 995, 992, 409, 406, 1729, 1736], Draw(RandomStream.From(1), 2, 3, 2, 100, 20));

    [Fact]
    public void Every_class_and_example_is_as_likely_as_any_other_in_every_place()
    {
        const int Tasks = 20_000;
        var rows = Draw(RandomStream.From(3), Tasks, 2, 2, 5, 4);
        for (var place = 0; place < 4; place++)
        {
            var counts = new int[20];
            for (var task = 0; task < Tasks; task++) counts[rows[(4 * task) + place]]++;
            const double Expected = Tasks / 20.0;
            // Of 19 degrees of freedom, beyond 43.8 once in a thousand; the seed is fixed.
            Assert.InRange(counts.Sum(count => (count - Expected) * (count - Expected) / Expected), 0, 43.8);
        }
    }

    [Theory]
    [InlineData(-1, 2, 1, 5, 4)]
    [InlineData(1, 0, 1, 5, 4)]
    [InlineData(1, 2, 0, 5, 4)]
    [InlineData(1, 6, 1, 5, 4)]
    [InlineData(1, 2, 5, 5, 4)]
    public void What_cannot_be_drawn_is_refused(int tasks, int ways, int each, int classes, int examples) =>
        Assert.ThrowsAny<ArgumentException>(() => Draw(RandomStream.From(1), tasks, ways, each, classes, examples));

    // Of classes of equal counts in a table, the first example of each being its support.
    private static long[] Draw(RandomStream random, int tasks, int ways, int each, int classes, int examples) =>
        new EpisodeSampler([.. Enumerable.Repeat(examples, classes)], EpisodeShape.Of(ways, 1, each - 1)).DrawRows(random, 0, tasks);
}
