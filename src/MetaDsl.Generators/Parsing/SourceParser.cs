using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads a source of data: <c>[Omniglot]</c>, <c>[ImageFolder]</c>, <c>[Idx]</c>, <c>[Numpy]</c> or <c>[Table]</c>.</summary>
internal static class SourceParser
{
    public const string Table = "Table";
    private const string Omniglot = "Omniglot";
    private const string ImageFolder = "ImageFolder";
    private const string Idx = "Idx";
    private const string Numpy = "Numpy";

    public static bool IsSource(string word) => word is Omniglot or ImageFolder or Idx or Numpy or Table;

    /// <summary>The words that name a source, in the order in which they are written.</summary>
    public static Word[] Find(INamedTypeSymbol type, Report report) =>
        [.. Words.On(type).Where(word => IsSource(word.Name)).Select(word => new Word(word.Name, word.Data, type.Name, report))];

    /// <summary>Null after an error.</summary>
    public static SourceSpec? Parse(Word word, bool isRegression, Report report) => word.Name switch
    {
        Omniglot => PathParser.One(word, "path", report) is { } path ? new OmniglotSourceSpec(path) : null,
        ImageFolder => PathParser.OneOrParts(word, report) is { } paths ? new ImageFolderSourceSpec(paths) : null,
        Idx => ParseIdx(word, report),
        Numpy => ParseNumpy(word, report),
        _ => ParseTable(word, isRegression, report),
    };

    private static IdxSourceSpec? ParseIdx(Word word, Report report)
    {
        if (!word.Says("labels")) return PathParser.One(word, "folder", report) is { } folder ? new(folder, "") : null;
        var (examples, labels) = (PathParser.One(word, "examples", report), PathParser.Optional(word, "labels", report));
        return examples is null || labels.Length == 0 ? null : new(examples, labels);
    }

    private static NumpySourceSpec? ParseNumpy(Word word, Report report)
    {
        var labels = PathParser.Optional(word, "labels", report);
        if (PathParser.OneOrParts(word, report) is not { } paths || report.Failed) return null;
        var (examplesArray, labelsArray) = (word.Text("ExamplesArray") ?? "", word.Text("LabelsArray") ?? "");
        var single = new[] { paths.Whole, paths.Train, paths.Validation, paths.Test }.FirstOrDefault(IsSingle);
        foreach (var (argument, array) in new[] { ("ExamplesArray", examplesArray), ("LabelsArray", labelsArray) })
        {
            if (array.Length == 0 || single is null) continue;
            report.Add(DataRules.NoArchive, word.At(argument), argument, word.Owner, single);
            return null;
        }

        return word.Choice("Channels", ChannelAxisKind.Guess) is { } axis ? new(paths, labels, examplesArray, labelsArray, axis) : null;

        static bool IsSingle(string path) => path.EndsWith(".npy", System.StringComparison.OrdinalIgnoreCase);
    }

    private static TableSourceSpec? ParseTable(Word word, bool isRegression, Report report)
    {
        if (PathParser.OneOrParts(word, report) is not { } paths) return null;
        var (label, target, group) = (word.Text("Label") ?? "", word.Text("Target") ?? "", word.Text("Group") ?? "");
        if (!CheckRoles(word, isRegression, report)) return null;
        if (word.Texts("Columns") is not { } columns || word.Optional("HasHeader", true) is not { } hasHeader) return null;
        var roles = new List<(string Column, string Role)> { (label, "Label"), (target, "Target"), (group, "Group") };
        roles.AddRange(columns.Select(column => (column, "Columns")));
        var seen = new Dictionary<string, string>();
        foreach (var (column, role) in roles.Where(role => role.Column.Length > 0))
        {
            if (!seen.ContainsKey(column))
            {
                seen.Add(column, role);
                continue;
            }

            report.Add(DataRules.ColumnTwice, word.At(role), column, word.Owner, seen[column], role);
            return null;
        }

        if (word.Optional("Separator", '\0') is not { } separator) return null;
        if (separator is '"' or '\n' or '\r' or '.' or '-' or '+' || char.IsLetterOrDigit(separator))
        {
            var shown = Printing.CSharpLiteral.Of(separator.ToString()).Trim('"');
            report.Add(DataRules.ImpossibleSeparator, word.At("Separator"), word.Owner, shown);
            return null;
        }

        return new(paths, label, target, group, new(columns), separator == '\0' ? "" : separator.ToString(), hasHeader);
    }

    private static bool CheckRoles(Word word, bool isRegression, Report report)
    {
        var (needed, other) = isRegression ? ("Target", "Label") : ("Label", "Target");
        if (word.Says(other))
        {
            report.Add(
                DataRules.ColumnOfOtherTasks,
                word.At(other),
                other,
                word.Owner,
                isRegression ? "classification" : "regression",
                isRegression ? TaskParser.Head : FewShotParser.Head,
                isRegression ? "regression" : "classification",
                needed);
            return false;
        }

        if (!string.IsNullOrEmpty(word.Text(needed))) return true;
        var what = isRegression ? "is to be predicted" : "tells the class of a row";
        if (word.IsBeingTyped) report.Fail();
        else report.Add(DataRules.NoColumn, word.At(needed), word.Owner, what, needed);
        return false;
    }
}
