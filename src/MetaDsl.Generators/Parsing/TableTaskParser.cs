using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads a class with <c>[RegressionTasks]</c> whose examples are rows of a table.</summary>
internal static class TableTaskParser
{
    public static ParseResult<TaskSpec> Parse(INamedTypeSymbol type, Word[] sources, int shots, int queries, Report report)
    {
        var data = ParseData(type, sources, report);
        if (data is null) report.Fail();
        return report.Result<TaskSpec>(() => new TableTaskSpec(type.Name, shots, queries, data!));
    }

    private static DataSpec? ParseData(INamedTypeSymbol type, Word[] sources, Report report)
    {
        if (sources.Length > 1)
        {
            report.Add(DataRules.TwoSources, sources[1].Location, type.Name, $"[{sources[0].Name}]", $"[{sources[1].Name}]");
            return null;
        }

        var word = sources[0];
        if (word.Name != SourceParser.Table)
        {
            report.Add(DataRules.NoRegression, word.Location, word.Name, type.Name);
            return null;
        }

        if (type.GetMembers(TargetParser.Target).OfType<IPropertySymbol>().FirstOrDefault() is { } target)
        {
            report.Add(DataRules.DrawnAndRead, Identifiers.Of(target), type.Name, target.Name, "a table");
            return null;
        }

        if (!DataParser.DrawsNothing(type, "a table", report)) return null;
        return SourceParser.Parse(word, isRegression: true, report) is { } source
            ? DataParser.Parse(type, source, word.Location, 1, report)
            : null;
    }
}
