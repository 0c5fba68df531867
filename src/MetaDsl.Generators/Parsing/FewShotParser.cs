using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads a class with <c>[FewShot]</c> and finds what gives its classes: a source of data, or methods of the user's.</summary>
internal static class FewShotParser
{
    public const string Head = "FewShot";
    // Their product has to be counted.
    private const int MostExamples = 4096;

    public static ParseResult<TaskSpec> Parse(INamedTypeSymbol type)
    {
        var report = new Report();
        if (Words.Single(type, Head, report) is not { } word) return report.Nothing<TaskSpec>();
        var ways = Count(word, "ways", 2, report);
        var shots = Count(word, "shots", 1, report);
        var queries = Count(word, "Queries", 1, report);
        var minWays = word.Says("MinWays") ? Count(word, "MinWays", 2, report, ways) : ways;
        var minShots = word.Says("MinShots") ? Count(word, "MinShots", 1, report, shots) : shots;
        var isBalanced = word.Optional("Balanced", true) ?? true;
        if (!isBalanced && minShots == shots) report.Add(DataRules.NothingToBalance, word.At("Balanced"), type.Name, Word.Shown(shots));
        DataParser.DrawsNothing(type, "classes", report);
        var examples = ParseExamples(type, word, minWays, report);
        if (examples is null) report.Fail();
        else if (!report.Failed && examples is DataSpec data)
        {
            CheckKnown(data, word, minWays, minShots, queries, report);
            if (data.ReadAhead is not null && (minWays < ways || minShots < shots))
            {
                report.Add(DataRules.RangeReadAhead, Words.Single(type, DataParser.ReadAhead, report)!.Location, type.Name);
            }
        }

        return report.Result<TaskSpec>(() => new FewShotTaskSpec(type.Name, ways, shots, queries, examples!)
        {
            MinWays = minWays,
            MinShots = minShots,
            IsBalanced = isBalanced,
        });
    }

    private static int Count(Word word, string argument, int least, Report report, int most = MostExamples)
    {
        var count = argument == "Queries" && !word.Says(argument) ? 15 : word.Required<int>(argument, "5");
        if (count < least || count > most)
        {
            var (shown, from, to) = (Word.Shown(count.Value), Word.Shown(least), Word.Shown(most));
            report.Add(TaskRules.ImpossibleCount, word.At(argument), argument, word.Owner, shown, from, to);
        }

        return count ?? least;
    }

    private static ExamplesSpec? ParseExamples(INamedTypeSymbol type, Word head, int ways, Report report)
    {
        var sources = SourceParser.Find(type, report);
        var method = ClassesMethods.Any(type);
        if (sources.Length + (method is null ? 0 : 1) > 1)
        {
            var (first, second) = sources.Length > 1 ? ($"[{sources[0].Name}]", $"[{sources[1].Name}]") : (method!, $"[{sources[0].Name}]");
            report.Add(DataRules.TwoSources, sources.Last().Location, type.Name, first, second);
            return null;
        }

        if (sources.Length == 1)
        {
            return SourceParser.Parse(sources[0], isRegression: false, report) is { } source
                ? DataParser.Parse(type, source, sources[0].Location, ways, report)
                : null;
        }

        if (method != MethodSourceSpec.Name) return ClassesMethods.Tensors(type, head, report);
        return ClassesMethods.Set(type, report) is { } set
            ? DataParser.Parse(type, set, Identifiers.Of(type.GetMembers(method)[0]), ways, report)
            : null;
    }

    /// <summary>What can be known of published data before they are read.</summary>
    private static void CheckKnown(DataSpec data, Word word, int ways, int shots, int queries, Report report)
    {
        if (data.Source is not OmniglotSourceSpec omniglot) return;
        if (shots + queries > OmniglotSourceSpec.ExamplesOfEach)
        {
            report.Add(
                DataRules.TooFewExamples,
                word.At("shots"),
                word.Owner,
                Word.Shown(shots),
                Word.Shown(queries),
                omniglot.Word,
                Word.Shown(OmniglotSourceSpec.ExamplesOfEach));
            return;
        }

        var classes = OmniglotSourceSpec.TestClasses * (data.HasRotations ? DataParser.Turns : 1);
        if (data.Split is not null || ways <= classes) return;
        report.Add(
            DataRules.TooFewClasses,
            word.At("ways"),
            $"[{omniglot.Word}]",
            Word.Shown(classes),
            "classes",
            "test",
            Word.Shown(ways),
            data.HasRotations ? "declare fewer ways" : "declare fewer ways, or add '[Rotations]'");
    }
}
