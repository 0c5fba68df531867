namespace MetaDsl.Integration.Tests.Layers;

/// <summary>Shapes of examples, worked out for the tests: what they say is checked against the reference, whose networks run.</summary>
internal static class Shapes
{
    /// <summary>The shape after layers, or null where one of them cannot be applied.</summary>
    public static int[]? After(IEnumerable<LayerUse> layers, int[] shape) =>
        layers.Aggregate((int[]?)shape, (before, layer) => before is null ? null : layer.After(before));

    public static int Elements(int[] shape) => shape.Aggregate(1, (product, size) => product * size);

    /// <summary>Channels, and each side behind them as a function makes it of the side before; null unless something is left of each.</summary>
    public static int[]? Slide(int[] shape, int channels, Func<int, int> side)
    {
        if (shape.Length < 2) return null;
        int[] sides = [.. shape.Skip(1).Select(side)];
        return sides.All(size => size > 0) ? [channels, .. sides] : null;
    }

    /// <summary>A side after a window has slid over it: what a division leaves is lost, also below zero.</summary>
    public static int Steps(int side, int window, int stride, int padding) =>
        (int)Math.Floor((side + (2.0 * padding) - window) / stride) + 1;

    public static bool Same(int[]? one, int[]? other) => one is not null && other is not null && one.SequenceEqual(other);

    /// <summary>Along which axis two branches are joined.</summary>
    public static int JoinedAxis(int[] shape) => shape.Length == 2 ? 1 : 0;
}
