using System;

namespace MetaDsl;

/// <summary>
/// Takes examples from tables of numbers: files with commas or tabs, plain or gzipped, or folders of such. For classification, the column
/// <see cref="Label"/> tells the class of a row. For regression, the column <see cref="Target"/> is to be predicted from the others, and
/// the column <see cref="Group"/>, or the file, tells which task a row belongs to: tasks are split as classes are.
/// </summary>
/// <example><code>[RegressionTasks(Shots = 10, Queries = 20), Table("houses.csv", Group = "city", Target = "price"), Standardize]
/// [SplitByShares(train: 0.7, validation: 0.1, test: 0.2)]
/// public partial class Houses;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TableAttribute : Attribute
{
    /// <summary>One source for each part: set <see cref="Train"/> and <see cref="Test"/>.</summary>
    public TableAttribute()
    {
    }

    /// <summary>One source for all parts, with a split.</summary>
    /// <param name="path">The file or folder, in the data folder of the run.</param>
    public TableAttribute(string path) => Path = path;

    public string? Path { get; }

    /// <summary>What holds the classes to train on, where each part is published by itself; then no split is declared.</summary>
    public string? Train { get; set; }

    /// <summary>What holds the classes to choose settings by; there may be none.</summary>
    public string? Validation { get; set; }

    /// <summary>What holds the classes to test on.</summary>
    public string? Test { get; set; }

    /// <summary>The column that tells the class of a row, for classification.</summary>
    public string? Label { get; set; }

    /// <summary>The column that is to be predicted, for regression.</summary>
    public string? Target { get; set; }

    /// <summary>The column that tells the group of a row: for regression the task, for classification a set of classes.</summary>
    public string? Group { get; set; }

    /// <summary>The columns of inputs, in this order; all others than those above unless given.</summary>
    public string[]? Columns { get; set; }

    /// <summary>What separates cells; a tab in .tsv and .tab files and a comma in others unless given.</summary>
    public char Separator { get; set; }

    /// <summary>Whether the first row names the columns; otherwise they are called 1, 2, ...</summary>
    public bool HasHeader { get; set; } = true;
}
