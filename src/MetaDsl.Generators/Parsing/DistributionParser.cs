using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads <c>[Uniform]</c> or <c>[Normal]</c> on a property.</summary>
internal static class DistributionParser
{
    private const string Uniform = "Uniform";
    private const string Normal = "Normal";

    public static bool IsDrawn(IPropertySymbol property) => Words.On(property).Any(word => IsDistribution(word.Name));

    /// <summary>Whether a word is a distribution.</summary>
    public static bool IsDistribution(string word) => word is Uniform or Normal;

    /// <summary>The distribution of a drawn property; null after an error.</summary>
    public static DistributionSpec? Parse(IPropertySymbol property, Report report)
    {
        var words = Words.On(property)
            .Where(word => IsDistribution(word.Name))
            .Select(word => new Word(word.Name, word.Data, property.Name, report))
            .ToArray();
        if (words.Length > 1)
        {
            report.Add(TaskRules.DrawnTwice, words[1].Location, property.Name);
            return null;
        }

        if (!CheckDouble(property, report)) return null;
        if (IsComputed(property))
        {
            report.Add(TaskRules.DrawnAndComputed, words[0].Location, property.Name);
            return null;
        }

        return words[0].Name == Uniform ? ParseUniform(words[0], report) : ParseNormal(words[0], report);
    }

    public static bool CheckDouble(IPropertySymbol property, Report report)
    {
        if (property.Type.SpecialType == SpecialType.System_Double) return true;
        if (property.Type.TypeKind == TypeKind.Error) report.Fail();
        else report.Add(TaskRules.NotDouble, Identifiers.Of(property), property.Name, property.Type.ToDisplayString());
        return false;
    }

    private static DistributionSpec? ParseUniform(Word word, Report report)
    {
        if (Finite(word, "low", report) is not { } low || Finite(word, "high", report) is not { } high) return null;
        if (low < high) return new(word.Owner, DistributionKind.Uniform, low, high);
        report.Add(TaskRules.ReversedBounds, word.At("low"), word.Owner, Word.Shown(low), Word.Shown(high));
        return null;
    }

    private static DistributionSpec? ParseNormal(Word word, Report report)
    {
        if (Finite(word, "mean", report) is not { } mean || Finite(word, "standardDeviation", report) is not { } deviation) return null;
        if (deviation > 0) return new(word.Owner, DistributionKind.Normal, mean, deviation);
        report.Add(TaskRules.NoDeviation, word.At("standardDeviation"), word.Owner, Word.Shown(deviation));
        return null;
    }

    private static double? Finite(Word word, string argument, Report report)
    {
        if (word.Required<double>(argument, "1.0") is not { } value) return null;
        if (Numbers.IsFinite(value)) return value;
        report.Add(TaskRules.NotFinite, word.At(argument), word.Owner, Word.Shown(value), argument);
        return null;
    }

    private static bool IsComputed(IPropertySymbol property) => property.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .OfType<PropertyDeclarationSyntax>()
        .Any(syntax => syntax.ExpressionBody is not null
            || syntax.Initializer is not null
            || syntax.AccessorList?.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) == true);
}
