namespace MetaDsl;

/// <summary>
/// Shows how long work goes on: on a terminal as one line that is written over again and again, elsewhere as a line each time.
/// </summary>
internal sealed class ProgressLine(AppConsole console)
    : IProgress<TrainingProgress>, IProgress<EvaluationProgress>, IProgress<DataProgress>
{
    private const int BarWidth = 20;

    private int lengthShown;
    private bool isReading;

    /// <summary>Called by the thread that works, so that lines come in order.</summary>
    public void Report(TrainingProgress value)
    {
        var share = value.Iterations > 0 ? (double)value.Iteration / value.Iterations : 1;
        var elapsed = Text.Duration(TimeSpan.FromSeconds(value.Seconds));
        var time = value switch
        {
            _ when value.Iteration >= value.Iterations => $"took {elapsed}",
            { Remaining: { } remaining } => $"{Text.Duration(remaining)} left",
            _ => $"{elapsed} so far",
        };
        var loss = double.IsNaN(value.Loss) ? Text.None : Text.Number(value.Loss);
        Show($"{Bar(share)} {Text.Count(value.Iteration)} of {Text.Count(value.Iterations)}   loss {loss}   "
            + $"{Text.Speed(value.IterationsPerSecond)} iterations/s   {time}");
    }

    public void Report(EvaluationProgress value)
    {
        // An evaluation is short: in a file its lines would only be in the way.
        if (!console.IsInteractive) return;

        var share = value.Tasks > 0 ? (double)value.Task / value.Tasks : 1;
        Show($"{Bar(share)} {Text.Count(value.Task)} of {Text.Of(value.Tasks, "task")}");
    }

    /// <summary>How far data have been read, which leaves no trace when they are.</summary>
    public void Report(DataProgress value)
    {
        // In a file its lines, ten a second, would only be in the way.
        if (!console.IsInteractive) return;

        var source = string.Join(", ", value.Source.Split(", ").Select(path => Path.GetFileName(Path.TrimEndingDirectorySeparator(path))));
        Show($"reading {source}: {Text.Count(value.Done)} of {Text.Count(value.Total)}");
        isReading = true;
        if (value.Done >= value.Total) Clear();
    }

    /// <summary>Leaves the line as it stands and goes below it.</summary>
    public void End()
    {
        if (isReading) Clear();
        if (lengthShown > 0) console.Out.WriteLine();
        lengthShown = 0;
    }

    /// <summary>Takes the line away, for what shows its own result.</summary>
    public void Clear()
    {
        if (lengthShown > 0) console.Out.Write($"\r{new string(' ', lengthShown)}\r");
        (lengthShown, isReading) = (0, false);
    }

    private static string Bar(double share)
    {
        var filled = (int)(BarWidth * Math.Clamp(share, 0, 1));
        return $"[{new string('█', filled)}{new string('·', BarWidth - filled)}]";
    }

    private void Show(string text)
    {
        isReading = false;
        if (!console.IsInteractive)
        {
            console.Out.WriteLine(text);
            return;
        }

        // A line as wide as the terminal wraps, and could not be written over.
        var width = Math.Max(20, console.Width - 1);
        if (text.Length > width) text = text[..width];
        console.Out.Write($"\r{text.PadRight(lengthShown)}");
        console.Out.Flush();
        lengthShown = text.Length;
    }
}
