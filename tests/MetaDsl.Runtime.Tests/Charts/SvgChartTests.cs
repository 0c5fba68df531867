using System.Globalization;
using System.Xml.Linq;

namespace MetaDsl.Tests;

public class SvgChartTests
{
    [Fact]
    public void Fits_or_panels_that_are_null_are_named()
    {
        Assert.Throws<ArgumentNullException>("fits", () => FitChart.Of("Sine", null!));
        Assert.Throws<ArgumentNullException>("panels", () => new SvgChart("Sine", null!));
    }

    [Fact]
    public void Three_fits_are_three_panels_with_every_curve_point_and_one_legend()
    {
        var svg = Parse(FitChart.Of("SineMaml", [FakeExperiment.Fit(1, 50), FakeExperiment.Fit(2, 50), FakeExperiment.Fit(3, 50)]));

        Assert.Equal("SineMaml: 3 tasks that training has not seen", Texts(svg, "title").Single());
        Assert.Equal(["Task 1", "Task 2", "Task 3"], Texts(svg, "panel"));
        Assert.Equal(["before adaptation", "after 1 step", "after 10 steps", "true function", "support points"], Texts(svg, "legend"));

        var panels = Elements(svg, "g").Where(group => group.Attribute("clip-path") is not null).ToArray();
        Assert.Equal(3, panels.Length);
        foreach (var panel in panels)
        {
            Assert.Equal(4, Elements(panel, "path").Count());
            Assert.Equal(6, Elements(panel, "circle").Count());
            Assert.All(Elements(panel, "path"), path => Assert.Equal(50, Points(path).Length));
        }
    }

    [Fact]
    public void A_curve_lies_where_its_numbers_are()
    {
        var series = new ChartSeries("line", [0, 10], [0, 100]);
        var svg = Parse(new SvgChart("t", [new ChartPanel("p", [series])]));
        var frame = Elements(svg, "clipPath").Single().Elements().Single();
        var (left, top, width, height) = (Number(frame, "x"), Number(frame, "y"), Number(frame, "width"), Number(frame, "height"));
        var points = Points(Elements(svg, "g").Single(group => group.Attribute("clip-path") is not null).Elements().Single());

        // The range is padded by 2 % at the sides, and by 6 % above and below.
        Assert.Equal((left + (width * 0.02 / 1.04), top + (height * 1.06 / 1.12)), points[0], new Near());
        Assert.Equal((left + (width * 1.02 / 1.04), top + (height * 0.06 / 1.12)), points[1], new Near());
    }

    [Fact]
    public void A_prediction_that_diverged_is_cut_off_and_flattens_nothing()
    {
        var fit = FakeExperiment.Fit(2, 50);
        float[] wild = [.. Enumerable.Range(0, 50).Select(i => i % 2 == 0 ? 1e30f : -1e30f)];
        var svg = Parse(FitChart.Of("A", [fit with { Predictions = [new(10, wild)] }]));

        var frame = Elements(svg, "clipPath").Single().Elements().Single();
        var panel = Elements(svg, "g").Single(group => group.Attribute("clip-path") is not null);
        var truth = Points(panel.Elements(Svg.Namespace + "path").Last());
        var share = (truth.Max(point => point.Y) - truth.Min(point => point.Y)) / Number(frame, "height");
        Assert.InRange(share, 0.4, 1);
        Assert.DoesNotContain("E+", svg.ToString());
    }

    [Fact]
    public void Numbers_that_are_not_finite_break_the_curve_and_appear_nowhere()
    {
        var line = new ChartSeries("line", [0, 1, 2, 3, 4], [1, float.NaN, 2, float.PositiveInfinity, 3]);
        var dots = new ChartSeries("dots", [0, 1], [float.NaN, 1]) { Dots = true };
        var svg = Parse(new SvgChart("t", [new ChartPanel("p", [line, dots])]));
        var panel = Elements(svg, "g").Single(group => group.Attribute("clip-path") is not null);
        Assert.Equal(3, Elements(panel, "path").Single().Attribute("d")!.Value.Count(c => c == 'M'));
        Assert.Single(Elements(panel, "circle"));
        Assert.DoesNotContain("NaN", svg.ToString());
        Assert.DoesNotContain("∞", svg.ToString());
    }

