using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads a class with <c>[Model]</c>.</summary>
internal static class ModelParser
{
    public const string Head = "Model";
    public const string InitialWeights = "InitialWeights";
    private const int WidestTensor = 65_536;
    private const double LargestActivationNumber = 100;
    private const double LargestDeviation = 10;

    /// <summary>Whether a word is a layer.</summary>
    public static bool IsLayer(string word) => Enum.TryParse<LayerKind>(word, out _);

    public static ParseResult<ModelSpec> Parse(INamedTypeSymbol type)
    {
        var report = new Report();
        var input = Input(type, report);
        var layers = Layers(type, report);
        var initial = Initial(type, report);
        return report.Result(() => new ModelSpec(type.Name, new([input]), new(layers), initial));
    }

    private static InitialSpec Initial(INamedTypeSymbol type, Report report)
    {
        var unsaid = new InitialSpec(InitialKind.PyTorch, 0);
        if (Words.Single(type, InitialWeights, report) is not { } word) return unsaid;
        var kind = word.Choice("distribution", InitialKind.PyTorch);
        var deviation = word.Optional("Deviation", 0.01);
        if (deviation is not null && !(deviation > 0 && deviation <= LargestDeviation))
        {
            report.Add(ModelRules.ImpossibleDeviation, word.At("Deviation"), type.Name, Word.Shown(deviation.Value));
        }

        return kind is null or InitialKind.PyTorch ? unsaid : new(kind.Value, deviation ?? 0);
    }

    private static int Input(INamedTypeSymbol type, Report report)
    {
        if (Words.Single(type, "Input", report) is { } word) return Width(word, report);
        if (!Words.Has(type, "Input")) report.Add(ModelRules.NoInput, new Word(Head, HeadOf(type), type.Name, report).Location, type.Name);
        return 0;
    }

    private static List<LayerSpec> Layers(INamedTypeSymbol type, Report report)
    {
        var layers = new List<LayerSpec>();
        SyntaxNode? part = null;
        foreach (var (name, data) in Words.On(type).Where(word => IsLayer(word.Name)))
        {
            var word = new Word(name, data, type.Name, report);
            var declaration = data.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent;
            part ??= declaration;
            if (declaration != part)
            {
                report.Add(ModelRules.LayersOnTwoParts, word.Location, type.Name, name);
                return layers;
            }

            layers.Add(Layer(word, report));
        }

        if (layers.All(layer => layer.Kind != LayerKind.Linear))
        {
            report.Add(ModelRules.NothingToLearn, new Word(Head, HeadOf(type), type.Name, report).Location, type.Name);
        }

        return layers;
    }

    private static LayerSpec Layer(Word word, Report report) => (LayerKind)Enum.Parse(typeof(LayerKind), word.Name) switch
    {
        LayerKind.Linear => new(LayerKind.Linear, Width(word, report)),
        LayerKind.LeakyRelu => new(LayerKind.LeakyRelu, Parameter: Number(word, "Slope", 0.01, report)),
        LayerKind.Elu => new(LayerKind.Elu, Parameter: Number(word, "Scale", 1, report)),
        var kind => new(kind),
    };

    private static int Width(Word word, Report report)
    {
        var width = word.Required<int>("width", "1");
        if (width is < 1 or > WidestTensor)
        {
            var location = word.At("width");
            report.Add(ModelRules.ImpossibleWidth, location, word.Name, word.Owner, Word.Shown(width.Value), Word.Shown(WidestTensor));
        }

        return width ?? 0;
    }

    private static double Number(Word word, string argument, double otherwise, Report report)
    {
        var number = word.Optional(argument, otherwise);
        if (number is not null && !(number > 0 && number <= LargestActivationNumber))
        {
            report.Add(ModelRules.ImpossibleActivation, word.At(argument), argument, word.Name, word.Owner, Word.Shown(number.Value));
        }

        return number ?? 0;
    }

    private static AttributeData HeadOf(INamedTypeSymbol type) => Words.On(type).First(word => word.Name == Head).Data;
}
