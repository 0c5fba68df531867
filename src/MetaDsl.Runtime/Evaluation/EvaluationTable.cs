using System.Text;

namespace MetaDsl;

/// <summary>
/// Prints an evaluation for people: before adaptation, after 1 step, after those trained for, after every fifth and after the last.
/// </summary>
internal static class EvaluationTable
{
    private static readonly string[] ErrorHeader = ["gradient steps", "mean squared error", "95 % interval", "median", "diverged"];
    private static readonly string[] AccuracyHeader = ["gradient steps", "accuracy", "95 % interval", "median"];

    public static string Format(EvaluationResult result)
    {
        if (result.Rows.Count == 0) return $"{result.Experiment}: nothing was evaluated.\n";

        var last = result.Rows[^1];
        var shown = result.Rows
            .Where(row => row.Steps is 0 or 1 || row.Steps == result.TrainedSteps || row.Steps % 5 == 0 || row == last)
            .ToArray();
        var header = result.Measure == Measure.Error ? ErrorHeader : AccuracyHeader;
        string[][] lines = [header, .. shown.Select(row => result.Measure == Measure.Error ? Cells(row) : AccuracyCells(row))];
        var widths = header.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();

        var text = new StringBuilder();
        text.Append($"{result.Experiment}: {Tasks(result.Part, last.Tasks)}\n\n");
        foreach (var line in lines)
        {
            text.Append("  ").AppendJoin("   ", line.Select((cell, column) => cell.PadLeft(widths[column]))).Append('\n');
            if (line == header) text.Append("  ").AppendJoin("   ", widths.Select(width => new string('─', width))).Append('\n');
        }

        if (shown.Any(row => row.Diverged > 0)) text.Append('\n').Append(Footnote(shown));
        return text.ToString();
    }

    private static string Tasks(TaskPart part, int count) => part switch
    {
        TaskPart.Training => $"{Text.Of(count, "task")} of those that training draws",
        TaskPart.Validation => $"{Text.Of(count, "validation task")} that training has not seen",
        _ => $"{Text.Of(count, "task")} that training has not seen",
    };

    private static string[] Cells(ErrorStatistics row) =>
    [
        row.Steps == 0 ? "before" : Text.Count(row.Steps),
        Text.Number(row.Mean),
        Interval(row.HalfWidth, Text.Number),
        Text.Number(row.Median),
        Text.Percent(row.Diverged),
    ];

    private static string[] AccuracyCells(ErrorStatistics row) =>
    [
        row.Steps == 0 ? "before" : Text.Count(row.Steps),
        Text.Percent(row.Mean),
        Interval(row.HalfWidth, Text.Percent),
        Text.Percent(row.Median),
    ];

    /// <summary>One task tells nothing of how far others lie from it.</summary>
    private static string Interval(double halfWidth, Func<double, string> format) =>
        double.IsNaN(halfWidth) ? Text.None : $"± {format(halfWidth)}";

    private static string Footnote(ErrorStatistics[] rows)
    {
        var tasks = rows.Max(row => (int)Math.Round(row.Diverged * row.Tasks));
        return $"  Diverged: the error is not finite, or more than {ErrorStatistics.DivergenceFactor:0} times that before adaptation "
            + $"({Text.Of(tasks, "task")} at most).\n"
            + "  A mean leaves out errors that are not finite; where tasks diverged, compare medians.\n";
    }
}
