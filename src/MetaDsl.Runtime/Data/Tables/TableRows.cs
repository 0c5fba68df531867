namespace MetaDsl;

/// <summary>Tables read from one file, or from every table in a folder, which must have the same columns.</summary>
internal sealed class TableRows
{
    private const int RowsPerStep = 1024;

    private static readonly string[] Extensions = [".csv", ".tsv", ".tab"];

    private readonly Dictionary<string, int> labelNumbers = [];
    private readonly Dictionary<string, int> groupNumbers = [];

    public string[] Columns { get; private set; } = [];

    public List<float> Values { get; } = [];

    /// <summary>The label of each row, as its number in the order of first appearance.</summary>
    public List<int> Labels { get; } = [];

    public List<string> LabelNames { get; } = [];

    /// <summary>The group of each row: what its column says, or the file that the row is from.</summary>
    public List<int> Groups { get; } = [];

    public List<string> GroupNames { get; } = [];

    public static TableRows Read(DataFile file, TableLayout layout, Reading reading)
    {
        var rows = new TableRows();
        if (!file.IsFolder)
        {
            rows.Add(file, layout, "", reading, reading.Progress);
            return rows;
        }

        using var tree = FileTree.Open(file);
        var tables = tree.Files.Where(path => Extensions.Contains(ExtensionOf(path))).ToArray();
        if (tables.Length == 0)
        {
            throw new DataException(
                file.Name, "", "there is no .csv, .tsv or .tab file in it, plain or as .gz", "name the folder of the tables");
        }

        if (tables.CountBy(Plain).FirstOrDefault(table => table.Value > 1).Key is { } twice)
            throw new DataException(file.Name, "", $"'{twice}' is in it plain and as .gz", "remove one of the two");
        var counter = new ProgressCounter(reading.Progress, file.Name, tables.Length);
        foreach (var path in tables)
        {
            rows.Add(Path.Combine(file.Path!, path), layout, Path.ChangeExtension(Plain(path), null), reading, null);
            counter.Add(1);
        }

        return rows;
    }

    private void Add(DataFile file, TableLayout layout, string groupOfFile, Reading reading, IProgress<DataProgress>? progress)
    {
        using var input = ByteInput.Open(file);
        var csv = new CsvReader(input, layout.Separator ?? SeparatorOf(file.Name));
        if (!csv.ReadRow()) throw new DataException(file.Name, "", "it is empty", "name a table that has rows");
        var columns = new TableColumns(file.Name, csv, layout);
        string[] names = [.. columns.NumberNames];
        if (Columns.Length > 0 && !names.SequenceEqual(Columns))
        {
            throw new DataException(
                file.Name,
                "line 1",
                $"its columns are {Text.List(names)}, and those of other tables {Text.List(Columns)}",
                "give all tables the same columns");
        }
        Columns = names;
        if (layout.HasHeader && !csv.ReadRow())
            throw new DataException(file.Name, "line 2", "there is no row below the header", "name a table that has rows");
        var (counter, counted) = (new ProgressCounter(progress, file.Name, input.Most), 0L);
        do
        {
            if (Groups.Count % RowsPerStep == 0)
            {
                reading.Cancellation.ThrowIfCancellationRequested();
                counter.Add(input.Position - counted);
                counted = input.Position;
            }

            if (Values.Count > Array.MaxLength - names.Length)
                throw csv.Wrong(0, "the table has more numbers than an array holds", "name fewer columns or rows");
            columns.AppendNumbers(Values);
            if (columns.HasLabel) Labels.Add(Number(columns.Label, labelNumbers, LabelNames));
            Groups.Add(Number(columns.HasGroup ? columns.Group : groupOfFile, groupNumbers, GroupNames));
        }
        while (csv.ReadRow());
        counter.Finish();
    }

    private static char SeparatorOf(string name) => ExtensionOf(name) is ".tsv" or ".tab" ? '\t' : ',';

    private static string ExtensionOf(string name) => Path.GetExtension(Plain(name)).ToLowerInvariant();

    private static string Plain(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;

    private static int Number(string text, Dictionary<string, int> numbers, List<string> names)
    {
        if (numbers.TryGetValue(text, out var number)) return number;
        numbers.Add(text, names.Count);
        names.Add(text);
        return names.Count - 1;
    }
}
