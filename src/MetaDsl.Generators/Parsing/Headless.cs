using System;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Finds words whose head is missing: layers without <c>[Model]</c> generate nothing, and must not do so silently.</summary>
internal static class Headless
{
    private static readonly string[] ExperimentParts =
        [MamlParser.Head, OuterLoopParser.Head, EvaluationParser.Head, DeviceParser.Head, "Derivatives", "Precision"];

    public static Diagnostic? Find(INamedTypeSymbol type)
    {
        var isModel = Words.Has(type, ModelParser.Head) || Words.Has(type, BlockParser.Head);
        foreach (var (name, data) in Words.On(type))
        {
            if (!isModel && (LayerCatalog.IsLayer(name) || name is "Input" or InitialParser.Head))
            {
                return At(type, name, data, ModelParser.Head, "Model");
            }

            if (ExperimentParts.Contains(name) && !Words.Has(type, ExperimentParser.Head))
            {
                return At(type, name, data, ExperimentParser.Head, "Experiment<TModel, TTasks>");
            }
        }

        if (!isModel && OnProperty(type, LayerCatalog.IsLayer) is { } layer)
        {
            return At(type, layer.Name, layer.Data, ModelParser.Head, "Model");
        }

        if (TaskParser.IsTasks(type)) return null;
        const string Tasks = "RegressionTasks(Shots = 10, Queries = 10)";
        var (source, read) = Words.On(type).FirstOrDefault(word => DataParser.IsData(word.Name));
        if (read is not null)
        {
            // A table with a target is one to regress.
            return Words.On(type).Any(word => word.Data.NamedArguments.Any(argument => argument.Key == "Target"))
                ? At(type, source, read, TaskParser.Head, Tasks)
                : At(type, source, read, FewShotParser.Head, "FewShot(ways: 5, shots: 1)");
        }

        foreach (var (name, data) in Words.On(type))
        {
            if (FamilyParser.IsFamily(name) || name == NoiseParser.Head) return At(type, name, data, TaskParser.Head, Tasks);
        }

        return OnProperty(type, IsOfTasks) is { } drawn ? At(type, drawn.Name, drawn.Data, TaskParser.Head, Tasks) : null;
    }

    private static bool IsOfTasks(string word) =>
        DistributionParser.IsDistribution(word) || word is NoiseParser.Head or DistributionParser.Count;

    private static (string Name, AttributeData Data)? OnProperty(INamedTypeSymbol type, Func<string, bool> isAsked)
    {
        var found = type.GetMembers().OfType<IPropertySymbol>().SelectMany(Words.On).FirstOrDefault(word => isAsked(word.Name));
        return found.Data is null ? null : found;
    }

    private static Diagnostic At(INamedTypeSymbol type, string word, AttributeData data, string head, string toAdd) =>
        Diagnostic.Create(DeclarationRules.Headless, new Word(word, data, type.Name, new Report()).Location, type.Name, word, head, toAdd);
}
