namespace MetaDsl;

/// <summary>
/// Few-shot tasks: a block each, and in it a column for each class, with its support examples above a line and its queries below.
/// </summary>
internal sealed class ClassesDrawing : TaskDrawing
{
    private const int MostShots = 10;
    private const int MostQueries = 5;
    private const double Gap = 6;
    private const double BlockGap = 28;
    private const double Gutter = 56;
    private const double HeadHeight = 24;
    private const double NameSize = 11;

    private readonly DrawnClasses[] tasks;
    private readonly ExampleDrawing example;
    private readonly int ways;
    private readonly int shots;
    private readonly int queries;
    private readonly int across;
    private readonly double namesHeight;

    public ClassesDrawing(DrawnClasses[] tasks)
    {
        this.tasks = tasks;
        example = new ExampleDrawing(tasks[0].Shape);
        ways = tasks.Max(task => WaysOf(task));
        (shots, queries) = (tasks.Max(task => Most(task.SupportLabels)), tasks.Max(task => Most(task.QueryLabels)));
        namesHeight = tasks.Any(task => task.Names.Count > 0) ? 36 : 20;
        across = Across(tasks.Length, (int)((MostWidth + BlockGap) / (BlockWidth + BlockGap)));
    }

    public override double Width => (across * (BlockWidth + BlockGap)) - BlockGap;

    public override double Height => (((tasks.Length + across - 1) / across) * (BlockHeight + BlockGap)) - BlockGap;

    public override string Note
    {
        get
        {
            var support = $"support above the line{Part(MostShots, shots)}";
            var query = queries == 0 ? "no queries" : $"queries below{Part(MostQueries, queries)}";
            var classes = (tasks.All(task => WaysOf(task) == ways) ? "" : "up to ") + Text.Of(ways, "class", "classes");
            return $"{classes} a task, {example.Note}; {support}, {query}";
        }
    }

    private double ColumnWidth => Math.Max(example.Width, 44) + Gap;

    private double BlockWidth => Gutter + (ways * ColumnWidth);

    private double SupportHeight => Math.Min(shots, MostShots) * (example.Height + Gap);

    private double BlockHeight =>
        HeadHeight + namesHeight + SupportHeight + Gap + (Math.Min(queries, MostQueries) * (example.Height + Gap));

    public override void Draw(Canvas canvas, double left, double top)
    {
        for (var task = 0; task < tasks.Length; task++)
        {
            var (column, row) = (task % across, task / across);
            DrawTask(canvas, task, left + (column * (BlockWidth + BlockGap)), top + (row * (BlockHeight + BlockGap)));
        }
    }

    private static string Part(int shown, int all) => all > shown ? $" ({shown} of {Text.Count(all)} of a class)" : "";

    private static int WaysOf(DrawnClasses task) => Math.Max(task.SupportLabels.Max(), task.QueryLabels.Append(0).Max()) + 1;

    /// <summary>The most examples of one class.</summary>
    private static int Most(int[] labels) => labels.Length == 0 ? 0 : labels.CountBy(label => label).Max(pair => pair.Value);

    private void DrawTask(Canvas canvas, int number, double left, double top)
    {
        var (task, scale) = (tasks[number], ExampleScale.Of(tasks[number]));
        canvas.Write(left, top + 13, $"Task {number + 1}", 13, isBold: true);
        var supportTop = top + HeadHeight + namesHeight;
        var line = supportTop + SupportHeight;
        canvas.Write(left, supportTop + Math.Min(14, example.Height), "support", NameSize, Canvas.Faint);
        if (queries > 0) canvas.Write(left, line + Gap + Math.Min(14, example.Height), "queries", NameSize, Canvas.Faint);
        canvas.Line(left, line, left + BlockWidth - Gap, line, Canvas.Frame);
        for (var label = 0; label < WaysOf(task); label++)
        {
            var x = left + Gutter + (label * ColumnWidth);
            DrawName(canvas, task, label, x + ((ColumnWidth - Gap) / 2), top + HeadHeight);
            x += (ColumnWidth - Gap - example.Width) / 2;
            DrawExamples(canvas, task.SupportX, task.SupportLabels, label, MostShots, x, supportTop, scale);
            DrawExamples(canvas, task.QueryX, task.QueryLabels, label, MostQueries, x, line + Gap, scale);
        }
    }

    private void DrawName(Canvas canvas, DrawnClasses task, int label, double middle, double top)
    {
        canvas.Write(middle, top + 11, Text.Plain(label), 13, anchor: TextAnchor.Middle, isBold: true);
        if (label >= task.Names.Count) return;
        var (name, room) = (task.Names[label], (int)((ColumnWidth - (2 * Gap)) / Canvas.WidthOf("m", NameSize)));

        // The middle is left out: what tells classes apart is most often at their names' ends.
        var shown = name.Length <= room ? name : $"{name[..((room - 1) / 2)]}…{name[^(room / 2)..]}";
        canvas.Write(middle, top + 26, shown, NameSize, Canvas.Faint, TextAnchor.Middle, hint: shown == name ? null : name);
    }

    private void DrawExamples(
        Canvas canvas, float[] examples, int[] labels, int label, int most, double left, double top, ExampleScale scale)
    {
        var (size, shown) = ((int)tasks[0].Shape.Elements, 0);
        for (var i = 0; i < labels.Length && shown < most; i++)
        {
            if (labels[i] != label) continue;
            example.Draw(canvas, examples.AsSpan(i * size, size), left, top + (shown++ * (example.Height + Gap)), scale);
        }
    }
}
