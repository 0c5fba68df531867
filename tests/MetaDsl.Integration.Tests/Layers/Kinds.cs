namespace MetaDsl.Integration.Tests.Layers;

/// <summary>The kinds of layers that can stand anywhere in a network: plain ones, and those that put blocks together.</summary>
internal static class Kinds
{
    public static IReadOnlyList<string> Plain { get; } = [.. LayerDraws.All.Keys];

    public static IReadOnlyList<string> OfBlocks { get; } = [.. BlockDraws.All.Keys];

    public static IReadOnlyList<string> All { get; } = [.. Plain, .. OfBlocks];

    /// <summary>A layer of a kind for a shape; null where none that fits was found.</summary>
    public static LayerUse? Draw(string kind, Dice dice, int[] shape)
    {
        var layer = LayerDraws.All.TryGetValue(kind, out var draw) ? draw(dice, shape) : BlockDraws.All[kind](dice, shape);
        return layer is null ? null : layer with { Kind = layer.Kind.Length > 0 ? layer.Kind : kind };
    }
}
