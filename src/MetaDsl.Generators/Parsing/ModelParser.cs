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
    public const string InputWord = "Input";

    public static ParseResult<ModelSpec> Parse(INamedTypeSymbol type, Compilation compilation)
    {
        var report = new Report();
        if (Words.Has(type, BlockParser.Head)) report.Add(ModelRules.BlockAndModel, HeadOf(type, BlockParser.Head, report).Location, type.Name);
        var reader = new LayerReader(type, compilation, report);
        var input = Input(type, reader, report);
        var network = new Chain(reader.Read());
        if (input is null) report.Fail();
        if (!report.Failed) network.Infer(input!, reader);
        if (!report.Failed && !network.Parameters(input!).Any()) report.Add(ModelRules.NothingToLearn, HeadOf(type, Head, report).Location, type.Name);
        if (!report.Failed && !HasPlaceFor(network, input!)) report.Add(ModelRules.TooManyWeights, HeadOf(type, Head, report).Location, type.Name);
        return report.Result(() => new ModelSpec(type.Name, input!, network));
    }

    /// <summary>Whether the weights of a network can be counted by an int, as generated code does.</summary>
    public static bool HasPlaceFor(Chain network, Shape input) =>
        network.Parameters(input).Sum(parameter => parameter.Type.Elements) <= int.MaxValue;

    /// <summary>Blames the flatten that left axes apart for what a model ends in, if there is one.</summary>
    public static bool BlamesFlatten(INamedTypeSymbol type, Compilation compilation, ModelSpec model, Shape output, Report report)
    {
        // Read again, for the places of its words.
        var reader = new LayerReader(type, compilation, new Report());
        new Chain(reader.Read()).Infer(model.Input, reader);
        return reader.BlamesFlatten(report, $"'{model.Name}' ends in", output);
    }

    /// <summary>The attribute that makes a class what it is.</summary>
    public static Word HeadOf(INamedTypeSymbol type, string head, Report report) =>
        new(head, Words.On(type).First(word => word.Name == head).Data, type.Name, report);

    private static Shape? Input(INamedTypeSymbol type, LayerReader reader, Report report)
    {
        if (Words.Single(type, InputWord, report) is { } word)
        {
            var shape = Shape.Of(new LayerWord(word, reader, type, InitialChoiceSpec.Usual, report).Sizes("shape"));
            if (!shape.IsTooLarge) return shape;
            report.Add(ShapeRules.TooLargeExample, word.At("shape"), word.Name, $"'{type.Name}'", shape);
            return null;
        }

        if (!Words.Has(type, InputWord)) report.Add(ModelRules.NoInput, HeadOf(type, Head, report).Location, type.Name);
        return null;
    }
}
