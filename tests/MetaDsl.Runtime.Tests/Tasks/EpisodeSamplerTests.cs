using MetaDsl.Tests.Data;

namespace MetaDsl.Runtime.Tests.Tasks;

public sealed class EpisodeSamplerTests
{
    private static readonly EpisodeShape Ranges = new() { MinWays = 3, MaxWays = 8, MinShots = 1, MaxShots = 10, Queries = 4 };

    private static readonly ClassSet Unequal = Make.Set(5, 20, 9, 14, 6, 30, 12, 8, 40, 7);

    [Fact]
    public void Tasks_of_a_part_are_those_of_its_counts_and_are_told_by_their_numbers()
    {
        var sampler = new EpisodeSampler(ClassPart.AllOf(Make.Set(6, 6, 6, 6, 6)), EpisodeShape.Of(3, 1, 2));
        var all = new EpisodeSampler([6, 6, 6, 6, 6], EpisodeShape.Of(3, 1, 2)).DrawRows(RandomStream.From(9), 0, 7);
        Assert.Equal(all, sampler.DrawRows(RandomStream.From(9), 0, 7));
        Assert.Equal(all.Skip(5 * 9), sampler.DrawRows(RandomStream.From(9), 5, 2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_is_drawn_keeps_to_the_ranges_and_support_and_query_share_no_example(bool isBalanced)
    {
        var sampler = new EpisodeSampler(ClassPart.AllOf(Unequal), Ranges with { IsBalanced = isBalanced, MaxSupport = 40 });
        var (episode, ways, differ) = (sampler.NewEpisode(), new HashSet<int>(), 0);
        for (var task = 0; task < 3000; task++)
        {
            sampler.Draw(RandomStream.From(4), task, episode);
            ways.Add(episode.Ways);
            long[] rows = [.. episode.SupportRows, .. episode.QueryRows];
            Assert.Equal(rows.Length, rows.Distinct().Count());
            Assert.Equal(episode.Ways, episode.Classes.ToArray().Distinct().Count());
            Assert.Equal(episode.Shots.ToArray().Sum(), episode.SupportRows.Length);
            Assert.Equal(episode.Ways * 4, episode.QueryRows.Length);
            Assert.All(episode.Shots.ToArray(), shots => Assert.InRange(shots, 1, 10));
            Assert.InRange(episode.SupportRows.Length, episode.Ways, isBalanced ? 80 : 40);
            if (episode.Shots.ToArray().Distinct().Count() > 1) differ++;
            AssertLabels(episode);
        }

        Assert.Equal([3, 4, 5, 6, 7, 8], ways.Order());
        Assert.True(isBalanced ? differ == 0 : differ > 1500, $"{differ} tasks have unequal shots");
    }

    [Fact]
    public void A_task_is_the_same_whichever_thread_draws_it_and_in_whatever_order()
    {
        var sampler = new EpisodeSampler(ClassPart.AllOf(Unequal), Ranges with { IsBalanced = false });
        var inOrder = Enumerable.Range(0, 400).Select(task => Drawn(sampler, sampler.NewEpisode(), task)).ToArray();
        var byThreads = new string[400];
        var mine = new ThreadLocal<Episode>(sampler.NewEpisode);
        TaskThreads.ForEach(400, 8, task => byThreads[399 - task] = Drawn(sampler, mine.Value!, 399 - task));
        Assert.Equal(inOrder, byThreads);
        Assert.Equal(400, inOrder.Distinct().Count());
    }

    [Fact]
    public void Ten_thousand_tasks_of_each_part_share_no_class()
    {
        var set = Make.Set([.. Enumerable.Range(0, 24).Select(i => 3 + (i % 5))]);
        var split = ClassSplit.ByCounts(set, 12, 5, 7, RandomStream.From(2));
        HashSet<int>[] seen = [.. new[] { split.Train, split.Validation, split.Test }.Select(Seen)];
        Assert.Equal((12, 5, 7), (seen[0].Count, seen[1].Count, seen[2].Count));
        Assert.Equal(24, seen.SelectMany(classes => classes).Distinct().Count());

        HashSet<int> Seen(ClassPart part)
        {
            var sampler = new EpisodeSampler(part, EpisodeShape.Of(5, 1, 2));
            var (episode, classes) = (sampler.NewEpisode(), new HashSet<int>());
            for (var task = 0; task < 10_000; task++)
            {
                sampler.Draw(RandomStream.From(1), task, episode);
                foreach (var row in (long[])[.. episode.SupportRows, .. episode.QueryRows]) classes.Add(ClassOf(set, row));
            }

            return classes;
        }
    }

    [Fact]
    public void Classes_examples_and_sizes_are_uniform_and_independent()
    {
        const int Tasks = 60_000;
        var set = Make.Set(4, 7, 5, 6, 8);
        var sampler = new EpisodeSampler(ClassPart.AllOf(set), new() { MinWays = 2, MaxWays = 3, MinShots = 1, MaxShots = 2, Queries = 1 });
        var episode = sampler.NewEpisode();
        var (pairs, sizes, examples) = (new int[20], new int[4], new int[56]);
        for (var task = 0; task < Tasks; task++)
        {
            sampler.Draw(RandomStream.From(11), task, episode);
            sizes[(2 * (episode.Ways - 2)) + episode.Shots[0] - 1]++;

            // The first two classes as an ordered pair: 5 times 4 of them.
            var (first, second) = (episode.Classes[0], episode.Classes[1]);
            pairs[(4 * first) + (second > first ? second - 1 : second)]++;

            // The first support and the first query of the class of 8, as an ordered pair: 8 times 7 of them.
            for (var way = 0; way < episode.Ways; way++)
            {
                if (episode.Classes[way] != 4) continue;
                var support = (int)episode.SupportRows[way * episode.Shots[0]] - set.Starts[4];
                var query = (int)episode.QueryRows[way] - set.Starts[4];
                examples[(7 * support) + (query > support ? query - 1 : query)]++;
            }
        }

        // Beyond these once in a thousand, for 19, 3 and 55 degrees of freedom; the seed is fixed.
        Assert.InRange(ChiSquare(pairs), 0, 43.8);
        Assert.InRange(ChiSquare(sizes), 0, 16.3);
        Assert.InRange(ChiSquare(examples), 0, 93.2);
    }

    [Fact]
    public void Larger_classes_get_more_shots_where_tasks_are_not_balanced()
    {
        var sampler = new EpisodeSampler(
            ClassPart.AllOf(Make.Set(20, 80)), new() { MinWays = 2, MaxWays = 2, MinShots = 1, MaxShots = 70, Queries = 5, IsBalanced = false, MaxSupport = 30 });
        var (episode, small, large) = (sampler.NewEpisode(), 0, 0);
        for (var task = 0; task < 1000; task++)
        {
            sampler.Draw(RandomStream.From(1), task, episode);
            var ofFirst = episode.Classes[0] == 0;
            small += episode.Shots[ofFirst ? 0 : 1];
            large += episode.Shots[ofFirst ? 1 : 0];
        }

        Assert.InRange((double)large / small, 2.2, 4);
    }

    [Fact]
    public void Drawing_allocates_nothing()
    {
        var sampler = new EpisodeSampler(ClassPart.AllOf(Unequal), Ranges with { IsBalanced = false });
        var episode = sampler.NewEpisode();
        sampler.Draw(RandomStream.From(1), 0, episode);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var task = 0; task < 100; task++) sampler.Draw(RandomStream.From(1), task, episode);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        var part = ClassPart.AllOf(Unequal);
        Assert.Throws<ArgumentException>(() => new EpisodeSampler(part, Ranges with { MinWays = 0 }));
        Assert.Throws<ArgumentException>(() => new EpisodeSampler(part, Ranges with { MaxShots = 0 }));
        Assert.Throws<ArgumentException>(() => new EpisodeSampler(part, Ranges with { Queries = -1 }));
        var sampler = new EpisodeSampler(part, Ranges);
        Assert.Throws<InvalidOperationException>(() => sampler.DrawRows(RandomStream.From(1), 0, new long[10], sampler.NewEpisode()));
        var alike = new EpisodeSampler(part, EpisodeShape.Of(2, 1, 1));
        Assert.Throws<ArgumentException>(() => alike.DrawRows(RandomStream.From(1), 0, new long[5], alike.NewEpisode()));
        Assert.Throws<ArgumentOutOfRangeException>(() => alike.DrawRows(RandomStream.From(1), 0, -1));
    }

    private static void AssertLabels(Episode episode)
    {
        for (var i = 0; i < episode.SupportRows.Length; i++)
            Assert.Equal(episode.Classes[(int)episode.SupportLabels[i]], ClassOf(Unequal, episode.SupportRows[i]));
        for (var i = 0; i < episode.QueryRows.Length; i++)
            Assert.Equal(episode.Classes[(int)episode.QueryLabels[i]], ClassOf(Unequal, episode.QueryRows[i]));
    }

    private static int ClassOf(ClassSet set, long row) => Enumerable.Range(0, set.ClassCount).Last(one => set.Starts[one] <= row);

    private static string Drawn(EpisodeSampler sampler, Episode episode, int task)
    {
        sampler.Draw(RandomStream.From(6), task, episode);
        return $"{string.Join(",", episode.SupportRows.ToArray())};{string.Join(",", episode.QueryRows.ToArray())};{string.Join(",", episode.Classes.ToArray())}";
    }

    private static double ChiSquare(int[] counts)
    {
        var expected = counts.Sum() / (double)counts.Length;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
