using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Printing;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads a class with <c>[RegressionTasks]</c>, its drawn properties and its target; or one with another kind of tasks.</summary>
internal static class TaskParser
{
    public const string Head = "RegressionTasks";
    private const string Input = "X";

    /// <summary>Whether a class declares tasks of some kind.</summary>
    public static bool IsTasks(ITypeSymbol type) => Words.Has(type, Head) || Words.Has(type, FewShotParser.Head);

    public static ParseResult<TaskSpec> Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken token)
    {
        if (!Words.Has(type, Head)) return FewShotParser.Parse(type);
        var report = new Report();
        if (Words.Has(type, FewShotParser.Head)) report.Add(TaskRules.TwoKinds, Identifiers.Of(type), type.Name);
        if (Words.Single(type, Head, report) is not { } word) return report.Nothing<TaskSpec>();
        var shots = Count(word, "Shots", "adapt to", report);
        var queries = Count(word, "Queries", "be judged on", report);
        if (SourceParser.Find(type, report) is { Length: > 0 } sources) return TableTaskParser.Parse(type, sources, shots, queries, report);
        DataParser.CheckNone(type, report);

        var noise = NoiseParser.Parse(type, FamilyParser.IsFamily(type), report);
        if (FamilyParser.IsFamily(type))
        {
            var family = FamilyParser.Parse(type, shots, queries, report);
            return report.Result<TaskSpec>(() => family! with { Noise = noise });
        }

        var properties = type.GetMembers().OfType<IPropertySymbol>().ToArray();
        var drawn = properties.Where(property => property.Name != TargetParser.Target && DistributionParser.IsDrawn(property)).ToArray();
        var inputs = Inputs(type, word, properties, drawn, report);
        var parameters = drawn.Where(property => InputNumber(property.Name) is null).ToArray();
        var inputSpecs = inputs.Select(property => DistributionParser.Parse(property, report)).ToArray();
        var parameterSpecs = parameters.Select(property => DistributionParser.Parse(property, report)).ToArray();
        foreach (var parameter in parameters)
        {
            if (!GeneratedNames.IsInTaskParameters(parameter.Name)) continue;
            report.Add(TaskRules.NameTaken, Identifiers.Of(parameter), parameter.Name, type.Name);
        }

        token.ThrowIfCancellationRequested();

        var target = new TargetParser(type, compilation, report).Parse(word, inputs, parameters);
        return report.Result<TaskSpec>(() => new RegressionTaskSpec(
            type.Name, shots, queries, new(parameterSpecs.Select(spec => spec!)), new(inputSpecs.Select(spec => spec!)), target!)
        {
            Noise = noise,
        });
    }

    private static int Count(Word word, string argument, string purpose, Report report)
    {
        var count = word.Required<int>(argument, "10");
        if (count < 1) report.Add(TaskRules.NoExamples, word.At(argument), argument, word.Owner, Word.Shown(count.Value), purpose);
        return count ?? 0;
    }

    // X, or X1, X2, ... in the order of their numbers.
    private static IPropertySymbol[] Inputs(
        INamedTypeSymbol type,
        Word word,
        IReadOnlyList<IPropertySymbol> properties,
        IReadOnlyList<IPropertySymbol> drawn,
        Report report)
    {
        var inputs = drawn
            .Where(property => InputNumber(property.Name) is not null)
            .OrderBy(property => InputNumber(property.Name))
            .ToArray();
        if (inputs.Length == 0)
        {
            var undrawn = properties.FirstOrDefault(property => InputNumber(property.Name) is not null);
            report.Add(TaskRules.NoInput, undrawn is null ? word.Location : Identifiers.Of(undrawn), type.Name);
        }

        if (inputs.Length == 1 && inputs[0].Name == Input) return inputs;
        for (var i = 0; i < inputs.Length; i++)
        {
            if (InputNumber(inputs[i].Name) == i + 1 && !TargetParser.IsVector(inputs[i].Type)) continue;
            report.Add(TaskRules.InputNumbers, Identifiers.Of(inputs[i]), inputs[i].Name, type.Name);
            break;
        }

        return inputs;
    }

    private static int? InputNumber(string name)
    {
        if (name == Input) return 0;
        var digits = name.StartsWith(Input, System.StringComparison.Ordinal) ? name.Substring(Input.Length) : "";
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return digits[0] == '0' ? null : number;
    }
}
