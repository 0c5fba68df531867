using System.Xml.Linq;

namespace MetaDsl;

/// <summary>
/// Panels beside each other under one title and one legend, as a self-contained SVG: no script, no font and no style from elsewhere, so any
/// browser, editor or web page shows it.
/// </summary>
public sealed class SvgChart(string title, IReadOnlyList<ChartPanel> panels)
{
    private const double Margin = 24;
    private const double TitleHeight = 34;
    private const double LegendHeight = 26;
    private const double LegendMark = 26;

    /// <summary>An average glyph of the legend's font; SVG cannot measure text, and an entry may be a little wide.</summary>
    private const double LegendGlyph = 6.6;

    private const string Style = """
        text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: #1f2933; }
        .title { font-size: 17px; font-weight: 600; }
        .panel { font-size: 13px; font-weight: 600; }
        .legend { font-size: 12px; }
        .label { font-size: 12px; fill: #52606d; }
        .tick { font-size: 11px; fill: #52606d; }
        """;

    private readonly IReadOnlyList<ChartPanel> panels = panels ?? throw new ArgumentNullException(nameof(panels));

    /// <summary>The chart as SVG text.</summary>
    public string Render()
    {
        var width = Math.Max(1, panels.Count) * (SvgPanel.Width + Margin) + Margin;
        var legend = Legend(width - (2 * Margin), out var legendRows);
        var top = Margin + TitleHeight + (legendRows * LegendHeight);
        var height = top + SvgPanel.Height + (Margin / 3);

        var root = Svg.Element(
            "svg",
            ("width", width),
            ("height", height),
            ("viewBox", $"0 0 {Svg.Number(width)} {Svg.Number(height)}"),
            ("role", "img"));
        root.Add(Svg.Text("title", title), new XElement(Svg.Namespace + "style", Style));
        root.Add(Svg.Element("rect", ("width", width), ("height", height), ("fill", "#ffffff")));
        root.Add(Svg.Text("text", title, ("class", "title"), ("x", Margin), ("y", Margin + 16)));
        root.Add(legend);
        for (var index = 0; index < panels.Count; index++)
        {
            var left = Margin + (index * (SvgPanel.Width + Margin));
            root.Add(new SvgPanel(panels[index], index, left, top).Draw());
        }

        return root.ToString().ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Writes the chart, and the folders that lead to it.</summary>
    public void Save(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null) Directory.CreateDirectory(folder);
        File.WriteAllText(path, Render());
    }

    private XElement Legend(double width, out int rows)
    {
        var group = Svg.Element("g");
        var x = 0.0;
        rows = 0;
        foreach (var series in panels.SelectMany(panel => panel.Series).DistinctBy(series => series.Name))
        {
            var entry = LegendMark + 8 + (series.Name.Length * LegendGlyph) + 18;
            if (rows == 0 || x + entry > width) (x, rows) = (0, rows + 1);
            var y = Margin + TitleHeight + ((rows - 1) * LegendHeight) + 4;
            group.Add(Mark(series, Margin + x, y));
            group.Add(Svg.Text("text", series.Name, ("class", "legend"), ("x", Margin + x + LegendMark + 8), ("y", y + 4)));
            x += entry;
        }

        return group;
    }

    private static XElement Mark(ChartSeries series, double x, double y)
    {
        return series.Dots
            ? SvgPanel.Dot(series, x + (LegendMark / 2), y)
            : SvgPanel.Stroke(series, $"M{Svg.Number(x)} {Svg.Number(y)}H{Svg.Number(x + LegendMark)}");
    }
}
