using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads how weights begin, of a class with <c>[InitialWeights]</c> or of a layer that says it itself.</summary>
internal static class InitialParser
{
    public const string Head = "InitialWeights";
    private const double UsualDeviation = 0.01;
    private const double LargestDeviation = 10;

    /// <summary>The choice of a class, which holds for its layers and blocks that make none.</summary>
    public static InitialChoiceSpec Of(INamedTypeSymbol type, InitialChoiceSpec inherited, Report report) =>
        Words.Single(type, Head, report) is { } word ? Parse(word, "distribution", inherited, report) : inherited;

    /// <summary>The choice of a word; what it does not say is as inherited.</summary>
    public static InitialChoiceSpec Parse(Word word, string argument, InitialChoiceSpec inherited, Report report)
    {
        var kind = word.Choice(argument, inherited.Weights);
        var isOwn = word.Says(argument);
        var deviation = word.Optional("Deviation", isOwn ? UsualDeviation : inherited.Deviation);
        if (word.Says("Deviation") && deviation is not null && !(deviation > 0 && deviation <= LargestDeviation))
        {
            report.Add(ModelRules.ImpossibleDeviation, word.At("Deviation"), word.Owner, Word.Shown(deviation.Value));
            return inherited;
        }

        var value = word.Optional("Value", isOwn ? 0 : inherited.Value);
        if (value is not null && (double.IsNaN(value.Value) || double.IsInfinity(value.Value)))
        {
            report.Add(ModelRules.ImpossibleConstant, word.At("Value"), word.Name, word.Owner, Word.Shown(value.Value));
            return inherited;
        }

        if (kind is not { } weights) return inherited;
        CheckEffect(word, "Deviation", InitialWeights.TruncatedNormal, weights, report);
        CheckEffect(word, "Value", InitialWeights.Constant, weights, report);
        return new(
            weights,
            weights == InitialWeights.TruncatedNormal ? deviation ?? 0 : 0,
            weights == InitialWeights.Constant ? value ?? 0 : 0);
    }

    private static void CheckEffect(Word word, string option, InitialWeights owner, InitialWeights chosen, Report report)
    {
        if (chosen == owner || !word.Says(option)) return;
        report.Add(ModelRules.NoEffect, word.At(option), option, word.Name, word.Owner, $"{Head}.{owner}", $"{Head}.{chosen}");
    }
}
