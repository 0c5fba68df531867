using System;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Reads the distribution on a drawn property: <c>[Uniform]</c>, <c>[Normal]</c>, <c>[LogUniform]</c>, <c>[Integer]</c> or <c>[Choice]</c>.
/// </summary>
internal static class DistributionParser
{
    public const string Count = "Count";

    private const string Integer = "Integer";
    private const int LongestVector = 1_000;

    // Single precision holds all whole numbers up to it.
    private const int LargestWhole = 1 << 24;

    public static bool IsDrawn(IPropertySymbol property) => Words.On(property).Any(word => IsDistribution(word.Name));

    /// <summary>Whether a word is a distribution.</summary>
    public static bool IsDistribution(string word) => word is "Uniform" or "Normal" or "LogUniform" or Integer or "Choice";

    /// <summary>How many numbers a drawn vector has; null where the property is a number.</summary>
    public static int? LengthOf(IPropertySymbol property) =>
        TargetParser.IsVector(property.Type) ? Words.Single(property, Count, new Report())?.Optional("count", 1) ?? 1 : null;

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

        var word = words[0];
        if (!CheckType(property, word, report) || !CheckCount(property, report)) return null;
        if (IsComputed(property))
        {
            report.Add(TaskRules.DrawnAndComputed, word.Location, property.Name);
            return null;
        }

        var distribution = word.Name switch
        {
            "Uniform" => ParseBounds(word, DistributionKind.Uniform, report),
            "LogUniform" => ParseLogUniform(word, report),
            Integer => ParseInteger(word, report),
            "Choice" => ParseChoice(word, report),
            _ => ParseNormal(word, report),
        };
        return distribution is null ? null : distribution with { Length = LengthOf(property) };
    }

    public static bool CheckDouble(IPropertySymbol property, Report report)
    {
        if (property.Type.SpecialType == SpecialType.System_Double) return true;
        if (property.Type.TypeKind == TypeKind.Error) report.Fail();
        else report.Add(TaskRules.NotDouble, Identifiers.Of(property), property.Name, property.Type.ToDisplayString());
        return false;
    }

    private static bool CheckType(IPropertySymbol property, Word word, Report report) =>
        TargetParser.IsVector(property.Type)
        || (word.Name == Integer && property.Type.SpecialType == SpecialType.System_Int32)
        || CheckDouble(property, report);

    private static bool CheckCount(IPropertySymbol property, Report report)
    {
        var isVector = TargetParser.IsVector(property.Type);
        if (!Words.Has(property, Count))
        {
            if (isVector) report.Add(TaskRules.NoCount, Identifiers.Of(property), property.Name);
            return !isVector;
        }

        if (Words.Single(property, Count, report) is not { } word || word.Required<int>("count", "4") is not { } count) return false;
        if (!isVector) report.Add(TaskRules.CountOfNumber, word.Location, property.Name, property.Type.ToDisplayString());
        else if (count is >= 1 and <= LongestVector) return true;
        else report.Add(TaskRules.ImpossibleLength, word.At("count"), property.Name, Word.Shown(count), Word.Shown(LongestVector));
        return false;
    }

    private static DistributionSpec? ParseBounds(Word word, DistributionKind kind, Report report)
    {
        if (Finite(word, "low", report) is not { } low || Finite(word, "high", report) is not { } high) return null;
        return CheckOrder(word, low, high, report) ? new(word.Owner, kind, low, high) : null;
    }

    private static DistributionSpec? ParseLogUniform(Word word, Report report)
    {
        if (ParseBounds(word, DistributionKind.LogUniform, report) is not { } bounds) return null;
        if (bounds.First > 0) return bounds;
        report.Add(TaskRules.NoLogarithm, word.At("low"), word.Owner, Word.Shown(bounds.First));
        return null;
    }

    private static DistributionSpec? ParseInteger(Word word, Report report)
    {
        if (Whole(word, "low", report) is not { } low || Whole(word, "high", report) is not { } high) return null;
        return CheckOrder(word, low, high, report) ? new(word.Owner, DistributionKind.Integer, low, high) : null;
    }

    private static DistributionSpec? ParseChoice(Word word, Report report)
    {
        if (word.Doubles("values") is not { } values) return null;
        if (values.Length < 2)
        {
            report.Add(TaskRules.NoChoice, word.At("values"), word.Owner, Word.Shown(values.Length));
            return null;
        }

        for (var i = 0; i < values.Length; i++)
        {
            var isFinite = Numbers.IsFinite(values[i]);
            if (isFinite && Array.IndexOf(values, values[i]) == i) continue;
            if (isFinite) report.Add(TaskRules.ChosenTwice, word.AtNumber("values", i), word.Owner, Word.Shown(values[i]));
            else report.Add(TaskRules.NotFinite, word.AtNumber("values", i), word.Owner, Word.Shown(values[i]), "values");
            return null;
        }

        return new(word.Owner, DistributionKind.Choice, 0, 0) { Choices = new(values) };
    }

    private static DistributionSpec? ParseNormal(Word word, Report report)
    {
        if (Finite(word, "mean", report) is not { } mean || Finite(word, "standardDeviation", report) is not { } deviation) return null;
        if (deviation > 0) return new(word.Owner, DistributionKind.Normal, mean, deviation);
        report.Add(TaskRules.NoDeviation, word.At("standardDeviation"), word.Owner, Word.Shown(deviation));
        return null;
    }

    private static bool CheckOrder(Word word, double low, double high, Report report)
    {
        if (low < high) return true;
        report.Add(TaskRules.ReversedBounds, word.At("low"), word.Owner, Word.Shown(low), Word.Shown(high));
        return false;
    }

    private static double? Finite(Word word, string argument, Report report)
    {
        if (word.Required<double>(argument, "1.0") is not { } value) return null;
        if (Numbers.IsFinite(value)) return value;
        report.Add(TaskRules.NotFinite, word.At(argument), word.Owner, Word.Shown(value), argument);
        return null;
    }

    private static int? Whole(Word word, string argument, Report report)
    {
        if (word.Required<int>(argument, "1") is not { } value) return null;
        if (value is >= -LargestWhole and <= LargestWhole) return value;
        report.Add(TaskRules.NotExact, word.At(argument), word.Owner, Word.Shown(value), argument, Word.Shown(LargestWhole));
        return null;
    }

    private static bool IsComputed(IPropertySymbol property) => property.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .OfType<PropertyDeclarationSyntax>()
        .Any(syntax => syntax.ExpressionBody is not null
            || syntax.Initializer is not null
            || syntax.AccessorList?.Accessors.Any(accessor => accessor.Body is not null || accessor.ExpressionBody is not null) == true);
}
