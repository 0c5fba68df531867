namespace MetaDsl.Integration.Tests.Layers;

/// <summary>The cases of the contract of layers.</summary>
internal static class LayerCases
{
    /// <summary>How many declarations there are of each kind of layer at least, adapted by second order and by first.</summary>
    public const int OfEachKind = 20;

    private const int OfEachKindByFirstOrder = 3;

    private static readonly NetworkDraw Drawn = new(3, "Net");

    public static IReadOnlyList<LayerCase> All { get; } =
    [
        .. Drawn.Until(OfEachKind).Select((network, i) => new LayerCase(network, isFirstOrder: false, seed: i)),
        .. new NetworkDraw(2, "First").Until(OfEachKindByFirstOrder).Select((network, i) => new LayerCase(network, isFirstOrder: true, seed: i)),
    ];

    /// <summary>By kind of layer, its declarations that are adapted by second order.</summary>
    public static IReadOnlyDictionary<string, HashSet<string>> Kinds => Drawn.Seen;

    public static LayerCase Of(string name) => All.Single(one => one.Name == name);
}
