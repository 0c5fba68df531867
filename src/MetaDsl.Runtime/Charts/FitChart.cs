namespace MetaDsl;

/// <summary>
/// Draws adapted fits: a panel for each task, with its function, its support points and the predictions before and after adaptation.
/// </summary>
public static class FitChart
{
    private const string TruthColor = "#1f2933";
    private const string BeforeColor = "#9aa5b1";
    private const string SupportColor = "#d55e00";

    /// <summary>From few gradient steps to many; told apart by lightness too.</summary>
    private static readonly string[] AfterColors = ["#7cc4f5", "#2f8fd8", "#0b4f8a", "#062f54"];

    /// <summary>The chart of some fits of one experiment.</summary>
    public static SvgChart Of(string experiment, IReadOnlyList<AdaptedFit> fits)
    {
        ArgumentNullException.ThrowIfNull(fits);
        var title = $"{experiment}: {Text.Of(fits.Count, "task")} that training has not seen";
        return new SvgChart(title, [.. fits.Select((fit, index) => Panel(fit, index))]);
    }

    private static ChartPanel Panel(AdaptedFit fit, int index)
    {
        var series = new List<ChartSeries>();
        var after = 0;
        foreach (var prediction in fit.Predictions)
        {
            series.Add(prediction.Steps == 0
                ? new("before adaptation", fit.X, prediction.Y) { Color = BeforeColor, Dashed = true, SetsRange = false }
                : new($"after {Text.Of(prediction.Steps, "step")}", fit.X, prediction.Y)
                {
                    Color = AfterColors[Math.Min(after++, AfterColors.Length - 1)],
                    Width = 2.2,
                    SetsRange = false,
                });
        }

        // On top and thin: a fit that is right does not hide it.
        series.Add(new("true function", fit.X, fit.Truth) { Color = TruthColor, Width = 1.2 });
        series.Add(new("support points", fit.SupportX, fit.SupportY) { Color = SupportColor, Dots = true });
        var title = fit.Task.Length > 0 ? fit.Task : $"Task {index + 1}";
        return new ChartPanel(title, series) { XLabel = "x", YLabel = index == 0 ? "y" : "" };
    }
}
