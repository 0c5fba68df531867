using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads a class with <c>[Model]</c>, and proves that each of its layers can take what the one before it gives.</summary>
internal static class ModelParser
{
    public const string Head = "Model";
    public const string BlockHead = "Block";

    public static ParseResult<ModelSpec> Parse(INamedTypeSymbol type, Compilation compilation)
    {
        var report = new Report();
        var reader = new LayerReader(type, compilation, report);
        var input = Input(type, reader, report);
        var network = new Chain(reader.Read(type, InitialChoiceSpec.Usual));
        if (!report.Failed && input is not null) network.Infer(input, reader);
        if (!report.Failed && input is not null && !network.Parameters(input).Any()) report.Add(ModelRules.NothingToLearn, HeadOf(type, report), type.Name);
        if (input is null) report.Fail();
        return report.Result(() => new ModelSpec(type.Name, input!, network));
    }

    private static Shape? Input(INamedTypeSymbol type, LayerReader reader, Report report)
    {
        if (Words.Single(type, "Input", report) is { } word)
        {
            return Shape.Of(new LayerWord(word, reader, type, InitialChoiceSpec.Usual, report).Sizes("shape"));
        }

        if (!Words.Has(type, "Input")) report.Add(ModelRules.NoInput, HeadOf(type, report), type.Name);
        return null;
    }

    private static Location HeadOf(INamedTypeSymbol type, Report report) =>
        new Word(Head, Words.On(type).First(word => word.Name == Head).Data, type.Name, report).Location;
}
