namespace MetaDsl;

/// <summary>What is done with each image when it is read, in this order: transparency, colour, size, inversion.</summary>
public sealed record ImageOptions
{
    /// <summary>
    /// The size that every image is scaled to, whatever its proportions; as stored unless given, and then all must be of one size.
    /// </summary>
    public ImageSize? Size { get; init; }

    /// <summary>Grey or colour; as stored unless given, and then all must be alike.</summary>
    public ImageColor Color { get; init; }

    /// <summary>Whether 0 becomes 255 and 255 becomes 0, as for ink on paper that is to be 1 on 0.</summary>
    public bool Invert { get; init; }

    /// <summary>
    /// The grey that transparent pixels are laid over: 255 for white. Unless given, transparency is ignored and what lies under it shows,
    /// as when Pillow converts an image.
    /// </summary>
    public byte? Background { get; init; }

    /// <summary>What a cache must have been made with.</summary>
    internal string Key =>
        $"size {Size?.ToString() ?? "as stored"}, color {Color}, invert {Invert}, "
        + $"background {Background?.ToString(Text.Invariant) ?? "none"}";

    internal void Check()
    {
        if (Size is { Height: <= 0 or > ImageBounds.LongestSide } or { Width: <= 0 or > ImageBounds.LongestSide })
            throw new ArgumentException($"'{nameof(Size)}' is {Size}; use a height and a width from 1 to {ImageBounds.LongestSide}.");
    }
}

/// <summary>The size of an image in pixels.</summary>
public readonly record struct ImageSize(int Height, int Width)
{
    /// <summary><c>28x28</c>, height first.</summary>
    public override string ToString() => $"{Text.Plain(Height)}x{Text.Plain(Width)}";
}

/// <summary>How many channels an image gets.</summary>
public enum ImageColor
{
    /// <summary>One channel for grey images, three for others.</summary>
    AsStored,

    /// <summary>One channel: 0.299 red + 0.587 green + 0.114 blue, as in ITU-R 601.</summary>
    Grey,

    /// <summary>Three channels: red, green, blue.</summary>
    Rgb,
}
