using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Reads the layers of a model or block and of the blocks in it, and keeps their places, so that a complaint about a shape finds its own.
/// What is wrong with a block inside whatever its shapes is left to that block's own analysis, which says it once however often it is used.
/// </summary>
internal sealed class LayerReader(INamedTypeSymbol root, Compilation compilation, Report report) : ShapeCheck
{
    /// <summary>Each becomes lines of code, several times over in its derivatives.</summary>
    private const int MostLayers = 1000;

    private readonly List<Place> places = [];
    private readonly List<INamedTypeSymbol> open = [];
    private readonly HashSet<(string Rule, int Place)> said = [];
    private readonly bool isModel = Words.Has(root, ModelParser.Head);
    private Word? outermost;
    private Flatten? partial;

    /// <summary>Where complaints about shapes go.</summary>
    public Report Report { get; set; } = report;

    /// <summary>The layers of the model or block itself, named; none where they cannot be read.</summary>
    public EquatableArray<LayerSpec> Read() => Read(root, InitialChoiceSpec.Usual, Report);

    /// <summary>The layers of the block that a word names.</summary>
    public EquatableArray<LayerSpec> ReadBlock(LayerWord word, int position, Report around)
    {
        var argument = word.Word.TypeArgument(position);
        if (argument is null or { TypeKind: TypeKind.Error } || word.Word.IsBeingTyped)
        {
            around.Fail();
            return default;
        }

        var location = word.Word.AtType(position);
        if (argument is not INamedTypeSymbol block || !IsBlock(block))
        {
            around.Add(ModelRules.NotABlock, location, Shown(argument), word.Name, word.Owner.Name);
            return default;
        }

        if (!SymbolEqualityComparer.Default.Equals(block.ContainingAssembly, root.ContainingAssembly))
        {
            around.Add(ExperimentRules.DeclaredElsewhere, location, block.Name, block.ContainingAssembly.Name);
            return default;
        }

        if (open.Contains(block.OriginalDefinition, SymbolEqualityComparer.Default))
        {
            ReportCircle(block);
            around.Fail();
            return default;
        }

        var inside = new Report();
        var layers = Read(block, word.Inherited, inside);
        if (inside.Failed || layers.Count == 0 || BlockParser.IsContradictory(block)) around.Fail();
        return layers;
    }

    /// <summary>A place for complaints that is no word; its number is the id of what stands there.</summary>
    public int AddPlace(SyntaxNode node, string owner)
    {
        places.Add(new Place(SourceText.Quote(node), owner, _ => node.GetLocation()));
        return places.Count - 1;
    }

    public override void Add(DiagnosticDescriptor rule, int id, string argument, params object[] arguments)
    {
        if (rule == ShapeRules.NotFlat && BlamesFlatten($"'{places[id].Name}' is given examples of", (Shape)arguments[0])) return;
        Add(Report, rule, id, argument, [.. arguments.Select(value => value is LayerSpec other ? places[other.Id].Name : value)]);
    }

    /// <summary>The same for another report than that of shapes.</summary>
    public void Add(Report to, DiagnosticDescriptor rule, int id, string argument, params object[] arguments)
    {
        // However often a block is used, and however many names a repeated one has.
        if (!said.Add((rule.Id, id))) return;
        var place = places[id];
        var where = place.Owner == root.Name ? $"'{place.Owner}'" : $"'{place.Owner}' in '{root.Name}'";
        to.Add(rule, place.At(argument), [place.Name, where, .. arguments]);
    }

    public override void Notice(Flatten? flatten) => partial = flatten;

    /// <summary>Blames the flatten that left axes apart, if there is one, for a shape that has too many.</summary>
    public bool BlamesFlatten(string what, Shape shape)
    {
        if (partial is not { } flatten) return false;
        Add(Report, ShapeRules.ForgottenAxis, flatten.Id, "From", flatten.From, what, shape);
        return true;
    }

    private static bool IsBlock(INamedTypeSymbol type) => Words.Has(type, ModelParser.Head) || Words.Has(type, BlockParser.Head);

