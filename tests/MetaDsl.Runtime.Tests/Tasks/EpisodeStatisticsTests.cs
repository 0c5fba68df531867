using MetaDsl.Tests.Data;

namespace MetaDsl.Runtime.Tests.Tasks;

/// <summary>
/// What is drawn is uniform, and one thing drawn tells nothing of another. Each comparison fails for one in a thousand ideal generators; the
/// seeds are fixed.
/// </summary>
public sealed class EpisodeStatisticsTests
{
    private const int Tasks = 40_000;
    private const int Classes = 7;
    private const int Examples = 6;
    private const int Ways = 3;
    private const int Each = 4;

    private static readonly EpisodeSampler Sampler = new(
        ClassPart.AllOf(Make.Set([.. Enumerable.Repeat(Examples, Classes)])), EpisodeShape.Of(Ways, 1, Each - 1));

    /// <summary>Rows of tasks, [task, way, place].</summary>
    private static readonly long[] Rows = Sampler.DrawRows(RandomStream.From(21), 0, Tasks);

    [Fact]
    public void Every_class_is_as_likely_in_every_place()
    {
        for (var way = 0; way < Ways; way++) AssertUniform(Count(Classes, task => ClassOf(task, way)));
    }

    [Fact]
    public void Every_example_is_as_likely_in_every_place_of_support_and_queries()
    {
        for (var way = 0; way < Ways; way++)
        {
            for (var place = 0; place < Each; place++) AssertUniform(Count(Examples, task => ExampleOf(task, way, place)));
        }
    }

    [Fact]
    public void Every_ordered_pair_of_classes_and_of_examples_is_as_likely()
    {
        AssertUniform(Count(Classes * (Classes - 1), task => Pair(ClassOf(task, 0), ClassOf(task, 1), Classes)));
        AssertUniform(Count(Classes * (Classes - 1), task => Pair(ClassOf(task, 1), ClassOf(task, 2), Classes)));
        AssertUniform(Count(Examples * (Examples - 1), task => Pair(ExampleOf(task, 0, 0), ExampleOf(task, 0, 1), Examples)));
        AssertUniform(Count(Examples * (Examples - 1), task => Pair(ExampleOf(task, 2, 0), ExampleOf(task, 2, 3), Examples)));
    }

    [Fact]
    public void The_class_tells_nothing_of_its_examples_nor_they_of_those_of_another_class()
    {
        AssertIndependent(Classes, Examples, task => (ClassOf(task, 0), ExampleOf(task, 0, 0)));
        AssertIndependent(Classes, Examples, task => (ClassOf(task, 1), ExampleOf(task, 1, 2)));
        AssertIndependent(Classes, Examples, task => (ClassOf(task, 0), ExampleOf(task, 1, 0)));
        AssertIndependent(Examples, Examples, task => (ExampleOf(task, 0, 0), ExampleOf(task, 1, 0)));
        AssertIndependent(Examples, Examples, task => (ExampleOf(task, 0, 3), ExampleOf(task, 2, 1)));
    }

    [Fact]
    public void A_task_tells_nothing_of_the_next_nor_a_batch_of_the_same_task_in_the_next()
    {
        var next = Sampler.DrawRows(RandomStream.From(22), 0, Tasks);
        AssertIndependent(Classes, Classes, task => (ClassOf(task, 0), ClassOf((task + 1) % Tasks, 0)));
        AssertIndependent(Examples, Examples, task => (ExampleOf(task, 0, 0), ExampleOf((task + 1) % Tasks, 0, 0)));
        AssertIndependent(Classes, Classes, task => (ClassOf(task, 0), (int)next[task * Ways * Each] / Examples));
        AssertIndependent(Examples, Examples, task => (ExampleOf(task, 0, 0), (int)next[task * Ways * Each] % Examples));
    }

    [Fact]
    public void Classes_of_many_and_examples_of_many_are_as_uneven_as_Kolmogorov_and_Smirnov_say()
    {
        // The statistic of each place over 200 streams: it is beyond 1.358 in one of 20 samples, beyond 1.628 in one of 100, and below
        // 0.5196 in one of 20.
        const int Many = 5000, Streams = 200, Length = 500;
        var classes = new EpisodeSampler(ClassPart.AllOf(Set(Many, 2)), EpisodeShape.Of(3, 1, 1));
        var examples = new EpisodeSampler(ClassPart.AllOf(Set(2, Many)), EpisodeShape.Of(2, 1, 2));
        var statistics = new List<double>();
        for (var stream = 0; stream < Streams; stream++)
        {
            var ofClasses = classes.DrawRows(RandomStream.From(stream), 0, Length);
            var ofExamples = examples.DrawRows(RandomStream.From(stream), 0, Length);
            for (var place = 0; place < 6; place++)
            {
                statistics.Add(Unevenness(ofExamples.Where((_, i) => i % 6 == place).Select(row => (int)row % Many), Many));
                if (place % 2 == 0) statistics.Add(Unevenness(ofClasses.Where((_, i) => i % 6 == place).Select(row => (int)row / 2), Many));
            }
        }

        AssertShare(0.05, statistics.Count(one => one > 1.358), statistics.Count);
        AssertShare(0.01, statistics.Count(one => one > 1.628), statistics.Count);
        AssertShare(0.05, statistics.Count(one => one < 0.5196), statistics.Count);
    }

