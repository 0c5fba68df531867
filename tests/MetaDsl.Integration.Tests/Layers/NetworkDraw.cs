namespace MetaDsl.Integration.Tests.Layers;

/// <summary>A network that was drawn: layers from the shape of an example to a classifier.</summary>
internal sealed record NetworkUse(string Name, int[] Input, IReadOnlyList<LayerUse> Layers)
{
    /// <summary>How many different numbers an example holds where it is a row of whole numbers; null where it is anything.</summary>
    public int? Tokens => Layers[0].Word == "Embedding" ? (int)Layers[0].Values[0] : null;

    /// <summary>Whether something drops out in training.</summary>
    public bool Drops => All(Layers).Any(layer => layer.Word == "Dropout");

    /// <summary>Whether norms keep averages of what they see in training.</summary>
    public bool KeepsAverages => All(Layers).Any(layer =>
        layer.Options.TryGetValue("Statistics", out var statistics) && statistics is NormStatistics.Running or NormStatistics.RunningPerStep);

    public override string ToString() =>
        $"[Model, Input({string.Join(", ", Input)})]\n{string.Join("\n", Layers.Select(layer => $"[{layer}]"))}\npublic partial class {Name};\n\n"
        + string.Join("\n", Blocks(Layers).Distinct());

    private static IEnumerable<LayerUse> All(IEnumerable<LayerUse> layers) => layers.Concat(Blocks(layers).SelectMany(block => block.Layers));

    private static IEnumerable<BlockUse> Blocks(IEnumerable<LayerUse> layers) =>
        layers.SelectMany(layer => layer.Blocks).SelectMany(block => Blocks(block.Layers).Prepend(block));
}

/// <summary>Random networks: walks from shape to shape that prefer layers which were rare so far.</summary>
internal sealed class NetworkDraw(int seed, string prefix)
{
    /// <summary>The most numbers that any layer gives for an example: what is tested is not the size.</summary>
    public const int MostNumbers = 120;

    private const string Tokens = "Embedding";
    private const string Last = "Classifier";

    private static readonly string[] ToRows = ["Lstm", "Gru", "SequenceMean", "GlobalAvgPool", "Flatten"];

    private readonly Dice dice = new(seed);
    private readonly Dictionary<string, HashSet<string>> seen = new[] { Tokens, Last }
        .Concat(Kinds.All)
        .ToDictionary(kind => kind, _ => new HashSet<string>());

    /// <summary>By kind, the different declarations with different shapes that stand in some network or block.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Seen => seen;

    /// <summary>Networks until each kind was seen so many times.</summary>
    public IEnumerable<NetworkUse> Until(int times)
    {
        for (var i = 1; seen.Any(kind => kind.Value.Count < times); i++) yield return Draw(prefix + i, times);
    }

    private NetworkUse Draw(string name, int times)
    {
        dice.Begin(name);
        dice.LooksAtSupport = Missing(LayerDraws.OfSupport, times) > 0 && dice.Chance(0.3);
        var layers = new List<LayerUse>();
        var input = dice.Weighted<Func<int[]>>(
        [
            (Image, 3), (Signal, 2), (Sequence, 4), (Row, 0.2), (Row, Missing(Tokens, times) > 0 ? 3 : 0),
        ])();
        var shape = input;
        if (input.Length == 1 && seen[Tokens].Count < times) Add(LayerDraws.Embedding(dice, 3 + dice.Below(4)) with { Kind = Tokens });
        var length = layers.Count + 6 + dice.Below(3);
        while (layers.Count < length)
        {
            var here = shape;
            var kind = dice.Weighted<string>([.. Kinds.All.Select(kind => (kind, 0.1 + Math.Pow(Missing(kind, times), 2)))]);
            if (Kinds.Draw(kind, dice, here) is not { } layer || layer.After(here) is not { } after || Shapes.Elements(after) > MostNumbers) continue;
            // Of a row of features most layers make nothing, so it comes late.
            if (after.Length > 1 || here.Length == 1 || layers.Count >= length - 2 || dice.Chance(0.1)) Add(layer);
        }

        // What makes a row of features is there once at most, so the rarest of it is taken.
        while (shape.Length > 1)
        {
            var rarest = ToRows.OrderByDescending(kind => Missing(kind, times))
                .Select(kind => Kinds.Draw(kind, dice, shape))
                .First(layer => layer?.After(shape) is { Length: 1 } || layer?.Word == "Flatten")!;
            if (rarest.After(shape) is not null) Add(rarest);
        }

        Add(LayerDraws.Classifier(dice, LayerCase.Ways) with { Kind = Last });
        return new(name, input, layers);

        void Add(LayerUse layer)
        {
            See(layer, shape);
            layers.Add(layer);
            shape = layer.After(shape)!;
        }
    }

    private void See(LayerUse layer, int[] shape)
    {
        // Names of blocks tell networks apart, not declarations.
        var blocks = string.Join(" | ", layer.Blocks.Select(block => string.Join(' ', block.Layers)));
        if (seen.TryGetValue(layer.Kind, out var declarations)) declarations.Add($"{layer with { Blocks = [] }} {blocks} of {string.Join('x', shape)}");
        foreach (var block in layer.Blocks)
        {
            var inside = shape;
            foreach (var part in block.Layers)
            {
                See(part, inside);
                inside = part.After(inside)!;
            }
        }
    }

    private double Missing(string kind, int times) => Math.Max(0, times - seen[kind].Count);

    private int[] Image() => [1 + dice.Below(3), 3 + dice.Below(4), 3 + dice.Below(4)];

    private int[] Signal() => [1 + dice.Below(4), 4 + dice.Below(6)];

    private int[] Sequence() => [2 + dice.Below(3), 2 + dice.Below(4)];

    private int[] Row() => [2 + dice.Below(5)];
}