    private EquatableArray<LayerSpec> Read(INamedTypeSymbol type, InitialChoiceSpec inherited, Report own)
    {
        open.Add(type.OriginalDefinition);
        var isWhole = open.Count == 1;
        var initial = InitialParser.Of(type, inherited, own);
        var layers = Named(OnClass(type, initial, own), isWhole, own).ToArray();
        var onProperties = OnProperties(type, initial, own);
        var members = Named([.. onProperties.Select(member => member.Layer)], isWhole: false, own).ToArray();
        var forward = ForwardParser.Find(type);
        if (layers.Length > 0 && (members.Length > 0 || forward is not null)) Add(own, ModelRules.LayersInTwoPlaces, layers[0].Id, "");
        CheckInherited(type, own);
        open.RemoveAt(open.Count - 1);
        if (forward is null || layers.Length > 0) return new(members.Length == 0 ? layers : members);
        if (own.Failed) return new(members);
        var byProperty = onProperties
            .Zip(members, (member, layer) => (member.Property, Layer: layer))
            .ToDictionary(pair => pair.Property, pair => pair.Layer);
        if (new ForwardParser(type, compilation, byProperty, this, own).Parse(forward) is not { } custom) return default;
        if (isWhole && isModel && custom.LayerCount > MostLayers)
        {
            own.Add(ModelRules.TooManyLayers, Identifiers.Of(forward), ForwardParser.Method, type.Name, Word.Shown(MostLayers));
        }

        return new([custom]);
    }

    // Only what stands on the class itself is read.
    private static void CheckInherited(INamedTypeSymbol type, Report own)
    {
        for (var outer = type.BaseType; outer is not null; outer = outer.BaseType)
        {
            var member = Words.On(outer).Where(word => LayerCatalog.IsLayer(word.Name)).Select(word => word.Name)
                .Concat(outer.GetMembers().OfType<IPropertySymbol>().Where(HasLayer).Select(property => property.Name))
                .Concat(ForwardParser.Find(outer) is { } forward ? [forward.Name] : [])
                .FirstOrDefault();
            if (member is null) continue;
            own.Add(ModelRules.Inherited, Identifiers.Of(type), type.Name, member, outer.Name);
            return;
        }
    }

    private static bool HasLayer(IPropertySymbol property) => Words.On(property).Any(word => LayerCatalog.IsLayer(word.Name));

    private List<LayerSpec> OnClass(INamedTypeSymbol type, InitialChoiceSpec initial, Report own)
    {
        var layers = new List<LayerSpec>();
        SyntaxNode? part = null;
        foreach (var (name, data) in Words.On(type).Where(word => LayerCatalog.IsLayer(word.Name)))
        {
            var word = new Word(name, data, type.Name, own);
            var declaration = data.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent;
            part ??= declaration;
            if (declaration != part)
            {
                own.Add(ModelRules.LayersOnTwoParts, word.Location, type.Name, name);
                break;
            }

            layers.AddRange(Parse(word, type, initial, own));
            if (HasTooMany(layers, word, own)) break;
        }

        return layers;
    }

    private List<(string Property, LayerSpec Layer)> OnProperties(INamedTypeSymbol type, InitialChoiceSpec initial, Report own)
    {
        var members = new List<(string Property, LayerSpec Layer)>();
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>().Where(HasLayer))
        {
            if (property.Type is not { Name: "Layer", ContainingNamespace.Name: "MetaDsl" })
            {
                if (property.Type.TypeKind == TypeKind.Error) own.Fail();
                else own.Add(ModelRules.NotALayerProperty, Identifiers.Of(property), property.Name, type.Name, Shown(property.Type));
                continue;
            }

            var words = Words.On(property)
                .Where(word => LayerCatalog.IsLayer(word.Name))
                .Select(word => new Word(word.Name, word.Data, type.Name, own))
                .ToArray();
            var layers = new List<LayerSpec>();
            foreach (var word in words)
            {
                layers.AddRange(Parse(word, type, initial, own));
                if (HasTooMany(members.Select(member => member.Layer).Concat(layers), word, own)) return members;
            }

            if (layers.Count == 0) continue;
            // It is called as the property is. Several on one are a block.
            var name = Names.Camel(property.Name);
            members.Add((property.Name, layers.Count == 1
                ? layers[0] with { Name = words[0].Text("Name") ?? name }
                : new Chain(new(Named(layers, isWhole: false, own))) { Id = layers[0].Id, Name = name }));
        }

