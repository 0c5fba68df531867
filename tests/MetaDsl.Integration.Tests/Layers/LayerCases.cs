namespace MetaDsl.Integration.Tests.Layers;

/// <summary>The cases of the contract of layers.</summary>
internal static class LayerCases
{
    /// <summary>How many declarations there are of each kind of layer at least, adapted by second order and by first.</summary>
    public const int OfEachKind = 20;

    private const int OfEachKindByFirstOrder = 3;

    private static readonly NetworkDraw Drawn = new(3, "Net");

    // Recurrences over one element, whose weights of the state learn nothing; normalisations of which each is made of the one before; and
    // examples that are pooled before any weight sees them.
    private static readonly NetworkUse[] Unusual =
    [
        Network("LstmOfOne", [1, 4], new LayerUse("Lstm", _ => [2]) { Values = [2] }),
        Network("GruOfOne", [1, 4], new LayerUse("Gru", _ => [2]) { Values = [2] }),
        Network("PooledFirst", [2, 3, 3], new LayerUse("AvgPool", _ => [2, 1, 1]) { Values = [3] }, new LayerUse("Flatten", _ => [2])),
        Network(
            "PooledTwice",
            [1, 8, 8],
            new LayerUse("MaxPool", _ => [1, 4, 4]) { Values = [2] },
            new LayerUse("AvgPool", _ => [1, 2, 2]) { Values = [2] },
            new LayerUse("Flatten", _ => [4])),
        Network("ManyNorms", [4], [.. Enumerable.Range(0, 8).Select(_ => new LayerUse("LayerNorm", shape => shape))]),
    ];

    public static IReadOnlyList<LayerCase> All { get; } =
    [
        .. Drawn.Until(OfEachKind).Select((network, i) => new LayerCase(network, isFirstOrder: false, seed: i)),
        .. new NetworkDraw(2, "First").Until(OfEachKindByFirstOrder).Select((network, i) => new LayerCase(network, isFirstOrder: true, seed: i)),
        .. Unusual.Select((network, i) => new LayerCase(network, isFirstOrder: false, seed: i)),
    ];

    /// <summary>By kind of layer, its declarations that are adapted by second order.</summary>
    public static IReadOnlyDictionary<string, HashSet<string>> Kinds => Drawn.Seen;

    public static LayerCase Of(string name) => All.Single(one => one.Name == name);

    private static NetworkUse Network(string name, int[] input, params LayerUse[] layers) =>
        new(name, input, [.. layers, new LayerUse("Classifier", _ => [LayerCase.Ways])]);
}
