namespace MetaDsl;

/// <summary>
/// A sequence of random numbers in which every number is a pure function of <paramref name="Key"/> and its position: there is nothing to
/// advance, so a stream can be shared by threads, continued from where a checkpoint stopped, and split into independent streams.
/// <para>
/// The same seed gives the same numbers on every platform: <c>RandomStream.From(1).Split("tasks").At(12)</c>.
/// </para>
/// </summary>
/// <param name="Key">Which of the 2⁶⁴ sequences it is.</param>
/// <param name="Counter">The position that index 0 stands for: a stream is saved and restored by its key and this.</param>
public readonly record struct RandomStream(ulong Key, long Counter = 0)
{
    /// <summary>2⁻⁵³: from the 53 bits that a double holds to the unit interval.</summary>
    private const double UnitOfDouble = 1.0 / (1L << 53);

    // The upper half of Philox's counter says what a block is for, so that the numbers of a stream never serve as the key of another.
    private const ulong ForNumbers = 0;
    private const ulong ForSplitByIndex = 1;
    private const ulong ForSplitByName = 2;

    /// <summary>The stream of a seed. Every seed is as good as any other, 0, 1 and 2 included.</summary>
    public static RandomStream From(long seed) => new(unchecked((ulong)seed));

    /// <summary>An independent stream, the same for the same index wherever this stream stands.</summary>
    public RandomStream Split(long index) => Split(unchecked((ulong)index), ForSplitByIndex);

    /// <summary>An independent stream, the same for the same name wherever this stream stands: <c>seed.Split("evaluation")</c>.</summary>
    public RandomStream Split(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Split(StableHash(name), ForSplitByName);
    }

    /// <summary>The stream whose index 0 is this one's <paramref name="count"/>.</summary>
    public RandomStream Skip(long count) => this with { Counter = unchecked(Counter + count) };

    /// <summary>64 random bits at an index. A seed for torch is <c>(long)(stream.At(i) >> 1)</c>.</summary>
    public ulong At(long index) => BlockAt(index).Low;

    /// <summary>A number drawn uniformly from [0, 1), with 53 random bits.</summary>
    public double Uniform(long index) => (At(index) >> 11) * UnitOfDouble;

    /// <summary>A number drawn uniformly from [<paramref name="minimum"/>, <paramref name="maximum"/>).</summary>
    public double Uniform(long index, double minimum, double maximum) => minimum + ((maximum - minimum) * Uniform(index));

    /// <summary>
    /// A number drawn from the standard normal distribution (Box and Muller, with both halves of the block at the index). Unlike all else
    /// here it rests on the platform's logarithm and cosine, whose last bit may differ between platforms.
    /// </summary>
    public double Normal(long index)
    {
        var (low, high) = BlockAt(index);
        var radius = Math.Sqrt(-2 * Math.Log(((low >> 11) + 1) * UnitOfDouble)); // (0, 1]: the logarithm of zero does not occur
        return radius * Math.Cos(2 * Math.PI * (high >> 11) * UnitOfDouble);
    }

    private (ulong Low, ulong High) BlockAt(long index) => Philox.Block(Key, unchecked((ulong)(Counter + index)), ForNumbers);

    private RandomStream Split(ulong child, ulong kind) => new(Philox.Block(Key, child, kind).Low);

    /// <summary>FNV-1a over the UTF-16 code units: <see cref="string.GetHashCode()"/> differs from process to process.</summary>
    private static ulong StableHash(string name)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var unit in name) hash = unchecked((hash ^ unit) * 0x100000001B3);
        return hash;
    }
}
