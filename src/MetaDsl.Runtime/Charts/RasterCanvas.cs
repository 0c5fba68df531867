using System.Globalization;

namespace MetaDsl;

/// <summary>Draws into pixels, twice as fine as the canvas counts: screens are.</summary>
internal sealed class RasterCanvas : Canvas
{
    private const int Scale = 2;

    private readonly int columns;
    private readonly int rows;
    private readonly byte[] pixels;

    public RasterCanvas(double width, double height)
        : base(width, height)
    {
        (columns, rows) = ((int)Math.Ceiling(width) * Scale, (int)Math.Ceiling(height) * Scale);
        if (3L * columns * rows > Array.MaxLength)
        {
            throw new NotSupportedException(
                $"The picture would have {Text.Count(columns)} x {Text.Count(rows)} pixels, too many for a PNG; show fewer tasks, or write "
                + "an '.svg'.");
        }

        pixels = new byte[3 * columns * rows];
        Array.Fill(pixels, (byte)255);
    }

    public PixelImage Render() => new(columns, rows, 3, pixels);

    public override void Rectangle(double x, double y, double width, double height, string fill)
    {
        var color = ColorOf(fill);
        for (var row = Pixel(y); row < Pixel(y + height); row++)
        {
            for (var column = Pixel(x); column < Pixel(x + width); column++) Blend(column, row, color, 1);
        }
    }

    public override void Line(IReadOnlyList<(double X, double Y)> points, string color, double width)
    {
        var ink = ColorOf(color);
        for (var i = 1; i < points.Count; i++)
        {
            var (a, b) = (points[i - 1], points[i]);
            Cover(
                (Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y)),
                width / 2,
                ink,
                (x, y) => Distance(x, y, a, b));
        }
    }

    public override void Dot(double x, double y, double radius, string fill, string rim, double rimWidth)
    {
        double FromCenter(double column, double row) => Math.Sqrt(((column - x) * (column - x)) + ((row - y) * (row - y)));
        Cover((x, y, x, y), radius + (rimWidth / 2), ColorOf(rim), FromCenter);
        Cover((x, y, x, y), radius - (rimWidth / 2), ColorOf(fill), FromCenter);
    }

    public override void Write(
        double x, double y, string text, double size, string color, TextAnchor anchor, bool isBold, string? hint)
    {
        var (ink, scale) = (ColorOf(color), Math.Max(1, (int)(WidthOf("m", size) * Scale / BitmapFont.Advance)));
        var width = text.Length * BitmapFont.Advance * scale;
        var left = Pixel(x) - (anchor switch { TextAnchor.Start => 0, TextAnchor.Middle => width / 2, _ => width });
        var top = Pixel(y) - (BitmapFont.Baseline * scale);
        for (var i = 0; i < text.Length; i++)
        {
            for (var dot = 0; dot < BitmapFont.Columns * BitmapFont.Rows; dot++)
            {
                var (column, row) = (dot % BitmapFont.Columns, dot / BitmapFont.Columns);
                if (!BitmapFont.IsInk(text[i], column, row)) continue;
                var (at, down) = (left + (((i * BitmapFont.Advance) + column) * scale), top + (row * scale));
                for (var pixel = 0; pixel < (scale + (isBold ? 1 : 0)) * scale; pixel++)
                    Blend(at + (pixel / scale), down + (pixel % scale), ink, 1);
            }
        }
    }

    public override void Image(double x, double y, PixelImage image, int enlargement)
    {
        var (left, top, side) = (Pixel(x), Pixel(y), enlargement * Scale);
        for (var row = 0; row < image.Height * side; row++)
        {
            for (var column = 0; column < image.Width * side; column++)
            {
                var at = ((row / side * image.Width) + (column / side)) * image.Channels;
                var (green, blue) = image.Channels == 1 ? (at, at) : (at + 1, at + 2);
                Blend(left + column, top + row, (image.Pixels[at], image.Pixels[green], image.Pixels[blue]), 1);
            }
        }
    }

    private static int Pixel(double number) => (int)Math.Round(number * Scale);

    private static (byte Red, byte Green, byte Blue) ColorOf(string color)
    {
        var number = int.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return ((byte)(number >> 16), (byte)(number >> 8), (byte)number);
    }

    private static double Distance(double x, double y, (double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var share = length == 0 ? 0 : Math.Clamp((((x - a.X) * dx) + ((y - a.Y) * dy)) / length, 0, 1);
        var (fromX, fromY) = (x - a.X - (share * dx), y - a.Y - (share * dy));
        return Math.Sqrt((fromX * fromX) + (fromY * fromY));
    }

    /// <summary>Colours what is nearer than a distance; a pixel at its edge is covered by as much of it as lies within.</summary>
    private void Cover(
        (double Left, double Top, double Right, double Bottom) bounds,
        double within,
        (byte Red, byte Green, byte Blue) color,
        Func<double, double, double> distance)
    {
        var (left, right) = (Math.Max(0, Pixel(bounds.Left - within) - 1), Math.Min(columns - 1, Pixel(bounds.Right + within) + 1));
        var (top, bottom) = (Math.Max(0, Pixel(bounds.Top - within) - 1), Math.Min(rows - 1, Pixel(bounds.Bottom + within) + 1));
        for (var row = top; row <= bottom; row++)
        {
            for (var column = left; column <= right; column++)
            {
                var beyond = (distance((column + 0.5) / Scale, (row + 0.5) / Scale) - within) * Scale;
                Blend(column, row, color, Math.Clamp(0.5 - beyond, 0, 1));
            }
        }
    }

    private void Blend(int column, int row, (byte Red, byte Green, byte Blue) color, double cover)
    {
        if (cover <= 0 || column < 0 || row < 0 || column >= columns || row >= rows) return;
        var pixel = pixels.AsSpan(3 * ((row * columns) + column), 3);
        pixel[0] = Mix(pixel[0], color.Red);
        pixel[1] = Mix(pixel[1], color.Green);
        pixel[2] = Mix(pixel[2], color.Blue);

        byte Mix(byte below, byte above) => (byte)Math.Round(below + (cover * (above - below)));
    }
}
