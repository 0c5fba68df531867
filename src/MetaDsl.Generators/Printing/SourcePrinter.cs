using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints how declared data are read and split.</summary>
/// <param name="data">The data.</param>
/// <param name="owner">The class of tasks, whose own method may give them.</param>
/// <param name="loading">The call that loads a source.</param>
internal sealed class SourcePrinter(DataSpec data, string owner, string loading)
{
    /// <summary>The statements that read and split; the last of them returns the split.</summary>
    public string Statements
    {
        get
        {
            var turned = data.HasRotations ? ".WithRotations()" : "";
            var paths = data.Source.Paths;
            if (paths.IsWhole)
            {
                var classes = data.Source is MethodSourceSpec { TakesOptions: var takesOptions }
                    ? Given($"{owner}.{MethodSourceSpec.Name}", takesOptions ? "Data" : "")
                    : Source($"Data.File({CSharpLiteral.Of(paths.Whole)})") + loading + Tasks;
                return $"var classes = {classes};\n{Remark}return {Split}{turned};";
            }

            (string Name, string Path)[] parts = [("train", paths.Train), ("validation", paths.Validation), ("test", paths.Test)];
            var read = parts.Where(part => part.Path.Length > 0).Select(part => $"{part.Name}: Read({CSharpLiteral.Of(part.Path)})");
            return $"""
                return ClassSplit.OfSets({string.Join(", ", read)}{(data.Source is NumpySourceSpec ? ", areNumbered: true" : "")}){turned};

                ClassSet Read(string path) => {Source("Data.File(path)")}{loading}{Tasks};
                """;
        }
    }

    private static string Given(string method, string arguments) =>
        $"{method}({arguments})\n    ?? throw new InvalidOperationException(\"'{method}' gives no classes; return a set.\")";

    // A regression's tasks are the groups of a table, and its target is the last column.
    private string Tasks =>
        data.Source is TableSourceSpec { Target.Length: > 0 } table ? $".ToTasks({CSharpLiteral.Of(table.Target)})" : "";

    private string Remark => data.Split is null ? "// No split is declared: the published one.\n" : "";

    private string Split => data.Split switch
    {
        CountSplitSpec { Seed: { } seed } counts =>
            $"ClassSplit.ByCounts(classes, {counts.Train}, {counts.Validation}, {counts.Test}, "
            + $"RandomStream.From({CSharpLiteral.Of(seed)}))",
        CountSplitSpec counts => $"ClassSplit.ByCounts(classes, {counts.Train}, {counts.Validation}, {counts.Test})",
        ShareSplitSpec shares =>
            $"ClassSplit.ByRatio(classes, {CSharpLiteral.Of(shares.Train)}, {CSharpLiteral.Of(shares.Validation)}, "
            + $"{CSharpLiteral.Of(shares.Test)}, RandomStream.From({CSharpLiteral.Of(shares.Seed)}))",
        GroupSplitSpec groups => $"ClassSplit.ByGroups(classes, {Texts(groups.Train)}, {Texts(groups.Validation)}, {Texts(groups.Test)})",
        ListSplitSpec lists =>
            $"ClassSplit.ByLists(classes, {ListFile(lists.Train)}, {ListFile(lists.Validation)}, {ListFile(lists.Test)})",
        _ => "ClassSplit.ByGroups(classes, OmniglotSource.BackgroundAlphabets, test: OmniglotSource.EvaluationAlphabets)",
    };

    private string Source(string file) => data.Source switch
    {
        OmniglotSourceSpec => Made("OmniglotSource", file, []),
        IdxSourceSpec { Labels.Length: > 0 } idx => Made("IdxSource", $"{file}, Data.File({CSharpLiteral.Of(idx.Labels)})", []),
        IdxSourceSpec => Made("IdxSource", file, []),
        NumpySourceSpec numpy => Made(
            "NumpySource",
            numpy.Labels.Length > 0 ? $"{file}, Data.File({CSharpLiteral.Of(numpy.Labels)})" : file,
            [
                ("ExamplesArray", Text(numpy.ExamplesArray)),
                ("LabelsArray", Text(numpy.LabelsArray)),
                ("Layout", numpy.Channel == ChannelAxisKind.Guess ? "" : $"ArrayLayout.Channels{numpy.Channel}"),
            ]),
        TableSourceSpec table => Made(table.Target.Length > 0 ? "TableSource" : "TableClassSource", file, Options(table)),
        _ => Made("ImageFolderSource", file, []),
    };

    private static (string Name, string Value)[] Options(TableSourceSpec table) =>
    [
        ("Label", Text(table.Label)),
        ("Group", Text(table.Group)),
        // The target is a column of numbers, too.
        ("Columns", table.Columns.Count > 0 ? Texts(table.Target.Length > 0 ? table.Columns.Append(table.Target) : table.Columns) : ""),
        ("Separator", table.Separator.Length > 0 ? CSharpLiteral.Of(table.Separator[0]) : ""),
        ("HasHeader", table.HasHeader ? "" : "false"),
    ];

    private string Made(string type, string arguments, IEnumerable<(string Name, string Value)> options)
    {
        var said = options.Append(("Images", Images))
            .Where(option => option.Item2.Length > 0)
            .Select(option => $"    {option.Item1} = {option.Item2},\n")
            .ToArray();
        return said.Length == 0 ? $"new {type}({arguments})" : $"new {type}({arguments})\n{{\n{string.Concat(said)}}}";
    }

    private string Images
    {
        get
        {
            var images = data.Images;
            if (images.IsNothing) return "";
            var options = new[]
            {
                images.Height > 0 ? $"Size = new({images.Height}, {images.Width})" : "",
                images.Color == ImageColorKind.AsStored ? "" : $"Color = ImageColor.{images.Color}",
                images.IsInverted ? "Invert = true" : "",
                images.Background is { } grey ? $"Background = {CSharpLiteral.Of(grey)}" : "",
            };
            return $"new() {{ {string.Join(", ", options.Where(option => option.Length > 0))} }}";
        }
    }

    private static string Text(string text) => text.Length > 0 ? CSharpLiteral.Of(text) : "";

    private static string Texts(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(CSharpLiteral.Of))}]";

    private static string ListFile(string path) => path.Length > 0 ? $"Data.File({CSharpLiteral.Of(path)})" : "null";
}
