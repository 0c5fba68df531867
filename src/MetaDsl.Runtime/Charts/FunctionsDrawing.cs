namespace MetaDsl;

/// <summary>Functions: a panel each, or, of more than two inputs, one for each of the first inputs.</summary>
internal sealed class FunctionsDrawing : TaskDrawing
{
    private const int MostAcross = 3;
    private const int MostInputs = 3;
    private const double Gap = 24;
    private const double LegendHeight = 26;
    private const string Support = "#d55e00";
    private const string Query = "#2f8fd8";

    /// <summary>From low to high, told apart by lightness too.</summary>
    private static readonly (int Red, int Green, int Blue)[] Colors =
    [
        (68, 1, 84), (59, 82, 139), (33, 145, 140), (94, 201, 98), (253, 231, 37),
    ];

    private readonly DrawnFunction[] tasks;
    private readonly int inputs;
    private readonly int panelsPerTask;
    private readonly int across;

    public FunctionsDrawing(DrawnFunction[] tasks)
    {
        (this.tasks, inputs) = (tasks, tasks[0].Inputs.Count);
        panelsPerTask = inputs <= 2 ? 1 : Math.Min(inputs, MostInputs);
        across = panelsPerTask > 1 ? panelsPerTask : Across(tasks.Length, MostAcross);
    }

    public override double Width => (across * (CanvasPanel.Width + Gap)) - Gap;

    public override double Height => LegendHeight + (((Panels + across - 1) / across) * (CanvasPanel.Height + Gap)) - Gap;

    public override string Note
    {
        get
        {
            var (shots, queries) = (tasks[0].SupportY.Length, tasks[0].QueryY.Length);
            var shown = inputs > MostInputs ? $"; the first {MostInputs} of {inputs} inputs are shown" : "";
            return $"{tasks[0].Target} of {Text.List([.. tasks[0].Inputs])}; {Text.Of(shots, "support point")} and "
                + $"{Text.Of(queries, "query", "queries")} a task{shown}";
        }
    }

    private int Panels => tasks.Length * panelsPerTask;

    public override void Draw(Canvas canvas, double left, double top)
    {
        DrawLegend(canvas, left, top);
        for (var panel = 0; panel < Panels; panel++)
        {
            var (task, input) = (panel / panelsPerTask, panel % panelsPerTask);
            var x = left + (panel % across * (CanvasPanel.Width + Gap));
            var y = top + LegendHeight + (panel / across * (CanvasPanel.Height + Gap));
            if (inputs == 2) DrawSurface(canvas, task, x, y);
            else DrawInput(canvas, task, input, x, y);
        }
    }

    private static float[] ColumnOf(float[] numbers, int column, int columns)
    {
        var picked = new float[numbers.Length / columns];
        for (var i = 0; i < picked.Length; i++) picked[i] = numbers[(i * columns) + column];
        return picked;
    }

    private static string ColorOf(double share)
    {
        var at = Math.Clamp(share, 0, 1) * (Colors.Length - 1);
        var (low, rest) = (Math.Min((int)at, Colors.Length - 2), at - Math.Min((int)at, Colors.Length - 2));
        int Mix(int from, int to) => (int)Math.Round(from + (rest * (to - from)));
        var ((r, g, b), (red, green, blue)) = (Colors[low], Colors[low + 1]);
        return $"#{Mix(r, red):x2}{Mix(g, green):x2}{Mix(b, blue):x2}";
    }

    private void DrawLegend(Canvas canvas, double left, double top)
    {
        var x = left;
        if (inputs == 1) canvas.Line(x, top + 6, x + 26, top + 6, Query, 2);
        else canvas.Dot(x + 13, top + 6, 3.4, inputs == 2 ? ColorOf(0.5) : Query, Canvas.Paper, 0.8);
        var words = inputs == 1 ? "true function" : inputs == 2 ? $"queries, their {tasks[0].Target} as colour" : "queries";
        canvas.Write(x + 34, top + 10, words, 12, Canvas.Faint);
        x += 34 + Canvas.WidthOf(words, 12) + 24;
        canvas.Dot(x + 13, top + 6, 4.4, inputs == 2 ? ColorOf(0.5) : Support, inputs == 2 ? Support : Canvas.Paper, inputs == 2 ? 2 : 1.2);
        canvas.Write(x + 34, top + 10, "support points", 12, Canvas.Faint);
    }

