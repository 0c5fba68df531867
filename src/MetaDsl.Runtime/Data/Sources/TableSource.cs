using System.Runtime.InteropServices;

namespace MetaDsl;

/// <summary>
/// A table of numbers in a CSV or tab-separated file, plain or gzipped, whose group column says which task a row belongs to; or a folder of
/// such files, of which each is a task. Every cell must be there; numbers have a decimal point, whatever the culture. What is read is not
/// cached.
/// </summary>
public sealed class TableSource(DataFile file)
{
    /// <summary>What was named, for messages.</summary>
    public string Name => file.Name;

    /// <summary>What separates cells; a tab in .tsv and .tab files and a comma in others unless given.</summary>
    public char? Separator { get; init; }

    /// <summary>Whether the first row names the columns; otherwise they are called 1, 2, ...</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The column that says to which task a row belongs; the file's name does unless given.</summary>
    public string? Group { get; init; }

    /// <summary>
    /// A column of text, or of numbers that mean nothing but themselves, which says what is to be predicted; none unless given.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>The columns of numbers, in this order; all others than those above unless given.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">The data cannot be used; the message names file, place, reason and way out.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public DataTable Load(IProgress<DataProgress>? progress = null, CancellationToken cancellation = default)
    {
        var rows = TableRows.Read(file, new TableLayout(Separator, HasHeader, Label, Group, Columns), new Reading(progress, cancellation));
        return DataTable.Grouped(
            rows.Columns,
            CollectionsMarshal.AsSpan(rows.Values),
            [.. rows.GroupNames],
            [.. rows.Groups],
            [.. rows.LabelNames],
            [.. rows.Labels]);
    }
}
