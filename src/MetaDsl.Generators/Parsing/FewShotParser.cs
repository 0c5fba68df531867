using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads a class with <c>[FewShot]</c> and finds the two methods that give its classes.</summary>
internal static class FewShotParser
{
    public const string Head = "FewShot";
    // Their product has to be counted.
    private const int MostExamples = 4096;
    private static readonly string[] Sources = ["TrainingClasses", "TestClasses"];

    public static ParseResult<TaskSpec> Parse(INamedTypeSymbol type)
    {
        var report = new Report();
        if (Words.Single(type, Head, report) is not { } word) return report.Nothing<TaskSpec>();
        var ways = Count(word, "ways", 2, report);
        var shots = Count(word, "shots", 1, report);
        var queries = Count(word, "Queries", 1, report);
        foreach (var source in Sources) CheckSource(type, source, word, report);
        return report.Result<TaskSpec>(() => new FewShotTaskSpec(type.Name, ways, shots, queries));
    }

    private static int Count(Word word, string argument, int least, Report report)
    {
        var count = argument == "Queries" && !word.Says(argument) ? 15 : word.Required<int>(argument, "5");
        if (count < least || count > MostExamples)
        {
            var (shown, from, to) = (Word.Shown(count.Value), Word.Shown(least), Word.Shown(MostExamples));
            report.Add(TaskRules.ImpossibleCount, word.At(argument), argument, word.Owner, shown, from, to);
        }

        return count ?? least;
    }

    private static void CheckSource(INamedTypeSymbol type, string name, Word word, Report report)
    {
        var methods = type.GetMembers(name);
        if (methods.IsEmpty)
        {
            report.Add(TaskRules.NoSource, word.Location, type.Name, name);
            return;
        }

        if (methods.OfType<IMethodSymbol>().Any(IsSource)) return;
        report.Add(TaskRules.NotASource, Identifiers.Of(methods[0]), name, type.Name);
    }

    private static bool IsSource(IMethodSymbol method) =>
        method is { IsStatic: true, Parameters.IsEmpty: true, Arity: 0, DeclaredAccessibility: not (Accessibility.Private or Accessibility.Protected) }
        && (method.ReturnType is { Name: "Tensor", ContainingType.Name: "torch" } || method.ReturnType.TypeKind == TypeKind.Error);
}
