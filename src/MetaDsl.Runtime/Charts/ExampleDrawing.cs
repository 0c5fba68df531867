namespace MetaDsl;

/// <summary>The least and the greatest number of a task's examples, which are seen normalised and may be any numbers.</summary>
internal readonly record struct ExampleScale(double Minimum, double Maximum)
{
    public static ExampleScale Of(DrawnClasses task)
    {
        var range = ChartRange.Of([task.SupportX, task.QueryX]);
        return range.IsEmpty ? new(0, 1) : new(range.Minimum, range.Maximum);
    }

    /// <summary>Where a number lies, from 0 to 1; half way where all are alike, and at the bottom where it is none.</summary>
    public double ShareOf(float number) =>
        !float.IsFinite(number) ? 0 : Maximum > Minimum ? (number - Minimum) / (Maximum - Minimum) : 0.5;
}

/// <summary>
/// One example of a shape: an image in pixels enlarged, or the numbers of a vector as bars or, if they are many, as a curve.
/// </summary>
internal sealed class ExampleDrawing
{
    /// <summary>What an image is enlarged to at most.</summary>
    private const int Side = 64;

    private const int MostBars = 32;
    private const double VectorWidth = 84;
    private const double VectorHeight = 44;
    private const string Blue = "#2f8fd8";

    private readonly ExampleShape shape;
    private readonly int enlargement;

    public ExampleDrawing(ExampleShape shape)
    {
        this.shape = shape;
        enlargement = Math.Max(1, Side / Math.Max(shape.Height, shape.Width));
        (Width, Height) = shape.IsVector ? (VectorWidth, VectorHeight) : (shape.Width * enlargement, shape.Height * enlargement);
    }

    public double Width { get; }

    public double Height { get; }

    /// <summary>What examples are, and what of them is not shown.</summary>
    public string Note =>
        shape.IsVector ? $"examples of {Text.Of(shape.Channels, "number")}"
        : shape.Channels is 1 or 3 ? $"examples of {shape}"
        : $"examples of {shape}, of which the first channel is shown";

    public void Draw(Canvas canvas, ReadOnlySpan<float> example, double left, double top, ExampleScale scale)
    {
        if (!shape.IsVector) canvas.Image(left, top, ImageOf(example, scale), enlargement);
        else if (example.Length <= MostBars) DrawBars(canvas, example, left, top, scale);
        else DrawCurve(canvas, example, left, top, scale);
        if (shape.IsVector) canvas.Edge(left, top, Width, Height, Canvas.Grid);
    }

    private PixelImage ImageOf(ReadOnlySpan<float> example, ExampleScale scale)
    {
        var (channels, count) = (shape.Channels == 3 ? 3 : 1, shape.Height * shape.Width);
        var pixels = new byte[channels * count];
        for (var channel = 0; channel < channels; channel++)
        {
            for (var i = 0; i < count; i++)
                pixels[(i * channels) + channel] = (byte)Math.Round(255 * scale.ShareOf(example[(channel * count) + i]));
        }

        return new PixelImage(shape.Width, shape.Height, channels, pixels);
    }

    /// <summary>Bars stand on zero, or on the least number where all are above it.</summary>
    private void DrawBars(Canvas canvas, ReadOnlySpan<float> numbers, double left, double top, ExampleScale scale)
    {
        var (step, zero) = (Width / numbers.Length, Math.Clamp(scale.ShareOf(0), 0, 1));
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!float.IsFinite(numbers[i])) continue;
            var (low, high) = (Math.Min(zero, scale.ShareOf(numbers[i])), Math.Max(zero, scale.ShareOf(numbers[i])));
            canvas.Rectangle(
                left + (i * step) + (0.1 * step), top + (Height * (1 - high)), 0.8 * step, Math.Max(1, Height * (high - low)), Blue);
        }
    }

    private void DrawCurve(Canvas canvas, ReadOnlySpan<float> numbers, double left, double top, ExampleScale scale)
    {
        var points = new List<(double X, double Y)>(numbers.Length);
        for (var i = 0; i < numbers.Length; i++)
            points.Add((left + (Width * i / (numbers.Length - 1)), top + (Height * (1 - scale.ShareOf(numbers[i])))));
        canvas.Line(points, Blue, 1.2);
    }
}
