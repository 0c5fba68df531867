namespace MetaDsl;

/// <summary>The shape that all examples of a set have: an image, or a vector, whose height and width are 1.</summary>
/// <param name="Channels">Channels of an image; the length of a vector.</param>
/// <param name="Height">Rows of an image.</param>
/// <param name="Width">Columns of an image.</param>
public readonly record struct ExampleShape(int Channels, int Height, int Width)
{
    /// <summary>How many numbers an example has.</summary>
    public long Elements => (long)Channels * Height * Width;

    /// <summary>Whether it is a vector rather than an image.</summary>
    public bool IsVector => Height == 1 && Width == 1;

    /// <summary>A vector of so many numbers.</summary>
    public static ExampleShape Vector(int length) => new(length, 1, 1);

    /// <summary><c>3x84x84</c>, or <c>4</c> for a vector.</summary>
    public override string ToString() => IsVector ? $"{Channels}" : $"{Channels}x{Height}x{Width}";
}