        return members;
    }

    private IEnumerable<LayerSpec> Parse(Word word, INamedTypeSymbol type, InitialChoiceSpec initial, Report own)
    {
        if (open.Count == 1) outermost = word;
        var id = places.Count;
        places.Add(new Place(word.Name, word.Owner, argument => argument.Length == 0 ? word.Location : word.At(argument)));
        var name = word.Text("Name");
        if (name is "") Add(own, ModelRules.ImpossibleName, id, "Name", "");
        return LayerCatalog.Parse(new LayerWord(word, this, type, initial, own))
            .Select(layer => layer with { Id = id, Name = layer.Name.Length > 0 ? layer.Name : name ?? "" })
            .ToArray();
    }

    // Blocks that use each other twice double at each level, so their words count as well as their layers.
    private bool HasTooMany(IEnumerable<LayerSpec> layers, Word word, Report own)
    {
        if (layers.Sum(layer => (long)layer.LayerCount) <= MostLayers && places.Count <= MostLayers) return false;
        // A block has not too many, but the model that uses it.
        if (open.Count == 1 && isModel) own.Add(ModelRules.TooManyLayers, word.At("times"), word.Name, word.Owner, Word.Shown(MostLayers));
        else own.Fail();
        return true;
    }

    private static string Shown(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    // A block is in a circle with those that are open from it on. Each of them is analysed; one says it.
    private void ReportCircle(INamedTypeSymbol block)
    {
        var circle = open.Skip(open.FindIndex(other => SymbolEqualityComparer.Default.Equals(other, block.OriginalDefinition))).ToArray();
        if (!SymbolEqualityComparer.Default.Equals(circle[0], root)) return;
        var first = circle.OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal).First();
        if (!SymbolEqualityComparer.Default.Equals(first, root)) return;
        var next = circle.Length == 1 ? block : circle[1];
        var position = Enumerable.Range(0, outermost!.TypeArguments)
            .First(i => SymbolEqualityComparer.Default.Equals(outermost.TypeArgument(i)?.OriginalDefinition, next.OriginalDefinition));
        Report.Add(ModelRules.BlockInItself, outermost.AtType(position), root.Name, circle[circle.Length - 1].Name);
    }

    // A name of its own, else the usual one: alone where there is one such layer, else with its number.
    private IEnumerable<LayerSpec> Named(IReadOnlyList<LayerSpec> layers, bool isWhole, Report own)
    {
        var last = isWhole ? layers.LastOrDefault(layer => layer.BeginsStage) as Linear : null;
        var usual = layers.Select(layer => layer.Name.Length > 0 || layer.UsualName.Length == 0 ? ""
            : layer == last ? "output" : isWhole && layer is Linear ? "hidden" : layer.UsualName).ToArray();
        var counts = new Dictionary<string, int>();
        var taken = new Dictionary<string, LayerSpec>();
        for (var i = 0; i < layers.Count; i++)
        {
            var name = usual[i] == "output" && ReferenceEquals(layers[i], last) ? "output" : Numbered(usual[i]);
            var layer = name.Length > 0 ? layers[i] with { Name = name } : layers[i];
            if (layer.Name.Length > 0 && taken.ContainsKey(layer.Name)) Add(own, ModelRules.NameTwice, layer.Id, "Name", layer.Name);
            else if (layer.Name.Length > 0) taken.Add(layer.Name, layer);
            if (layer.Name.Length > 0 && !Identifiers.IsPlain(layer.Name))
            {
                Add(own, ModelRules.ImpossibleName, layer.Id, "Name", layer.Name);
            }

            yield return layer;
        }

        string Numbered(string name)
        {
            if (name.Length == 0 || (name != "hidden" && usual.Count(other => other == name) == 1)) return name;
            counts[name] = counts.TryGetValue(name, out var count) ? count + 1 : 1;
            return name + counts[name].ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>
    /// What a complaint may be about: what it is called, the class on which it stands, and where it or its argument is written.
    /// </summary>
    private sealed record Place(string Name, string Owner, Func<string, Location> At);
}
