using static System.FormattableString;

namespace MetaDsl.Tests;

public class RandomStreamTests
{
    /// <summary>Computed by a second implementation, in another language: a change of them changes everyone's results.</summary>
    [Fact]
    public void The_numbers_of_a_seed_are_fixed_for_ever()
    {
        var stream = RandomStream.From(1);
        Assert.Equal(0xe50a0ebce3e80670, stream.At(0));
        Assert.Equal(0xfd84f7ea6a7e760a, stream.At(12));
        Assert.Equal(0x430ac65a4d18d7d2UL, RandomStream.From(-1).At(-1));
        Assert.Equal(0x114c05dcf0c09662UL, stream.Split(3).At(7));
        Assert.Equal(0x2cc0463a3d7c3062UL, stream.Split("tasks").At(7));
    }

    [Fact]
    public void A_stream_resumes_from_its_key_and_counter()
    {
        var stream = RandomStream.From(7).Split("tasks");
        var stopped = stream.Skip(1000);
        var resumed = new RandomStream(stopped.Key, stopped.Counter);
        for (var i = 0; i < 100; i++) Assert.Equal(stream.At(1000 + i), resumed.At(i));
    }

    [Fact]
    public void The_counter_wraps_around_instead_of_failing()
    {
        var stream = RandomStream.From(7);
        Assert.Equal(stream.At(long.MinValue), stream.Skip(long.MaxValue).At(1));
    }

    [Fact]
    public void The_order_in_which_numbers_are_asked_for_and_the_thread_do_not_matter()
    {
        var stream = RandomStream.From(3);
        var expected = Enumerable.Range(0, 10_000).Select(i => stream.At(i)).ToArray();
        var actual = new ulong[expected.Length];
        Parallel.For(0, actual.Length, i => actual[actual.Length - 1 - i] = stream.At(actual.Length - 1 - i));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void A_split_depends_on_the_key_alone()
    {
        var stream = RandomStream.From(3);
        Assert.Equal(stream.Split("evaluation"), stream.Skip(50).Split("evaluation"));
        Assert.Equal(stream.Split(2), stream.Skip(50).Split(2));
    }

    [Fact]
    public void Splits_by_index_and_by_name_and_their_parents_are_all_different_streams()
    {
        var parents = Enumerable.Range(0, 20).Select(seed => RandomStream.From(seed)).ToArray();
        var streams = parents
            .Concat(parents.SelectMany(parent => Enumerable.Range(-10, 20).Select(i => parent.Split(i))))
            .Concat(parents.SelectMany(parent => Enumerable.Range(-10, 20).Select(i => parent.Split(Invariant($"{i}")))))
            .Concat(parents.SelectMany(parent => new[] { "", "a", "b", "ab", "ba", "A", "ä", "日本" }.Select(name => parent.Split(name))))
            .Concat(parents.Select(parent => parent.Split("a").Split("b")))
            .ToArray();

        Assert.Equal(streams.Length, streams.DistinctBy(stream => stream.Key).Count());
        var numbers = streams.SelectMany(stream => Enumerable.Range(0, 10).Select(i => stream.At(i)));
        Assert.Equal(streams.Length * 10, numbers.Distinct().Count());
    }

    [Fact]
    public void A_split_without_name_is_refused() => Assert.Throws<ArgumentNullException>(() => RandomStream.From(1).Split(null!));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-123456789)]
    public void Every_byte_is_uniform(long seed)
    {
        const int Count = 65_536;
        var stream = RandomStream.From(seed);
        for (var shift = 0; shift < 64; shift += 8)
        {
            var bins = new int[256];
            for (var i = 0; i < Count; i++) bins[(byte)(stream.At(i) >> shift)]++;
            var expected = Count / 256.0;
            var chiSquare = bins.Sum(bin => (bin - expected) * (bin - expected) / expected);

            // 255 degrees of freedom: 255 ± 22.6, here five standard deviations.
            Assert.InRange(chiSquare, 142, 368);
        }
    }

    [Fact]
    public void Uniform_numbers_pass_Kolmogorov_and_Smirnov() =>
        Assert.InRange(Distance([.. Numbers(RandomStream.From(1).Uniform)], x => x), 0, Critical);

    [Fact]
    public void Normal_numbers_pass_Kolmogorov_and_Smirnov()
    {
        Assert.InRange(Distance([.. Numbers(RandomStream.From(1).Normal)], NormalDistribution), 0, Critical);

        // The test has teeth: a standard deviation of 1.1 is found out.
        Assert.True(Distance([.. Numbers(i => 1.1 * RandomStream.From(1).Normal(i))], NormalDistribution) > Critical);
    }

    [Fact]
    public void Uniform_numbers_keep_to_their_interval()
    {
        var stream = RandomStream.From(2);
        for (var i = 0; i < 10_000; i++)
        {
            Assert.InRange(stream.Uniform(i), 0, 1 - (1.0 / (1L << 53)));
            Assert.InRange(stream.Uniform(i, -5, 5), -5, 5);
        }
    }

    [Fact]
    public void Siblings_and_neighbouring_seeds_are_uncorrelated()
    {
        var stream = RandomStream.From(5);
        RandomStream[] streams =
        [
            stream, stream.Skip(1), RandomStream.From(6), RandomStream.From(5L << 32),
            stream.Split(0), stream.Split(1), stream.Split("a"), stream.Split("b"),
        ];
        foreach (var left in streams)
        {
            foreach (var right in streams)
            {
                if (left == right) continue;
                var correlation = Enumerable.Range(0, SampleSize).Average(i => 12 * (left.Uniform(i) - 0.5) * (right.Uniform(i) - 0.5));

                // Standard deviation 1/√n; five of them.
                Assert.InRange(correlation, -5 / Math.Sqrt(SampleSize), 5 / Math.Sqrt(SampleSize));
            }
        }
    }

    private const int SampleSize = 20_000;

    /// <summary>A true sample is farther away once in a thousand times.</summary>
    private static readonly double Critical = 1.95 / Math.Sqrt(SampleSize);

    private static IEnumerable<double> Numbers(Func<long, double> draw) => Enumerable.Range(0, SampleSize).Select(i => draw(i));

    /// <summary>The greatest distance of the empirical distribution from a distribution function.</summary>
    private static double Distance(double[] numbers, Func<double, double> distribution)
    {
        Array.Sort(numbers);
        return numbers
            .Select((number, i) => (Share: distribution(number), Below: (double)i / numbers.Length))
            .Max(pair => Math.Max(pair.Share - pair.Below, pair.Below + (1.0 / numbers.Length) - pair.Share));
    }

    /// <summary>Φ(x) = ½ + φ(x) (x + x³/3 + x⁵/15 + ...)</summary>
    private static double NormalDistribution(double x)
    {
        if (Math.Abs(x) > 8) return x > 0 ? 1 : 0;
        var (sum, term) = (x, x);
        for (var n = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); n += 2) sum += term *= x * x / n;
        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }
}
