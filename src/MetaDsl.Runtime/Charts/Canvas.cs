namespace MetaDsl;

/// <summary>What a text stands at: its start, its middle or its end.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>
/// What pictures are drawn on, in pixels from the upper left corner: an SVG file, or pixels themselves. Colours are <c>#rrggbb</c>.
/// </summary>
internal abstract class Canvas(double width, double height)
{
    public const string Ink = "#1f2933";
    public const string Faint = "#52606d";
    public const string Frame = "#9aa5b1";
    public const string Grid = "#e4e7eb";
    public const string Paper = "#ffffff";

    public double Width { get; } = width;

    public double Height { get; } = height;

    /// <summary>About how wide a text gets: no canvas draws a wider one, nor a much narrower one.</summary>
    public static double WidthOf(string text, double size) => text.Length * 0.56 * size;

    public abstract void Rectangle(double x, double y, double width, double height, string fill);

    public abstract void Line(IReadOnlyList<(double X, double Y)> points, string color, double width);

    public abstract void Dot(double x, double y, double radius, string fill, string rim, double rimWidth);

    /// <summary>A line of text; what is written is shown where the pointer rests on it, if the canvas can.</summary>
    public abstract void Write(
        double x,
        double y,
        string text,
        double size,
        string color = Ink,
        TextAnchor anchor = TextAnchor.Start,
        bool isBold = false,
        string? hint = null);

    /// <summary>An image whose pixels become squares of <paramref name="enlargement"/>.</summary>
    public abstract void Image(double x, double y, PixelImage image, int enlargement);

    public void Line(double x1, double y1, double x2, double y2, string color, double width = 1) =>
        Line([(x1, y1), (x2, y2)], color, width);

    /// <summary>The edge of a rectangle.</summary>
    public void Edge(double x, double y, double width, double height, string color) =>
        Line([(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)], color, 1);
}

/// <summary>Pixels of 8 bits, row after row: grey (1 channel), or red, green and blue (3).</summary>
internal sealed record PixelImage(int Width, int Height, int Channels, byte[] Pixels);
