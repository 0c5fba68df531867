namespace MetaDsl;

/// <summary>
/// What a stored number x of a channel means to a network: (x · <paramref name="Scale"/> - mean) / deviation. It is recorded, not applied:
/// a set of bytes stays bytes, and the device normalises what an episode gathers.
/// </summary>
/// <param name="Scale">What numbers are multiplied by: 1/255 takes bytes to the unit interval.</param>
public sealed record Normalization(double Scale)
{
    /// <summary>Bytes to the unit interval.</summary>
    public static Normalization UnitInterval { get; } = new(1.0 / 255);

    /// <summary>Numbers as they are.</summary>
    public static Normalization None { get; } = new(1.0);

    /// <summary>What is subtracted after scaling: one number for each channel, or one for all; none unless given.</summary>
    public IReadOnlyList<double> Mean { get; init; } = [];

    /// <summary>What is divided by: one number for each channel, or one for all; 1 unless given.</summary>
    public IReadOnlyList<double> Deviation { get; init; } = [];

    /// <summary>The mean of a channel.</summary>
    public double MeanOf(int channel) => Of(Mean, channel, 0);

    /// <summary>The deviation of a channel.</summary>
    public double DeviationOf(int channel) => Of(Deviation, channel, 1);

    /// <summary>
    /// What gives each channel a mean of 0 and a deviation of 1 over the examples of a part, most often of the training classes: bytes are
    /// scaled to the unit interval first, and a channel that is the same everywhere is divided by 1. It reads every example once.
    /// </summary>
    /// <exception cref="DataException">The part has no classes, a number is not finite, or a file cannot be read.</exception>
    public static Normalization Of(ClassPart part, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(part);
        return ChannelStatistics.Of(part, cancellation);
    }

    /// <summary>Refuses examples that have another number of channels than there are numbers here.</summary>
    /// <exception cref="DataException">The message says how many of each there are.</exception>
    public Normalization For(ClassPart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var channels = part.Set.Shape.Channels;
        foreach (var (name, numbers) in new[] { (nameof(Mean), Mean), (nameof(Deviation), Deviation) })
        {
            if (numbers.Count <= 1 || numbers.Count == channels) continue;
            throw new DataException(
                $"'{name}' has {Text.Of(numbers.Count, "number")}, but an example of '{part.Name}' has {Text.Of(channels, "channel")} or "
                + $"columns, a target among them; give one number, or {Text.Count(channels)}.");
        }

        return this;
    }

    /// <summary>What a stored number of each channel is multiplied by.</summary>
    public double[] Factors(int channels) => [.. Enumerable.Range(0, channels).Select(channel => Scale / DeviationOf(channel))];

    /// <summary>What is then added to it.</summary>
    public double[] Shifts(int channels) => [.. Enumerable.Range(0, channels).Select(channel => -MeanOf(channel) / DeviationOf(channel))];

    /// <summary>Refuses what cannot be applied to examples of a shape.</summary>
    internal void Check(ExampleShape shape)
    {
        if (!double.IsFinite(Scale) || Scale == 0)
            throw new ArgumentException($"'{nameof(Scale)}' is {Text.Number(Scale)}; use a number other than 0, such as 1/255.");
        Check(Mean, nameof(Mean), shape);
        Check(Deviation, nameof(Deviation), shape);
        if (Deviation.Any(deviation => deviation <= 0))
            throw new ArgumentException($"'{nameof(Deviation)}' has a number that is not above 0; divide by positive numbers.");
    }

    private static double Of(IReadOnlyList<double> numbers, int channel, double otherwise) =>
        numbers.Count switch { 0 => otherwise, 1 => numbers[0], _ => numbers[channel] };

    private static void Check(IReadOnlyList<double> numbers, string name, ExampleShape shape)
    {
        if (numbers.Count > 1 && numbers.Count != shape.Channels)
            throw new ArgumentException($"'{name}' has {numbers.Count} numbers, but examples are {shape}; give 1 or {shape.Channels}.");
        if (!numbers.All(double.IsFinite)) throw new ArgumentException($"'{name}' has a number that is not finite; leave it out.");
    }
}
