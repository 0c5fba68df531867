using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Reads how classes are parted: <c>[Split]</c>, <c>[SplitByShares]</c>, <c>[SplitByGroups]</c> or <c>[SplitByLists]</c>.
/// </summary>
internal static class SplitParser
{
    private const string Counts = "Split";
    private const string Shares = "SplitByShares";
    private const string Groups = "SplitByGroups";
    private const string Lists = "SplitByLists";
    private const double Rounding = 1e-9;

    /// <summary>The parts, as the language calls them.</summary>
    public static readonly IReadOnlyList<string> Parts = ["Train", "Validation", "Test"];

    public static bool IsSplit(string word) => word is Counts or Shares or Groups or Lists;

    /// <summary>The word that splits; a second one is an error.</summary>
    public static Word? Find(INamedTypeSymbol type, Report report)
    {
        var words = Words.On(type)
            .Where(word => IsSplit(word.Name))
            .Select(word => new Word(word.Name, word.Data, type.Name, report))
            .ToArray();
        if (words.Length < 2) return words.FirstOrDefault();
        if (words[0].Name == words[1].Name) report.Add(DeclarationRules.SaidTwice, words[1].Location, type.Name, words[1].Name);
        else report.Add(DataRules.TwoSplits, words[1].Location, type.Name, words[0].Name, words[1].Name);
        return null;
    }

    /// <param name="word">The word that splits.</param>
    /// <param name="source">What it splits.</param>
    /// <param name="ways">The classes of a task; one where a task is a class.</param>
    /// <param name="report">What is wrong.</param>
    public static SplitSpec? Parse(Word word, SourceSpec source, int ways, Report report) => word.Name switch
    {
        Counts => ParseCounts(word, source, ways, report),
        Shares => ParseShares(word, report),
        Groups => ParseGroups(word, source, report),
        _ => ParseLists(word, report),
    };

    private static CountSplitSpec? ParseCounts(Word word, SourceSpec source, int ways, Report report)
    {
        string[] names = ["train", "validation", "test"];
        var counts = names.Select(name => word.Required<int>(name, "20")).ToArray();
        for (var i = 0; i < counts.Length; i++)
        {
            // Nobody must choose settings by a part of its own.
            if (counts[i] is not { } count || count >= ways || (count == 0 && names[i] == "validation")) continue;
            var what = source is TableSourceSpec { Target.Length: > 0 } ? "tasks" : "classes";
            report.Add(
                DataRules.TooFewClasses,
                word.At(names[i]),
                word.Owner,
                Word.Shown(count),
                what,
                names[i],
                Word.Shown(ways),
                $"give '{names[i]}' {Word.Shown(ways)} or more{(ways > 1 ? ", or declare fewer ways" : "")}");
            return null;
        }

        var known = source is OmniglotSourceSpec ? OmniglotSourceSpec.TrainingClasses + OmniglotSourceSpec.TestClasses : int.MaxValue;
        var wanted = counts.Sum(count => (long)(count ?? 0));
        if (wanted > known)
        {
            report.Add(
                DataRules.TooFewClasses,
                word.Location,
                $"[{source.Word}]",
                Word.Shown(known),
                "classes",
                word.Owner,
                Word.Shown(wanted),
                "declare fewer in its parts");
            return null;
        }

        long? seed = word.Says("Seed") ? word.Optional("Seed", 0L) : null;
        return counts[0] is { } train && counts[1] is { } validation && counts[2] is { } test ? new(train, validation, test, seed) : null;
    }

    private static ShareSplitSpec? ParseShares(Word word, Report report)
    {
        string[] names = ["train", "validation", "test"];
        var shares = names.Select(name => word.Required<double>(name, "0.2")).ToArray();
        var sum = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            if (shares[i] is not { } share) return null;
            sum += share;
            if (share >= 0 && sum <= 1 + Rounding && (share > 0 || names[i] == "validation")) continue;
            report.Add(DataRules.ImpossibleShare, word.At(names[i]), names[i], word.Owner, Word.Shown(share));
            return null;
        }

        return word.Optional("Seed", 0L) is { } seed ? new(shares[0]!.Value, shares[1]!.Value, shares[2]!.Value, seed) : null;
    }

    private static GroupSplitSpec? ParseGroups(Word word, SourceSpec source, Report report)
    {
        if (!source.HasGroups)
        {
            report.Add(DataRules.NoGroups, word.Location, word.Owner, source.Word);
            return null;
        }

        var seen = new HashSet<string>();
        var groups = Parts.Select(word.Texts).ToArray();
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i] is not { } names) return null;
            if (names.Length == 0 && Parts[i] != "Validation")
            {
                report.Add(DeclarationRules.Missing, word.Location, word.Name, word.Owner, Parts[i], "[\"name of a group\"]");
                return null;
            }

            if (names.FirstOrDefault(name => !seen.Add(name)) is not { } twice) continue;
            report.Add(DataRules.InTwoParts, word.At(Parts[i]), twice, word.Owner);
            return null;
        }

        return new(new(groups[0]!), new(groups[1]!), new(groups[2]!));
    }

    private static ListSplitSpec? ParseLists(Word word, Report report)
    {
        var files = Parts.Select(part => PathParser.Optional(word, part, report)).ToArray();
        if (report.Failed) return null;
        for (var i = 0; i < files.Length; i++)
        {
            if (files[i].Length > 0 || Parts[i] == "Validation") continue;
            report.Add(DeclarationRules.Missing, word.Location, word.Name, word.Owner, Parts[i], "\"names.txt\"");
            return null;
        }

        return new(files[0], files[1], files[2]);
    }
}
