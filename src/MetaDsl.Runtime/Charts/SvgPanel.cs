using System.Text;
using System.Xml.Linq;

namespace MetaDsl;

/// <summary>One coordinate system: frame, grid, ticks, labels and series.</summary>
internal sealed class SvgPanel
{
    public const double Width = 360;
    public const double Height = 316;

    private const double Left = 52;
    private const double Top = 26;
    private const double Bottom = 44;
    private const string GridColor = "#e4e7eb";
    private const string FrameColor = "#9aa5b1";

    private readonly ChartPanel panel;
    private readonly string clip;
    private readonly (double Left, double Top, double Right, double Bottom) frame;
    private readonly ChartAxis horizontal;
    private readonly ChartAxis vertical;

    public SvgPanel(ChartPanel panel, int index, double left, double top)
    {
        this.panel = panel;
        clip = $"panel{index}";
        frame = (left + Left, top + Top, left + Width, top + Height - Bottom);

        // Room at the edges, so that no dot there is cut in half.
        var x = ChartRange.Of(panel.Series.Select(series => series.X)).Pad(0.02);
        var y = ChartRange.Of(panel.Series.Where(series => series.SetsRange).Select(series => series.Y))
            .GrowTo(ChartRange.Of(panel.Series.Select(series => series.Y)), share: 0.5)
            .Pad(0.06);
        horizontal = new ChartAxis(x.Minimum, x.Maximum, frame.Left, frame.Right);
        vertical = new ChartAxis(y.Minimum, y.Maximum, frame.Bottom, frame.Top);
    }

    public XElement Draw()
    {
        var group = Svg.Element("g");
        group.Add(Svg.Text("text", panel.Title, ("class", "panel"), ("x", frame.Left), ("y", frame.Top - 10)));
        DrawGrid(group);
        DrawLabels(group);

        var rectangle = Frame();
        group.Add(Svg.Element("clipPath", ("id", clip)).With(rectangle));
        var series = Svg.Element("g", ("clip-path", $"url(#{clip})"));
        foreach (var one in panel.Series) series.Add(one.Dots ? Dots(one) : Curve(one));
        group.Add(series);

        var border = Frame();
        border.Add(new XAttribute("fill", "none"), new XAttribute("stroke", FrameColor));
        group.Add(border);
        return group;
    }

    /// <summary>A dot with a white rim, which keeps it apart from the curves below.</summary>
    public static XElement Dot(ChartSeries series, double x, double y) =>
        Svg.Element("circle", ("cx", x), ("cy", y), ("r", 4.2), ("fill", series.Color), ("stroke", "#ffffff"), ("stroke-width", 1.2));

    /// <summary>A line in the colour, the width and the dashes of a series.</summary>
    public static XElement Stroke(ChartSeries series, string path)
    {
        var stroke = Svg.Element(
            "path",
            ("d", path),
            ("fill", "none"),
            ("stroke", series.Color),
            ("stroke-width", series.Width),
            ("stroke-linejoin", "round"));
        if (series.Dashed) stroke.Add(new XAttribute("stroke-dasharray", "6 4"));
        return stroke;
    }

    private XElement Frame() => Svg.Element(
        "rect",
        ("x", frame.Left),
        ("y", frame.Top),
        ("width", frame.Right - frame.Left),
        ("height", frame.Bottom - frame.Top));

    private void DrawGrid(XElement group)
    {
        foreach (var (number, label) in horizontal.Ticks(6))
        {
            var x = horizontal.Pixel(number);
            group.Add(Line(x, frame.Top, x, frame.Bottom));
            group.Add(Svg.Text("text", label, ("class", "tick"), ("x", x), ("y", frame.Bottom + 16), ("text-anchor", "middle")));
        }

        foreach (var (number, label) in vertical.Ticks(6))
        {
            var y = vertical.Pixel(number);
            group.Add(Line(frame.Left, y, frame.Right, y));
            group.Add(Svg.Text("text", label, ("class", "tick"), ("x", frame.Left - 7), ("y", y + 4), ("text-anchor", "end")));
        }
    }

    private void DrawLabels(XElement group)
    {
        var (middleX, middleY) = ((frame.Left + frame.Right) / 2, (frame.Top + frame.Bottom) / 2);
        if (panel.XLabel.Length > 0)
        {
            var y = frame.Bottom + 36;
            group.Add(Svg.Text("text", panel.XLabel, ("class", "label"), ("x", middleX), ("y", y), ("text-anchor", "middle")));
        }

        if (panel.YLabel.Length == 0) return;

        var x = frame.Left - 40;
        group.Add(Svg.Text(
            "text",
            panel.YLabel,
            ("class", "label"),
            ("x", x),
            ("y", middleY),
            ("text-anchor", "middle"),
            ("transform", $"rotate(-90 {Svg.Number(x)} {Svg.Number(middleY)})")));
    }

    private static XElement Line(double x1, double y1, double x2, double y2) =>
        Svg.Element("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", GridColor));

    private XElement Dots(ChartSeries series)
    {
        var group = Svg.Element("g");
        foreach (var (x, y) in series.X.Zip(series.Y))
        {
            if (float.IsFinite(x) && float.IsFinite(y)) group.Add(Dot(series, horizontal.Pixel(x), vertical.Pixel(y)));
        }

        return group;
    }

    /// <summary>The curve breaks where a number is not finite.</summary>
    private XElement Curve(ChartSeries series)
    {
        var path = new StringBuilder();
        var isDown = false;
        foreach (var (x, y) in series.X.Zip(series.Y))
        {
            var canDraw = float.IsFinite(x) && float.IsFinite(y);
            if (canDraw) path.Append($"{(isDown ? 'L' : 'M')}{Svg.Number(horizontal.Pixel(x))} {Svg.Number(vertical.Pixel(y))}");
            isDown = canDraw;
        }

        return Stroke(series, path.ToString());
    }
}
