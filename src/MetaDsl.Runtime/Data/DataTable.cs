namespace MetaDsl;

/// <summary>
/// A table of numbers in memory, whose rows make tasks: those of a task follow one another. Without a group column all rows are one task.
/// <code>var table = new TableSource("houses.csv") { Group = "city" }.Load();</code>
/// </summary>
public sealed class DataTable
{
    private readonly float[] values;
    private readonly int[] starts;
    private readonly int[] labels;

    internal DataTable(string[] columns, float[] values, string[] tasks, int[] starts, string[] labelNames, int[] labels) =>
        (Columns, this.values, Tasks, this.starts, LabelNames, this.labels) = (columns, values, tasks, starts, labelNames, labels);

    /// <summary>The names of the columns of numbers.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>All numbers, [row, column].</summary>
    public ReadOnlyMemory<float> Values => values;

    /// <summary>How many rows there are.</summary>
    public int RowCount => starts[^1];

    /// <summary>The name of each task: what the group column says, or the file that its rows are from.</summary>
    public IReadOnlyList<string> Tasks { get; }

    /// <summary>The first row of each task, and behind the last task the number of all rows.</summary>
    public ReadOnlySpan<int> Starts => starts;

    /// <summary>What the label column says, each once; empty without one.</summary>
    public IReadOnlyList<string> LabelNames { get; }

    /// <summary>The label of each row, as its place in <see cref="LabelNames"/>; empty without a label column.</summary>
    public ReadOnlySpan<int> Labels => labels;

    /// <summary>The numbers of a row.</summary>
    public ReadOnlySpan<float> Row(int row) => values.AsSpan(row * Columns.Count, Columns.Count);

    /// <summary>The place of a column.</summary>
    public int ColumnOf(string name)
    {
        for (var column = 0; column < Columns.Count; column++)
        {
            if (Columns[column] == name) return column;
        }

        throw new ArgumentException($"There is no column '{name}'; there are {Text.List(Columns)}.", nameof(name));
    }

    /// <summary>A copy of a column.</summary>
    public float[] Column(string name)
    {
        var column = ColumnOf(name);
        var numbers = new float[RowCount];
        for (var row = 0; row < numbers.Length; row++) numbers[row] = values[(row * Columns.Count) + column];
        return numbers;
    }

    /// <summary>
    /// The tasks as the classes of a set, and rows as their examples: so tasks are split and drawn as classes are, and a regression task is
    /// one class with its shots and queries.
    /// </summary>
    public ClassSet ToClassSet() => OfTasks(values);

    /// <summary>The same with a column behind all others: what is to be predicted from them.</summary>
    /// <exception cref="DataException">There is no such column, or no other.</exception>
    public ClassSet ToTasks(string target)
    {
        var (column, width) = (Columns.ToList().IndexOf(target), Columns.Count);
        if (column < 0) throw new DataException($"There is no column of numbers '{target}'; there are {Text.List(Columns)}.");
        if (width == 1) throw new DataException($"The table has no column but '{target}' to predict it from; name more.");
        var ordered = new float[values.Length];
        for (var row = 0; row < RowCount; row++)
        {
            var from = Row(row);
            var to = ordered.AsSpan(row * width, width);
            from[..column].CopyTo(to);
            from[(column + 1)..].CopyTo(to[column..]);
            to[^1] = from[column];
        }

        return OfTasks(ordered);
    }

    /// <summary>A table from memory.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="values">All numbers, [row, column].</param>
    /// <param name="tasks">The task of each row; one task unless given.</param>
    public static DataTable Of(IReadOnlyList<string> columns, ReadOnlySpan<float> values, IReadOnlyList<string>? tasks = null)
    {
        if (columns.Count == 0 || values.Length == 0 || values.Length % columns.Count != 0)
        {
            throw new ArgumentException(
                $"{Text.Count(values.Length)} numbers do not fill rows of {Text.Of(columns.Count, "column")}.", nameof(values));
        }
        if (columns.Distinct().Count() != columns.Count)
            throw new ArgumentException("Two columns have the same name; name each differently.", nameof(columns));
        var rows = values.Length / columns.Count;
        if (tasks is not null && tasks.Count != rows)
        {
            throw new ArgumentException(
                $"There are {Text.Count(tasks.Count)} tasks for {Text.Of(rows, "row")}; give one each.", nameof(tasks));
        }
        string[] names = tasks is null ? [""] : [.. tasks.Distinct()];
        var numbers = names.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number);
        int[] taskOf = tasks is null ? new int[rows] : [.. tasks.Select(task => numbers[task])];
        return Grouped([.. columns], values, names, taskOf, [], []);
    }

    private ClassSet OfTasks(float[] rows)
    {
        int[] counts = [.. Enumerable.Range(0, Tasks.Count).Select(task => starts[task + 1] - starts[task])];
        return ClassSet.Of(ExampleShape.Vector(Columns.Count), rows, counts, Tasks);
    }

    /// <summary>Brings the rows of a task together.</summary>
    internal static DataTable Grouped(
        string[] columns, ReadOnlySpan<float> values, string[] tasks, int[] taskOf, string[] labelNames, int[] labels)
    {
        var starts = new int[tasks.Length + 1];
        foreach (var task in taskOf) starts[task + 1]++;
        for (var task = 0; task < tasks.Length; task++) starts[task + 1] += starts[task];
        int[] next = [.. starts];
        var (grouped, groupedLabels) = (new float[values.Length], new int[labels.Length]);
        for (var row = 0; row < taskOf.Length; row++)
        {
            var to = next[taskOf[row]]++;
            values.Slice(row * columns.Length, columns.Length).CopyTo(grouped.AsSpan(to * columns.Length));
            if (labels.Length > 0) groupedLabels[to] = labels[row];
        }

        return new DataTable(columns, grouped, tasks, starts, labelNames, groupedLabels);
    }
}
