using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Checks of numbers that several areas share.</summary>
internal static class Numbers
{
    public static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    public static void CheckRate(
        Word word,
        double? rate,
        double largest,
        DiagnosticDescriptor notPositive,
        DiagnosticDescriptor tooLarge,
        Report report)
    {
        if (rate is not { } value) return;
        if (!(value > 0)) report.Add(notPositive, word.At("LearningRate"), Word.Shown(value), word.Owner);
        else if (value > largest) report.Add(tooLarge, word.At("LearningRate"), Word.Shown(value), word.Owner);
    }
}
