using System.Collections.Immutable;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Reads a class with <c>[Block]</c> for what is wrong with it whatever model it is used in; its shapes are proved there.
/// </summary>
internal static class BlockParser
{
    public const string Head = "Block";

    /// <summary>Whether it says both that any shape goes in and which does.</summary>
    public static bool IsContradictory(INamedTypeSymbol type) =>
        Words.Has(type, Head) && (Words.Has(type, ModelParser.Head) || Words.Has(type, ModelParser.InputWord));

    public static ImmutableArray<Diagnostic> Parse(INamedTypeSymbol type, Compilation compilation)
    {
        var report = new Report();
        var head = ModelParser.HeadOf(type, Head, report);
        foreach (var (name, data) in Words.On(type).Where(word => word.Name == ModelParser.InputWord))
        {
            report.Add(ModelRules.InputOfBlock, new Word(name, data, type.Name, report).Location, type.Name);
        }

        var layers = new LayerReader(type, compilation, report).Read();
        if (layers.Count == 0 && !report.Failed) report.Add(ModelRules.EmptyBlock, head.Location, type.Name);
        return report.Nothing<LayerSpec>().Diagnostics;
    }
}
