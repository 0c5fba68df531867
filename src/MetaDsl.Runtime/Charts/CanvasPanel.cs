namespace MetaDsl;

/// <summary>One coordinate system on a canvas: frame, grid, ticks and labels, and where its points lie.</summary>
internal sealed class CanvasPanel
{
    public const double Width = 360;
    public const double Height = 276;

    private const double Left = 52;
    private const double Top = 26;
    private const double Bottom = 44;

    private readonly ChartAxis horizontal;
    private readonly ChartAxis vertical;

    private CanvasPanel(ChartAxis horizontal, ChartAxis vertical) => (this.horizontal, this.vertical) = (horizontal, vertical);

    /// <summary>Draws the panel that shows all of some points.</summary>
    public static CanvasPanel Draw(
        Canvas canvas,
        (double X, double Y) corner,
        string title,
        (string X, string Y) labels,
        IEnumerable<IReadOnlyList<float>> xs,
        IEnumerable<IReadOnlyList<float>> ys)
    {
        var (left, right) = (corner.X + Left, corner.X + Width);
        var (top, bottom) = (corner.Y + Top, corner.Y + Height - Bottom);

        // Room at the edges, so that no dot there lies on the frame.
        var (x, y) = (ChartRange.Of(xs).Pad(0.03), ChartRange.Of(ys).Pad(0.06));
        var panel = new CanvasPanel(new ChartAxis(x.Minimum, x.Maximum, left, right), new ChartAxis(y.Minimum, y.Maximum, bottom, top));
        canvas.Write(left, top - 10, title, 13, isBold: true);
        foreach (var (number, label) in panel.horizontal.Ticks(6))
        {
            var at = panel.horizontal.Pixel(number);
            canvas.Line(at, top, at, bottom, Canvas.Grid);
            canvas.Write(at, bottom + 16, label, 11, Canvas.Faint, TextAnchor.Middle);
        }

        foreach (var (number, label) in panel.vertical.Ticks(6))
        {
            var at = panel.vertical.Pixel(number);
            canvas.Line(left, at, right, at, Canvas.Grid);
            canvas.Write(left - 7, at + 4, label, 11, Canvas.Faint, TextAnchor.End);
        }

        canvas.Edge(left, top, right - left, bottom - top, Canvas.Frame);
        canvas.Write((left + right) / 2, bottom + 36, labels.X, 12, Canvas.Faint, TextAnchor.Middle);
        canvas.Write(left - 7, top - 10, labels.Y, 12, Canvas.Faint, TextAnchor.End);
        return panel;
    }

    /// <summary>Where a point lies.</summary>
    public (double X, double Y) Place(float x, float y) => (horizontal.Pixel(x), vertical.Pixel(y));
}
