namespace MetaDsl;

/// <summary>What a set is but for its examples: their shape, whether they are bytes, the classes, and how many examples each has.</summary>
internal sealed record SetLayout(ExampleShape Shape, bool IsBytes, ClassNames Classes, int[] Counts)
{
    /// <summary>How many examples there are.</summary>
    public long Rows { get; } = Counts.Sum(count => (long)count);

    /// <summary>The bytes of an example.</summary>
    public long RowBytes => Shape.Elements * (IsBytes ? sizeof(byte) : sizeof(float));
}
