using System.Numerics;

namespace MetaDsl;

/// <summary>The mean and the deviation of each channel over many examples, in one pass.</summary>
internal sealed class ChannelStatistics(ExampleShape shape)
{
    /// <summary>Numbers that are copied at a time, if they are more than one example.</summary>
    private const int Block = 1 << 18;

    private readonly int pixels = shape.Height * shape.Width;
    private readonly double[] means = new double[shape.Channels];
    private readonly double[] squares = new double[shape.Channels];

    /// <summary>
    /// The first number of each channel, and whether any is another: rounding alone may keep the squares from being zero.
    /// </summary>
    private readonly double[] first = new double[shape.Channels];
    private readonly bool[] differs = new bool[shape.Channels];
    private long examples;

    /// <summary>What makes each channel of a part have a mean of 0 and a deviation of 1.</summary>
    public static Normalization Of(ClassPart part, CancellationToken cancellation)
    {
        if (part.ClassCount == 0)
            throw new DataException($"The split '{part.Name}' has no classes to take a mean of; give '{part.Name}' some.");
        var (set, statistics) = (part.Set, new ChannelStatistics(part.Set.Shape));
        if (set.IsBytes) statistics.Add<byte>(part, set.CopyRows, cancellation);
        else statistics.Add<float>(part, set.CopyRows, cancellation);
        var count = (double)statistics.examples * statistics.pixels;
        var scale = set.IsBytes ? Normalization.UnitInterval.Scale : Normalization.None.Scale;
        var deviations = statistics.squares.Select((sum, channel) => statistics.differs[channel] ? scale * Math.Sqrt(sum / count) : 1);
        return new Normalization(scale) { Mean = [.. statistics.means.Select(mean => scale * mean)], Deviation = [.. deviations] };
    }

    private void Add<T>(ClassPart part, Action<ReadOnlySpan<long>, Span<T>> copyRows, CancellationToken cancellation)
        where T : unmanaged, INumberBase<T>
    {
        var size = (int)shape.Elements;
        var rows = new long[Math.Max(1, Block / size)];
        var (numbers, example) = (new T[rows.Length * size], new double[size]);
        foreach (var one in part.Classes)
        {
            var (first, last) = (part.Set.Starts[one], part.Set.Starts[one + 1]);
            for (var row = first; row < last; row += rows.Length)
            {
                cancellation.ThrowIfCancellationRequested();
                var count = Math.Min(rows.Length, last - row);
                for (var i = 0; i < count; i++) rows[i] = row + i;
                copyRows(rows.AsSpan(0, count), numbers.AsSpan(0, count * size));
                for (var i = 0; i < count; i++)
                {
                    for (var at = 0; at < size; at++) example[at] = double.CreateChecked(numbers[(i * size) + at]);
                    Add(example, part.Set.Names[one]);
                }
            }
        }
    }

    /// <summary>Chan's way of joining what is known of two sets of numbers: it neither cancels digits nor needs a second pass.</summary>
    private void Add(ReadOnlySpan<double> example, string @class)
    {
        examples++;
        for (var channel = 0; channel < means.Length; channel++)
        {
            var plane = example.Slice(channel * pixels, pixels);
            var (sum, around) = (0.0, 0.0);
            foreach (var number in plane) sum += number;
            var mean = sum / pixels;
            if (!double.IsFinite(mean))
                throw new DataException($"An example of the class '{@class}' has a number that is not finite; leave it out.");
            if (examples == 1) first[channel] = plane[0];
            if (plane.ContainsAnyExcept(first[channel])) differs[channel] = true;
            foreach (var number in plane) around += (number - mean) * (number - mean);
            var difference = mean - means[channel];
            means[channel] += difference / examples;
            squares[channel] += around + (difference * difference * pixels * (examples - 1) / examples);
        }
    }
}
