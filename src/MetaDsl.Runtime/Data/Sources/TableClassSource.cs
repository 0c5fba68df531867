using System.Runtime.InteropServices;

namespace MetaDsl;

/// <summary>
/// Classes of vectors in a CSV or tab-separated file, plain or gzipped, or in a folder of such files: a column tells the class of a row,
/// and the other columns are its numbers. With a group column a class is one label within one group, called <c>group/label</c>.
/// </summary>
public sealed class TableClassSource(DataFile file) : ClassSource
{
    /// <inheritdoc/>
    public override string Name => file.Name;

    /// <summary>The column that tells the class of a row.</summary>
    public required string Label { get; init; }

    /// <inheritdoc cref="TableSource.Separator"/>
    public char? Separator { get; init; }

    /// <inheritdoc cref="TableSource.HasHeader"/>
    public bool HasHeader { get; init; } = true;

    /// <summary>The column that tells the group of a row; none unless given.</summary>
    public string? Group { get; init; }

    /// <inheritdoc cref="TableSource.Columns"/>
    public IReadOnlyList<string>? Columns { get; init; }

    private protected override IReadOnlyList<DataFile> Files => [file];

    private protected override string Key => Layout.Key;

    private TableLayout Layout => new(Separator, HasHeader, Label, Group, Columns);

    private protected override void Read(ExampleTarget target, Reading reading) => target.Take(Read(reading));

    private ClassSet Read(Reading reading)
    {
        if (Images != new ImageOptions())
            throw new DataException(Name, "", $"a table has no images for '{nameof(Images)}' to transform", "leave it out");
        var rows = TableRows.Read(file, Layout, reading);
        var keys = rows.Labels
            .Select((label, row) => (Group: Group is null ? "" : rows.GroupNames[rows.Groups[row]], Label: rows.LabelNames[label]))
            .ToArray();
        var classes = keys.Distinct()
            .OrderBy(key => key.Group, StringComparer.Ordinal)
            .ThenBy(key => key.Label, StringComparer.Ordinal)
            .ToArray();
        var numbers = classes.Select((key, number) => (key, number)).ToDictionary(pair => pair.key, pair => pair.number);
        var names = new ClassNames(
            [.. classes.Select(key => key.Group.Length > 0 ? $"{key.Group}/{key.Label}" : key.Label)],
            [.. classes.Select(key => key.Group)]);
        if (names.Names.Distinct().Count() < names.Names.Length)
            throw new DataException(Name, "", "a slash in a group and one in a label give two classes the same name", "rename one");
        var grouping = LabelGrouping.Of([.. keys.Select(key => numbers[key])], names);
        return grouping.ToSet(ExampleShape.Vector(rows.Columns.Length), CollectionsMarshal.AsSpan(rows.Values));
    }
}
