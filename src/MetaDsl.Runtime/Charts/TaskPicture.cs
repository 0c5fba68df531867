namespace MetaDsl;

/// <summary>
/// Draws tasks for people to look at: of a few-shot task the support examples of each class above its queries, of a function its true
/// values and its support points.
/// <code>TaskPicture.Of("Characters", TaskPart.Training, seed: 1, experiment.ShowTasks(TaskPart.Training, 4)).Save("tasks.svg");</code>
/// </summary>
public sealed class TaskPicture
{
    private const double Margin = 24;
    private const double TitleHeight = 26;
    private const double NoteHeight = 24;

    private readonly string title;
    private readonly TaskDrawing drawing;

    private TaskPicture(string title, TaskDrawing drawing) => (this.title, this.drawing) = (title, drawing);

    private double Width => Math.Max(drawing.Width, Math.Max(Canvas.WidthOf(title, 17), Canvas.WidthOf(drawing.Note, 12))) + (2 * Margin);

    private double Height => drawing.Height + TitleHeight + NoteHeight + (2 * Margin);

    /// <summary>The picture of some tasks of one experiment.</summary>
    /// <param name="experiment">What it is called.</param>
    /// <param name="part">What the tasks were drawn for.</param>
    /// <param name="seed">The seed that they were drawn from.</param>
    /// <param name="tasks">The tasks, all of one kind.</param>
    public static TaskPicture Of(string experiment, TaskPart part, long seed, IReadOnlyList<DrawnTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var (classes, functions) = (tasks.OfType<DrawnClasses>().ToArray(), tasks.OfType<DrawnFunction>().ToArray());
        if (tasks.Count == 0 || (classes.Length < tasks.Count && functions.Length < tasks.Count))
            throw new ArgumentException("There is no task to draw, or they are of several kinds; give some of one kind.", nameof(tasks));
        var title = $"{experiment}: {Text.Of(tasks.Count, $"{NameOf(part)} task")}, seed {Text.Plain(seed)}";
        return new TaskPicture(title, classes.Length > 0 ? new ClassesDrawing(classes) : new FunctionsDrawing(functions));
    }

    /// <summary>What the command line calls a part.</summary>
    public static string NameOf(TaskPart part) => part switch
    {
        TaskPart.Training => "training",
        TaskPart.Validation => "validation",
        _ => "test",
    };

    /// <summary>The picture as SVG text, with its images in it.</summary>
    public string ToSvg()
    {
        var canvas = new SvgCanvas(Width, Height, title);
        Draw(canvas);
        return canvas.Render();
    }

    /// <summary>The picture as a PNG, of two pixels for each of the SVG.</summary>
    /// <exception cref="NotSupportedException">It has more pixels than an array holds.</exception>
    public byte[] ToPng()
    {
        var canvas = new RasterCanvas(Width, Height);
        Draw(canvas);
        return PngEncoder.Encode(canvas.Render());
    }

    /// <summary>Writes the picture, as a PNG where the path ends in <c>.png</c> and else as SVG, and the folders that lead to it.</summary>
    public void Save(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null) Directory.CreateDirectory(folder);
        if (Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase)) File.WriteAllBytes(path, ToPng());
        else File.WriteAllText(path, ToSvg());
    }

    private void Draw(Canvas canvas)
    {
        canvas.Write(Margin, Margin + 16, title, 17, isBold: true);
        canvas.Write(Margin, Margin + TitleHeight + 11, drawing.Note, 12, Canvas.Faint);
        drawing.Draw(canvas, Margin, Margin + TitleHeight + NoteHeight);
    }
}

/// <summary>What is drawn of tasks of one kind.</summary>
internal abstract class TaskDrawing
{
    /// <summary>Wide enough for a screen; more tasks go below.</summary>
    protected const double MostWidth = 1160;

    public abstract double Width { get; }

    public abstract double Height { get; }

    /// <summary>What one sees, in a line.</summary>
    public abstract string Note { get; }

    public abstract void Draw(Canvas canvas, double left, double top);

    /// <summary>How many to put beside each other so that no row is much shorter than the others: four are two and two.</summary>
    protected static int Across(int count, int most)
    {
        var rows = (count + Math.Max(1, most) - 1) / Math.Max(1, most);
        return (count + rows - 1) / rows;
    }
}
