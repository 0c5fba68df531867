using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;
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
        void Blame(DiagnosticDescriptor rule, string head) => report.Add(rule, HeadOf(type, head, report).Location, type.Name);

        if (Words.Has(type, BlockParser.Head)) Blame(ModelRules.BlockAndModel, BlockParser.Head);
        var reader = new LayerReader(type, compilation, report);
        var input = Input(type, reader, report);
        var network = new Chain(reader.Read());
        if (input is null) report.Fail();
        if (!report.Failed) network.Infer(input!, reader);
        if (!report.Failed && !network.Parameters(input!).Any()) Blame(ModelRules.NothingToLearn, Head);
        if (!report.Failed && !HasPlaceFor(network, input!)) Blame(ModelRules.TooManyWeights, Head);
        if (!report.Failed && Hindered(network, input!) is var (layer, lookup)) reader.Add(ModelRules.NeverLearns, layer.Id, "", lookup);
        if (!report.Failed && Mixing(network, input!) is { } norm) reader.Add(ModelRules.MixedStatistics, norm.Id, "Statistics", type.Name);
        return report.Result(() => new ModelSpec(type.Name, input!, network)
        {
            // What cannot be extended has no comment; that is no mistake.
            Type = TypeParser.Parse(type, new Report()),
            HasComment = TypeParser.HasComment(type),
        });
    }

    // A layer whose weights the result does not depend on but by what an embedding looks up, and the embedding: there is no gradient.
    private static (LayerSpec Layer, LayerSpec Lookup)? Hindered(Chain network, Shape input)
    {
        var rows = network.Rows(input).ToArray();
        if (rows.FirstOrDefault(row => row.Layer is Embedding) is not { } embedding) return null;
        var program = new ProgramBuilder();
        var weights = network.Parameters(input).ToDictionary(
            parameter => parameter.Name, parameter => program.Input(parameter.Name, parameter.Type, parameter.Name));
        var examples = program.Input("x", input.Of(new Dim(2, Name: "examples")), "x");
        var open = new Stack<Value>([network.Build(new LayerScope(program, weights, NetworkPass.Alone), examples, "prediction")]);
        var seen = new HashSet<Value>();
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (!seen.Add(value)) continue;
            foreach (var operand in value.Op is Lookup ? value.Operands.Take(1) : value.Operands) open.Push(operand);
        }

        var hindered = rows.FirstOrDefault(row =>
            row.Layer.Parameters(row.Input).Any(parameter => !seen.Contains(weights[parameter.Under(row.Path).Name])));
        return hindered is null ? null : (hindered.Layer, embedding.Layer);
    }

    // Where one norm looks at the support, all passes show the support, which others would take for examples like any.
    private static BatchNorm? Mixing(Chain network, Shape input)
    {
        var norms = network.Rows(input)
            .Select(row => row.Layer)
            .OfType<BatchNorm>()
            .ToLookup(norm => norm.Statistics == NormStatistics.Support);
        return norms[false].Any() ? norms[true].FirstOrDefault() : null;
    }

    /// <summary>Whether the weights of a network can be counted by an int, as generated code does.</summary>
    public static bool HasPlaceFor(Chain network, Shape input) =>
        network.Parameters(input).Sum(parameter => parameter.Type.Elements) <= int.MaxValue;

    /// <summary>
    /// What a model that was right alone gives in an experiment; null after an error at the layer to blame. Where the result has an
    /// axis too many because a flatten forgot it, that flatten is to blame.
    /// </summary>
    public static Shape? Output(INamedTypeSymbol type, ModelSpec model, SettingSpec setting, Compilation compilation, Report report)
    {
        var network = (Chain)model.Network.For(setting);
        if (network.Infer(model.Input, ShapeCheck.Passed) is { Rank: 1 } output && HasPlaceFor(network, model.Input)) return output;

        // Read again, for the places of its words. What is said of the model alone has been said.
        var (complaints, reader) = (new Report(), new LayerReader(type, compilation, new Report()));
        reader.Read();
        reader.Report = complaints;
        var shape = network.Infer(model.Input, reader);
        if (shape is { Rank: > 1 })
        {
            reader.BlamesFlatten($"'{model.Name}' ends in", shape);
        }
        else if (shape is not null && !HasPlaceFor(network, model.Input))
        {
            complaints.Add(ModelRules.TooManyWeights, HeadOf(type, Head, report).Location, model.Name);
        }

        report.AddErrors(complaints);
        return complaints.Failed ? null : shape;
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
