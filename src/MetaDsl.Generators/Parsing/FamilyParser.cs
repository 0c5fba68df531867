using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads a ready family of functions, such as <c>[Sinusoid]</c>: it comes down to what a user could have written.</summary>
internal sealed class FamilyParser
{
    private const string Polynomial = "Polynomial";
    private const string Process = "GaussianProcess";
    private const int LargestDegree = 16;
    // The distances of all pairs of examples are taken input by input.
    private const int MostInputs = 100;

    private static readonly Dictionary<string, Family> Families = new()
    {
        ["Sinusoid"] = new(
            "Amplitude * Math.Sin(X - Phase)", 5, [new("Amplitude", "Amplitude", 0.1, 5), new("Phase", "Phase", 0, Math.PI)]),
        ["Harmonic"] = new(
            "Amplitude1 * Math.Sin(Frequency * X + Phase1) + Amplitude2 * Math.Sin(2 * Frequency * X + Phase2)",
            4,
            [
                new("Amplitude1", "Amplitude", 0.1, 2), new("Amplitude2", "Amplitude", 0.1, 2), new("Frequency", "Frequency", 0.5, 2),
                new("Phase1", "Phase", 0, 2 * Math.PI), new("Phase2", "Phase", 0, 2 * Math.PI),
            ]),
        ["Line"] = new("Slope * X + Offset", 5, [new("Slope", "Slope", -3, 3), new("Offset", "Offset", -3, 3)]),
        ["Step"] = new(
            "X < Edge ? Left : Right", 5, [new("Edge", "Edge", -3, 3), new("Left", "Level", -2, 2), new("Right", "Level", -2, 2)]),
        [Polynomial] = new("", 1, [new("Coefficients", "Coefficient", -1, 1)]),
        [Process] = new("", 2, [new("LengthScale", "LengthScale", 0.5, 0.5), new("OutputScale", "OutputScale", 1, 1)]),
    };

    private readonly Word word;
    private readonly Report report;
    private readonly List<DistributionSpec> parameters = [];
    private readonly Dictionary<string, TargetValue> values = [];

    private FamilyParser(Word word, Report report) => (this.word, this.report) = (word, report);

    public static bool IsFamily(string word) => Families.ContainsKey(word);

    public static bool IsFamily(INamedTypeSymbol type) => Words.On(type).Any(word => IsFamily(word.Name));

    /// <summary>Null after an error.</summary>
    public static RegressionTaskSpec? Parse(INamedTypeSymbol type, int shots, int queries, Report report)
    {
        var words = Words.On(type).Where(word => IsFamily(word.Name)).ToArray();
        if (words.FirstOrDefault(next => next.Name != words[0].Name) is { Data: not null } second)
        {
            var other = new Word(second.Name, second.Data, type.Name, report);
            report.Add(TaskRules.TwoFamilies, other.Location, type.Name, words[0].Name, second.Name);
            return null;
        }

        if (Words.Single(type, words[0].Name, report) is not { } word) return null;
        var own = type.GetMembers().OfType<IPropertySymbol>()
            .FirstOrDefault(property => property.Name is "X" or TargetParser.Target || DistributionParser.IsDrawn(property));
        if (own is null) return new FamilyParser(word, report).Parse(type.Name, shots, queries);
        report.Add(TaskRules.OwnBesideFamily, Identifiers.Of(own), own.Name, word.Name);
        return null;
    }

    private RegressionTaskSpec? Parse(string name, int shots, int queries)
    {
        var family = Families[word.Name];
        var degree = word.Name == Polynomial ? Whole("degree", word.Required<int>("degree", "3"), LargestDegree) : null;
        var inputs = word.Name == Process ? Whole("Inputs", word.Optional("Inputs", 1), MostInputs) : 1;
        foreach (var parameter in family.Parameters)
        {
            if (Range(parameter.Setting, parameter.Low, parameter.High) is not var (low, high)) continue;
            if (word.Name == Process && low <= 0)
            {
                Refuse("Low" + parameter.Setting, low, "a number above 0");
                continue;
            }

            if (low == high) values[parameter.Name] = new TargetNumber(low);
            else parameters.Add(new(parameter.Name, DistributionKind.Uniform, low, high) { Length = degree + 1 });
        }

        var range = Range("X", -family.HighX, family.HighX);
        if (range is var (first, last) && first == last) Report(first, last, "X");
        if (report.Failed || range is not var (lowX, highX)) return null;
        var input = new DistributionSpec("X", DistributionKind.Uniform, lowX, highX) { Length = inputs == 1 ? null : inputs };
        TargetSpec target = word.Name == Process
            ? new GaussianProcessSpec(TargetParser.Target, Fixed("LengthScale"), Fixed("OutputScale"))
            : new FamilyExpression(values, parameters, report).Parse(degree is { } power ? Horner(power) : family.Text);
        return new(name, shots, queries, new(parameters), new([input]), target);
    }

    private double? Fixed(string parameter) => values.TryGetValue(parameter, out var value) ? ((TargetNumber)value).Value : null;

    // c[0] + X * (c[1] + X * (c[2] + ...
    private static string Horner(int degree) =>
        string.Concat(Enumerable.Range(0, degree).Select(power => $"Coefficients[{Word.Shown(power)}] + X * "
            + (power == degree - 1 ? "" : "("))) + $"Coefficients[{Word.Shown(degree)}]" + new string(')', degree - 1);

    // The bounds between which something is drawn, which may be one; null after an error.
    private (double Low, double High)? Range(string setting, double low, double high)
    {
        if (Bound("Low" + setting, low) is not { } from || Bound("High" + setting, high) is not { } to) return null;
        if (from <= to) return (from, to);
        Report(from, to, setting);
        return null;
    }

    private void Report(double low, double high, string setting)
    {
        var (lower, upper) = ("Low" + setting, "High" + setting);
        // What is written is to blame.
        var (blamed, shown, other, otherShown) = word.Says(lower) ? (lower, low, upper, high) : (upper, high, lower, low);
        var wayOut = low == high ? "make them differ" : "put the smaller number first";
        report.Add(TaskRules.ReversedRange, word.At(blamed), blamed, word.Owner, Word.Shown(shown), other, Word.Shown(otherShown), wayOut);
    }

    private double? Bound(string argument, double otherwise)
    {
        if (word.Optional(argument, otherwise) is not { } bound) return null;
        if (Numbers.IsFinite(bound)) return bound;
        Refuse(argument, bound, "a finite number");
        return null;
    }

    private int? Whole(string argument, int? number, int most)
    {
        if (number is null || (number >= 1 && number <= most)) return number;
        Refuse(argument, number.Value, $"1 to {Word.Shown(most)}");
        return null;
    }

    private void Refuse(string argument, double number, string possible) =>
        report.Add(TaskRules.ImpossibleSetting, word.At(argument), argument, word.Owner, Word.Shown(number), possible);

    private sealed record Family(string Text, double HighX, Parameter[] Parameters);

    // What is drawn for each task between the bounds of a setting.
    private sealed record Parameter(string Name, string Setting, double Low, double High);
}
