using System.Linq;
using MetaDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads <c>[Noise]</c>: on the target, or on the class where a family of functions stands for it.</summary>
internal static class NoiseParser
{
    public const string Head = "Noise";

    /// <summary>The standard deviation; 0 where there is no noise, or after an error.</summary>
    public static double Parse(INamedTypeSymbol type, bool isFamily, Report report)
    {
        var target = type.GetMembers(TargetParser.Target).OfType<IPropertySymbol>().FirstOrDefault();
        var place = isFamily ? type : (ISymbol?)target;
        foreach (var symbol in type.GetMembers().OfType<IPropertySymbol>().Prepend<ISymbol>(type))
        {
            if (SymbolEqualityComparer.Default.Equals(symbol, place)) continue;
            if (Words.Single(symbol, Head, report) is not { } stray) continue;
            report.Add(TaskRules.NoiseElsewhere, stray.Location, symbol.Name, isFamily ? $"the class '{type.Name}'" : "the target 'Y'");
        }

        if (place is null || Words.Single(place, Head, report) is not { } word) return 0;
        if (word.Required<double>("standardDeviation", "0.1") is not { } deviation) return 0;
        if (deviation > 0 && Numbers.IsFinite(deviation)) return deviation;
        report.Add(TaskRules.NoNoise, word.At("standardDeviation"), type.Name, Word.Shown(deviation));
        return 0;
    }
}
