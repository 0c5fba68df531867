using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads the layers of a model and of the blocks in it, and keeps their words, so that a complaint about a shape finds its place.</summary>
internal sealed class LayerReader(INamedTypeSymbol model, Report report) : ShapeCheck
{
    private readonly List<Word> words = [];
    private readonly Stack<INamedTypeSymbol> open = [];

    /// <summary>The layers of a class, named; none where they cannot be read.</summary>
    public EquatableArray<LayerSpec> Read(INamedTypeSymbol type, InitialChoiceSpec inherited)
    {
        open.Push(type);
        var initial = InitialParser.Of(type, inherited, report);
        var layers = new List<LayerSpec>();
        SyntaxNode? part = null;
        foreach (var (name, data) in Words.On(type).Where(word => LayerCatalog.IsLayer(word.Name)))
        {
            var word = new Word(name, data, type.Name, report);
            var declaration = data.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent;
            part ??= declaration;
            if (declaration != part)
            {
                report.Add(ModelRules.LayersOnTwoParts, word.Location, type.Name, name);
                break;
            }

            var id = words.Count;
            words.Add(word);
            foreach (var layer in LayerCatalog.Parse(new LayerWord(word, this, type, initial, report)))
            {
                layers.Add(layer with { Id = id, Name = layer.Name.Length > 0 ? layer.Name : word.Text("Name") ?? "" });
            }
        }

        open.Pop();
        return new(Named(layers, isModel: open.Count == 0));
    }

    /// <summary>The layers of the block that a word names.</summary>
    public EquatableArray<LayerSpec> ReadBlock(LayerWord word, int position)
    {
        if (word.Word.TypeArgument(position) is not INamedTypeSymbol { TypeKind: not TypeKind.Error } block)
        {
            report.Fail();
            return [];
        }

        var location = word.Word.AtType(position);
        if (open.Contains(block, SymbolEqualityComparer.Default))
        {
            report.Add(ModelRules.BlockInItself, location, block.Name, word.Owner.Name);
            return [];
        }

        if (!Words.Has(block, ModelParser.Head) && !Words.Has(block, ModelParser.BlockHead))
        {
            report.Add(ModelRules.NotABlock, location, block.Name, word.Name, word.Owner.Name);
            return [];
        }

        var layers = Read(block, word.Inherited);
        if (layers.Count == 0 && !report.Failed) report.Add(ModelRules.EmptyBlock, location, block.Name);
        return layers;
    }

    public override void Add(DiagnosticDescriptor rule, LayerSpec layer, string argument, params object[] arguments)
    {
        var word = words[layer.Id];
        var where = word.Owner == model.Name ? $"'{word.Owner}'" : $"'{word.Owner}' in '{model.Name}'";
        report.Add(rule, argument.Length == 0 ? word.Location : word.At(argument), [word.Name, where, .. arguments]);
    }

    // A name of its own, else the usual one: alone where there is one such layer, else with its number.
    private IEnumerable<LayerSpec> Named(IReadOnlyList<LayerSpec> layers, bool isModel)
    {
        var last = isModel ? layers.LastOrDefault(layer => layer.BeginsStage) as Linear : null;
        var usual = layers.Select(layer => layer.Name.Length > 0 || layer.UsualName.Length == 0 ? ""
            : layer == last ? "output" : isModel && layer is Linear ? "hidden" : layer.UsualName).ToArray();
        var counts = new Dictionary<string, int>();
        var taken = new Dictionary<string, LayerSpec>();
        for (var i = 0; i < layers.Count; i++)
        {
            var name = usual[i] == "output" && ReferenceEquals(layers[i], last) ? "output" : Numbered(usual[i]);
            var layer = name.Length > 0 ? layers[i] with { Name = name } : layers[i];
            if (layer.Name.Length > 0 && taken.ContainsKey(layer.Name)) Add(ModelRules.NameTwice, layer, "Name", layer.Name);
            else if (layer.Name.Length > 0) taken.Add(layer.Name, layer);
            if (layer.Name.Length > 0 && !Identifiers.IsPlain(layer.Name)) Add(ModelRules.ImpossibleName, layer, "Name", layer.Name);
            yield return layer;
        }

        string Numbered(string name)
        {
            if (name.Length == 0 || (name != "hidden" && usual.Count(other => other == name) == 1)) return name;
            counts[name] = counts.TryGetValue(name, out var count) ? count + 1 : 1;
            return name + counts[name].ToString(CultureInfo.InvariantCulture);
        }
    }
}