    private void DrawInput(Canvas canvas, int number, int input, double left, double top)
    {
        var task = tasks[number];
        var (supportX, queryX) = (ColumnOf(task.SupportX, input, inputs), ColumnOf(task.QueryX, input, inputs));
        var title = inputs == 1 ? $"Task {number + 1}" : $"Task {number + 1}: {task.Target} against {task.Inputs[input]}";
        var panel = CanvasPanel.Draw(
            canvas, (left, top), title, (task.Inputs[input], task.Target), [supportX, queryX], [task.SupportY, task.QueryY]);
        if (inputs == 1) DrawCurve(canvas, panel, queryX, task.QueryY);
        else DrawDots(canvas, panel, queryX, task.QueryY, 3.4, Query);
        DrawDots(canvas, panel, supportX, task.SupportY, 4.4, Support);
    }

    /// <summary>The curve breaks where a number is not finite.</summary>
    private static void DrawCurve(Canvas canvas, CanvasPanel panel, float[] x, float[] y)
    {
        var points = new List<(double X, double Y)>();
        foreach (var (at, value) in x.Zip(y).OrderBy(pair => pair.First))
        {
            if (float.IsFinite(at) && float.IsFinite(value))
            {
                points.Add(panel.Place(at, value));
                continue;
            }

            if (points.Count > 1) canvas.Line(points, Query, 2);
            points = [];
        }

        if (points.Count > 1) canvas.Line(points, Query, 2);
        else if (points.Count == 1) canvas.Dot(points[0].X, points[0].Y, 3.4, Query, Canvas.Paper, 0.8);
    }

    private static void DrawDots(Canvas canvas, CanvasPanel panel, float[] x, float[] y, double radius, string color)
    {
        foreach (var (at, value) in x.Zip(y))
        {
            if (!float.IsFinite(at) || !float.IsFinite(value)) continue;
            var (column, row) = panel.Place(at, value);
            canvas.Dot(column, row, radius, color, Canvas.Paper, 1);
        }
    }

    private void DrawSurface(Canvas canvas, int number, double left, double top)
    {
        var task = tasks[number];
        float[][] xs = [ColumnOf(task.SupportX, 0, 2), ColumnOf(task.QueryX, 0, 2)];
        float[][] ys = [ColumnOf(task.SupportX, 1, 2), ColumnOf(task.QueryX, 1, 2)];
        var range = ChartRange.Of([task.SupportY, task.QueryY]);
        var title = range.IsEmpty
            ? $"Task {number + 1}"
            : string.Create(Text.Invariant, $"Task {number + 1}: {task.Target} from {range.Minimum:0.##} to {range.Maximum:0.##}");
        var panel = CanvasPanel.Draw(canvas, (left, top), title, (task.Inputs[0], task.Inputs[1]), xs, ys);
        DrawColored(1, task.QueryY, 3.4, Canvas.Paper, 0.8);
        DrawColored(0, task.SupportY, 4.4, Support, 2);

        void DrawColored(int which, float[] values, double radius, string rim, double rimWidth)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (!float.IsFinite(values[i]) || !float.IsFinite(xs[which][i]) || !float.IsFinite(ys[which][i])) continue;
                var (column, row) = panel.Place(xs[which][i], ys[which][i]);
                var share = range.Maximum > range.Minimum ? (values[i] - range.Minimum) / (range.Maximum - range.Minimum) : 0.5;
                canvas.Dot(column, row, radius, ColorOf(share), rim, rimWidth);
            }
        }
    }
}
