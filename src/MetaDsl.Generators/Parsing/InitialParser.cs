using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads how weights begin, of a class with <c>[InitialWeights]</c> or of a layer that says it itself.</summary>
internal static class InitialParser
{
    public const string Head = "InitialWeights";
    private const double LargestDeviation = 10;

    /// <summary>The choice of a class, which holds for its layers and blocks that make none.</summary>
    public static InitialChoiceSpec Of(INamedTypeSymbol type, InitialChoiceSpec inherited, Report report) =>
        Words.Single(type, Head, report) is { } word ? Parse(word, "distribution", report) : inherited;

    public static InitialChoiceSpec Parse(Word word, string argument, Report report)
    {
        var kind = word.Choice(argument, InitialWeights.PyTorch);
        var deviation = word.Optional("Deviation", 0.01);
        if (deviation is not null && !(deviation > 0 && deviation <= LargestDeviation))
        {
            report.Add(ModelRules.ImpossibleDeviation, word.At("Deviation"), word.Owner, Word.Shown(deviation.Value));
        }

        var value = word.Optional("Value", 0.0);
        if (value is not null && (double.IsNaN(value.Value) || double.IsInfinity(value.Value)))
        {
            report.Add(ModelRules.ImpossibleDeviation, word.At("Value"), word.Owner, Word.Shown(value.Value));
        }

        return kind is { } weights
            ? new(weights, weights == InitialWeights.TruncatedNormal ? deviation ?? 0 : 0, weights == InitialWeights.Constant ? value ?? 0 : 0)
            : InitialChoiceSpec.Usual;
    }
}