    [Theory]
    [InlineData(new float[0], new float[0])]
    [InlineData(new[] { 3f }, new[] { 5f })]
    [InlineData(new[] { 0f, 1f }, new[] { 7f, 7f })]
    [InlineData(new[] { 0f, 1f }, new[] { float.NaN, float.NaN })]
    [InlineData(new[] { 1e30f, 2e30f }, new[] { 1e-30f, 2e-30f })]
    [InlineData(new[] { float.MinValue, float.MaxValue }, new[] { float.MinValue, float.MaxValue })]
    public void Odd_ranges_still_give_a_few_finite_ticks(float[] x, float[] y)
    {
        var svg = Parse(new SvgChart("t", [new ChartPanel("p", [new ChartSeries("s", x, y)])]));
        Assert.InRange(Texts(svg, "tick").Count(), 4, 30);
        Assert.DoesNotContain("NaN", svg.ToString());
    }

    [Fact]
    public void Ticks_are_round_numbers_within_the_range()
    {
        Assert.Equal(["-4", "-2", "0", "2", "4"], Ticks(-5, 5));
        Assert.Equal(["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"], Ticks(0, 1));
        Assert.Equal(["0", "10000", "20000", "30000"], Ticks(-1, 39_999));
        Assert.Equal(["0e+0", "1e+6", "2e+6"], Ticks(0, 2.1e6, wanted: 3));
    }

    [Fact]
    public void The_text_is_the_same_under_every_culture_and_on_every_run()
    {
        var chart = FitChart.Of("SineMaml", [FakeExperiment.Fit(1.3, 20)]);
        var expected = chart.Render();
        using var german = Culture.German();
        Assert.Equal(expected, chart.Render());
        Assert.DoesNotContain('\r', expected);
    }

    [Fact]
    public void Text_cannot_break_out_of_the_file()
    {
        var fit = FakeExperiment.Fit(1, 5) with { Task = "</text><script>alert(1)</script> & \u0001 \ud800 \"'" };
        var svg = Parse(FitChart.Of("A<B>", [fit]));
        Assert.Empty(Elements(svg, "script"));
        Assert.Equal("A<B>: 1 task that training has not seen", Texts(svg, "title").Single());
    }

    [Fact]
    public void Nothing_in_the_file_points_elsewhere()
    {
        var text = FitChart.Of("A", [FakeExperiment.Fit(1, 5)]).Render().Replace("http://www.w3.org/2000/svg", "");
        Assert.DoesNotContain("http", text);
        Assert.DoesNotContain("href", text);
        Assert.DoesNotContain("@import", text);
    }

    [Fact]
    public void A_long_legend_wraps_and_nothing_overlaps_the_panel()
    {
        var series = Enumerable.Range(0, 12).Select(i => new ChartSeries($"a rather long name, number {i}", [0, 1], [0, 1])).ToArray();
        var svg = Parse(new SvgChart("t", [new ChartPanel("p", series)]));
        var entries = Elements(svg, "text").Where(text => text.Attribute("class")?.Value == "legend").ToArray();
        Assert.Equal(12, entries.Length);
        Assert.True(entries.Select(entry => Number(entry, "y")).Distinct().Count() > 3);
        var panel = Elements(svg, "text").Single(text => text.Attribute("class")?.Value == "panel");
        Assert.All(entries, entry => Assert.True(Number(entry, "y") < Number(panel, "y") - 12));
    }

    [Fact]
    public void No_panel_is_an_empty_chart() => Assert.Empty(Texts(Parse(FitChart.Of("A", [])), "panel"));

    [Fact]
    public void Saving_makes_the_folders_that_lead_to_the_file()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "a", "b", "fits.svg");
        var chart = FitChart.Of("A", [FakeExperiment.Fit(1, 5)]);
        chart.Save(path);
        Assert.Equal(chart.Render(), File.ReadAllText(path));
    }

    private static IEnumerable<string> Ticks(double minimum, double maximum, int wanted = 6) =>
        new ChartAxis(minimum, maximum, 0, 100).Ticks(wanted).Select(tick => tick.Label);

    private static XElement Parse(SvgChart chart) => XDocument.Parse(chart.Render()).Root!;

    private static IEnumerable<XElement> Elements(XElement root, string name) => root.Descendants(Svg.Namespace + name);

    private static IEnumerable<string> Texts(XElement root, string style) =>
        Elements(root, "text").Where(text => text.Attribute("class")?.Value == style).Select(text => text.Value);

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static (double X, double Y)[] Points(XElement path) =>
    [
        .. path.Attribute("d")!.Value.Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries)
            .Select(point => point.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())
            .Select(point => (point[0], point[1])),
    ];

    private sealed class Near : IEqualityComparer<(double X, double Y)>
    {
        public bool Equals((double X, double Y) a, (double X, double Y) b) => Math.Abs(a.X - b.X) < 0.02 && Math.Abs(a.Y - b.Y) < 0.02;

        public int GetHashCode((double X, double Y) obj) => 0;
    }
}
