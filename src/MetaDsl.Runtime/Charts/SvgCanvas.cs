using System.Text;
using System.Xml.Linq;

namespace MetaDsl;

/// <summary>Draws into an SVG file that needs no other: images are PNGs within it.</summary>
internal sealed class SvgCanvas : Canvas
{
    private const string Style =
        "text { font-family: system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, sans-serif; }"
        + " image { image-rendering: pixelated; }";

    private readonly XElement root;

    public SvgCanvas(double width, double height, string title)
        : base(width, height)
    {
        root = Svg.Element(
            "svg",
            ("width", width),
            ("height", height),
            ("viewBox", $"0 0 {Svg.Number(width)} {Svg.Number(height)}"),
            ("role", "img"));
        root.Add(Svg.Text("title", title), new XElement(Svg.Namespace + "style", Style));
        Rectangle(0, 0, width, height, Paper);
    }

    public string Render() => root.ToString().ReplaceLineEndings("\n") + "\n";

    public override void Rectangle(double x, double y, double width, double height, string fill) =>
        root.Add(Svg.Element("rect", ("x", x), ("y", y), ("width", width), ("height", height), ("fill", fill)));

    public override void Line(IReadOnlyList<(double X, double Y)> points, string color, double width)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points) path.Append($"{(path.Length == 0 ? 'M' : 'L')}{Svg.Number(x)} {Svg.Number(y)}");
        root.Add(Svg.Element(
            "path", ("d", path.ToString()), ("fill", "none"), ("stroke", color), ("stroke-width", width), ("stroke-linejoin", "round")));
    }

    public override void Dot(double x, double y, double radius, string fill, string rim, double rimWidth) =>
        root.Add(Svg.Element(
            "circle", ("cx", x), ("cy", y), ("r", radius), ("fill", fill), ("stroke", rim), ("stroke-width", rimWidth)));

    public override void Write(
        double x, double y, string text, double size, string color, TextAnchor anchor, bool isBold, string? hint)
    {
        var element = Svg.Text("text", text, ("x", x), ("y", y), ("font-size", size), ("fill", color));
        if (anchor != TextAnchor.Start) element.SetAttributeValue("text-anchor", anchor == TextAnchor.Middle ? "middle" : "end");
        if (isBold) element.SetAttributeValue("font-weight", "600");
        if (hint is not null) element.Add(Svg.Text("title", hint));
        root.Add(element);
    }

    public override void Image(double x, double y, PixelImage image, int enlargement) => root.Add(Svg.Element(
        "image",
        ("x", x),
        ("y", y),
        ("width", (double)image.Width * enlargement),
        ("height", (double)image.Height * enlargement),
        ("style", "image-rendering: pixelated"),
        ("href", "data:image/png;base64," + Convert.ToBase64String(PngEncoder.Encode(image)))));
}
