using System.Globalization;
using System.Text;

namespace MetaDsl;

/// <summary>How a table is written, and what its columns are for.</summary>
internal sealed record TableLayout(char? Separator, bool HasHeader, string? Label, string? Group, IReadOnlyList<string>? Columns)
{
    public string Key => $"{(int?)Separator} {HasHeader} {Label} | {Group} | {(Columns is null ? "all" : string.Join(" | ", Columns))}";
}

/// <summary>Which columns of a table hold the label, the group and the numbers, and what rows say there.</summary>
internal sealed class TableColumns
{
    private readonly CsvReader reader;
    private readonly string[] names;
    private readonly int label;
    private readonly int group;
    private readonly int[] numbers;

    /// <summary>Finds the columns by the names in the row that was read; without a header, they are called 1, 2, ...</summary>
    public TableColumns(string file, CsvReader reader, TableLayout layout)
    {
        this.reader = reader;
        names = [.. Enumerable.Range(0, reader.CellCount).Select(column => layout.HasHeader ? NameOf(column) : Text.Plain(column + 1))];
        var twice = names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw reader.Wrong(
                Array.LastIndexOf(names, twice.Key),
                $"a second column is called '{twice.Key}'",
                "name each column differently, or declare that there is no header");
        }

        label = Find(file, layout.Label);
        group = Find(file, layout.Group);
        numbers = layout.Columns is null
            ? [.. Enumerable.Range(0, names.Length).Where(column => column != label && column != group)]
            : [.. layout.Columns.Select(name => Find(file, name))];
        if (numbers.Length == 0) throw new DataException(file, "", "it has no column of numbers", "name a table that has some");
    }

    public IEnumerable<string> NumberNames => numbers.Select(column => names[column]);

    public bool HasLabel => label >= 0;

    public bool HasGroup => group >= 0;

    /// <summary>The label of the row that was read; empty without a label column.</summary>
    public string Label => label < 0 ? "" : TextOf(label);

    public string Group => group < 0 ? "" : TextOf(group);

    /// <summary>Checks the row that was read and appends its numbers.</summary>
    public void AppendNumbers(List<float> values)
    {
        if (reader.CellCount != names.Length)
        {
            throw reader.Wrong(
                Math.Min(reader.CellCount, names.Length) - (reader.CellCount < names.Length ? 1 : 0),
                $"the row has {Text.Of(reader.CellCount, "cell")}, but the first one has {Text.Count(names.Length)}",
                "complete the row, or quote cells that hold the separator");
        }

        foreach (var column in numbers) values.Add(NumberOf(column));
    }

    private float NumberOf(int column)
    {
        var cell = reader.Cell(column);
        if (cell.Trim((byte)' ').IsEmpty)
            throw reader.Wrong(column, $"the cell of '{names[column]}' is missing", "fill it in, or leave the row out");
        if (float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number)) return number;
        throw reader.Wrong(
            column,
            $"the cell of '{names[column]}' is '{Shown(cell)}', which is no number with a decimal point",
            "correct it, or name the columns of numbers with 'Columns'");
    }

    private string TextOf(int column)
    {
        var text = Strict(column);
        return text.Length > 0
            ? text
            : throw reader.Wrong(column, $"the cell of '{names[column]}' is missing", "fill it in, or leave the row out");
    }

    private string NameOf(int column)
    {
        var name = Strict(column);
        return name.Length > 0 ? name : throw reader.Wrong(column, "a column has no name", "name it, or declare that there is no header");
    }

    private string Strict(int column)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(reader.Cell(column)).Trim();
        }
        catch (DecoderFallbackException)
        {
            throw reader.Wrong(column, "the cell is not UTF-8 text", "save the table as UTF-8");
        }
    }

    private static string Shown(ReadOnlySpan<byte> cell)
    {
        var text = Encoding.UTF8.GetString(cell[..Math.Min(cell.Length, 40)]);
        return cell.Length > 40 ? text + "…" : text;
    }

    private int Find(string file, string? name)
    {
        if (name is null) return -1;
        var column = Array.IndexOf(names, name);
        return column >= 0
            ? column
            : throw new DataException(file, "line 1", $"there is no column '{name}'", $"name one of {Text.List(names)}");
    }
}