    [Fact]
    public void Ten_thousand_tasks_of_each_part_of_a_set_with_rotations_share_no_character()
    {
        var set = ClassSet.Of(new(1, 2, 2), new byte[20 * 4 * 4], [.. Enumerable.Repeat(4, 20)]).WithRotations();
        var split = ClassSplit.ByRatio(set, 0.5, 0.25, 0.25, RandomStream.From(25));
        int[][] seen = [.. new[] { split.Train, split.Validation, split.Test }.Select(Seen)];
        Assert.Equal([10, 5, 5], seen.Select(characters => characters.Length));
        Assert.Equal(20, seen.SelectMany(characters => characters).Distinct().Count());

        // A character has four images in four rotations.
        static int[] Seen(ClassPart part)
        {
            var rows = new EpisodeSampler(part, EpisodeShape.Of(5, 1, 2)).DrawRows(RandomStream.From(26), 0, 10_000);
            return [.. rows.Select(row => (int)row / 16).Distinct()];
        }
    }

    private static ClassSet Set(int classes, int examples) =>
        ClassSet.Of(ExampleShape.Vector(1), new byte[classes * examples], [.. Enumerable.Repeat(examples, classes)]);

    private static int ClassOf(int task, int way) => (int)Rows[(((task * Ways) + way) * Each)] / Examples;

    private static int ExampleOf(int task, int way, int place) => (int)Rows[(((task * Ways) + way) * Each) + place] % Examples;

    /// <summary>The number of an ordered pair of different numbers below <paramref name="count"/>.</summary>
    private static int Pair(int first, int second, int count)
    {
        Assert.NotEqual(first, second);
        return (first * (count - 1)) + (second > first ? second - 1 : second);
    }

    private static int[] Count(int kinds, Func<int, int> kindOf)
    {
        var counts = new int[kinds];
        for (var task = 0; task < Tasks; task++) counts[kindOf(task)]++;
        return counts;
    }

    private static void AssertUniform(int[] counts)
    {
        var expected = counts.Sum() / (double)counts.Length;
        AssertLikely(counts.Sum(count => (count - expected) * (count - expected) / expected), counts.Length - 1);
    }

    private static void AssertIndependent(int rows, int columns, Func<int, (int Row, int Column)> cellOf)
    {
        var counts = new double[rows, columns];
        var (ofRow, ofColumn) = (new double[rows], new double[columns]);
        for (var task = 0; task < Tasks; task++)
        {
            var (row, column) = cellOf(task);
            counts[row, column]++;
            ofRow[row]++;
            ofColumn[column]++;
        }

        var sum = 0.0;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var expected = ofRow[row] * ofColumn[column] / Tasks;
                sum += (counts[row, column] - expected) * (counts[row, column] - expected) / expected;
            }
        }

        AssertLikely(sum, (rows - 1) * (columns - 1));
    }

    /// <summary>
    /// Neither too far from what is expected nor too near: Wilson and Hilferty's quantiles of one in two thousand at either end.
    /// </summary>
    private static void AssertLikely(double chiSquare, int freedom)
    {
        double Quantile(double normal) => freedom * Math.Pow(1 - (2 / (9.0 * freedom)) + (normal * Math.Sqrt(2 / (9.0 * freedom))), 3);
        Assert.InRange(chiSquare, Math.Max(0, Quantile(-3.29)), Quantile(3.29));
    }

    /// <summary>The statistic of numbers below a bound: the greatest distance of their distribution from the uniform one.</summary>
    private static double Unevenness(IEnumerable<int> numbers, int bound)
    {
        double[] sorted = [.. numbers.Order().Select(number => (number + 0.5) / bound)];
        var distance = 0.0;
        for (var i = 0; i < sorted.Length; i++)
            distance = Math.Max(distance, Math.Max(sorted[i] - (i / (double)sorted.Length), ((i + 1) / (double)sorted.Length) - sorted[i]));
        return distance * Math.Sqrt(sorted.Length);
    }

    private static void AssertShare(double share, int found, int count)
    {
        var deviation = Math.Sqrt(count * share * (1 - share));
        Assert.InRange(found, (count * share) - (3.29 * deviation), (count * share) + (3.29 * deviation));
    }
}
