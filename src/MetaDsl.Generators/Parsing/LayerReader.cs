using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads the layers of a model and of the blocks in it, and keeps their places, so that a complaint about a shape finds its own.</summary>
internal sealed class LayerReader(INamedTypeSymbol model, Compilation compilation, Report report) : ShapeCheck
{
    private readonly List<Place> places = [];
    private readonly Stack<INamedTypeSymbol> open = [];

    /// <summary>The layers of a class, named; none where they cannot be read.</summary>
    public EquatableArray<LayerSpec> Read(INamedTypeSymbol type, InitialChoiceSpec inherited)
    {
        open.Push(type);
        var initial = InitialParser.Of(type, inherited, report);
        var layers = Named(OnClass(type, initial), isModel: open.Count == 1).ToArray();
        var members = Named(OnProperties(type, initial), isModel: false).ToArray();
        if (layers.Length > 0 && members.Length > 0) Add(ModelRules.LayersInTwoPlaces, layers[0], "");
        var forward = ForwardParser.Find(type);
        open.Pop();
        if (members.Length == 0) return new(layers);
        if (forward is null || report.Failed) return new(members);
        return new ForwardParser(type, compilation, members, this, report).Parse(forward) is { } custom ? new([custom]) : default;
    }

    /// <summary>A place for complaints that is no word; its number is the id of what stands there.</summary>
    public int AddPlace(SyntaxNode node, string owner)
    {
        places.Add(new Place(SourceText.Quote(node), owner, _ => node.GetLocation()));
        return places.Count - 1;
    }

    private List<LayerSpec> OnClass(INamedTypeSymbol type, InitialChoiceSpec initial)
    {
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

            layers.AddRange(Parse(word, type, initial));
        }

        return layers;
    }

    private List<LayerSpec> OnProperties(INamedTypeSymbol type, InitialChoiceSpec initial)
    {
        var layers = new List<LayerSpec>();
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            foreach (var (name, data) in Words.On(property).Where(word => LayerCatalog.IsLayer(word.Name)))
            {
                if (property.Type is not { Name: "Layer", ContainingNamespace.Name: "MetaDsl" })
                {
                    if (property.Type.TypeKind == TypeKind.Error) report.Fail();
                    else report.Add(ModelRules.NotALayerProperty, Identifiers.Of(property), property.Name, type.Name, property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
                    break;
                }

                // Several on one property are one after another; weights are named after the property.
                var parsed = Parse(new Word(name, data, type.Name, report), type, initial).ToArray();
                layers.AddRange(parsed.Select(layer => layer with { Name = Names.Camel(property.Name) }));
            }
        }

        return layers;
    }

    private IEnumerable<LayerSpec> Parse(Word word, INamedTypeSymbol type, InitialChoiceSpec initial)
    {
        var id = places.Count;
        places.Add(new Place(word.Name, word.Owner, argument => argument.Length == 0 ? word.Location : word.At(argument)));
        return LayerCatalog.Parse(new LayerWord(word, this, type, initial, report))
            .Select(layer => layer with { Id = id, Name = layer.Name.Length > 0 ? layer.Name : word.Text("Name") ?? "" });
    }

    /// <summary>The layers of the block that a word names.</summary>
    public EquatableArray<LayerSpec> ReadBlock(LayerWord word, int position)
    {
        if (word.Word.TypeArgument(position) is not INamedTypeSymbol { TypeKind: not TypeKind.Error } block)
        {
            report.Fail();
            return default;
        }

        var location = word.Word.AtType(position);
        if (open.Contains(block, SymbolEqualityComparer.Default))
        {
            report.Add(ModelRules.BlockInItself, location, block.Name, word.Owner.Name);
            return default;
        }

        if (!Words.Has(block, ModelParser.Head) && !Words.Has(block, ModelParser.BlockHead))
        {
            report.Add(ModelRules.NotABlock, location, block.Name, word.Name, word.Owner.Name);
            return default;
        }

        var layers = Read(block, word.Inherited);
        if (layers.Count == 0 && !report.Failed) report.Add(ModelRules.EmptyBlock, location, block.Name);
        return layers;
    }

    public override void Add(DiagnosticDescriptor rule, int id, string argument, params object[] arguments)
    {
        var place = places[id];
        var where = place.Owner == model.Name ? $"'{place.Owner}'" : $"'{place.Owner}' in '{model.Name}'";
        report.Add(rule, place.At(argument), [place.Name, where, .. arguments]);
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

    /// <summary>What a complaint may be about: what it is called, the class on which it stands, and where it or its argument is written.</summary>
    private sealed record Place(string Name, string Owner, System.Func<string, Location> At);
}
