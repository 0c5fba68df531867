using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads where a source lies: one path for all parts of a split, or one for each.</summary>
internal static class PathParser
{
    /// <summary>One path; null after an error.</summary>
    public static PathsSpec? One(Word word, string argument, Report report) =>
        Checked(word, argument, report) is { } path ? new(path) : null;

    /// <summary>One path, or one for each part; null after an error.</summary>
    public static PathsSpec? OneOrParts(Word word, Report report)
    {
        var named = SplitParser.Parts.FirstOrDefault(word.Says);
        if (word.Says("path"))
        {
            if (named is null) return One(word, "path", report);
            report.Add(DataRules.TwoSources, word.At(named), word.Owner, "path", named);
            return null;
        }

        if (word.IsBeingTyped)
        {
            report.Fail();
            return null;
        }

        foreach (var part in SplitParser.Parts.Where(part => part != "Validation" && !word.Says(part)))
        {
            report.Add(DataRules.PartWithoutPath, word.Location, word.Name, word.Owner, part);
            return null;
        }

        var paths = SplitParser.Parts.Select(part => Optional(word, part, report)).ToArray();
        if (report.Failed) return null;
        for (var i = 1; i < paths.Length; i++)
        {
            if (paths[i].Length == 0 || !paths.Take(i).Any(other => Holds(other, paths[i]) || Holds(paths[i], other))) continue;
            report.Add(DataRules.InTwoParts, word.At(SplitParser.Parts[i]), paths[i], word.Owner);
            return null;
        }

        return new("", paths[0], paths[1], paths[2]);
    }

    /// <summary>Whether a path lies within another, or is the same.</summary>
    private static bool Holds(string outer, string inner)
    {
        var (outerParts, innerParts) = (Names(outer), Names(inner));
        return outer.Length > 0 && outerParts.Length <= innerParts.Length && outerParts.SequenceEqual(innerParts.Take(outerParts.Length));

        static string[] Names(string path) => [.. path.Split('/', '\\').Where(name => name is not ("" or "."))];
    }

    /// <summary>A path that may be left out; then, and after an error, it is empty.</summary>
    public static string Optional(Word word, string argument, Report report) =>
        word.Says(argument) ? Checked(word, argument, report) ?? "" : "";

    private static string? Checked(Word word, string argument, Report report)
    {
        var path = word.Text(argument);
        if (!string.IsNullOrWhiteSpace(path)) return path;
        if (word.IsBeingTyped) report.Fail();
        else report.Add(DataRules.EmptyPath, word.At(argument), argument, word.Owner);
        return null;
    }
}
