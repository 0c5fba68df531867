namespace MetaDsl.Integration.Tests.Layers;

/// <summary>Random declarations of each way to put blocks together; null where none that fits was found.</summary>
internal static class BlockDraws
{
    private const int Tries = 300;

    // Those that can leave a shape as it is.
    private static readonly string[] Keeping =
    [
        "BatchNorm", "LayerNorm", "GroupNorm", "InstanceNorm", "RmsNorm", "Position", "Attention",
        "Relu", "LeakyRelu", "Elu", "Gelu", "Silu", "Tanh", "Sigmoid", "Softplus",
    ];

    public static IReadOnlyDictionary<string, Func<Dice, int[], LayerUse?>> All { get; } = new Dictionary<string, Func<Dice, int[], LayerUse?>>
    {
        ["Use"] = (dice, shape) => Once(dice, "Use", Any(dice, shape, 1 + dice.Below(3)), 1, [], mayBeNamed: false),
        ["Repeat"] = (dice, shape) =>
        {
            var times = 1 + dice.Below(3);
            return Once(dice, "Repeat", Any(dice, shape, 1 + dice.Below(2)), times, [times], mayBeNamed: true);
        },
        ["Residual that keeps the shape"] = (dice, shape) => Residual(dice, shape, shape, null),
        ["Residual with a projection"] = (dice, shape) => Target(dice, shape) is { } to ? Residual(dice, shape, to, false) : null,
        ["Residual with a normed projection"] = (dice, shape) => Target(dice, shape) is { } to ? Residual(dice, shape, to, true) : null,
        ["Residual with a shortcut"] = Shortcut,
        ["Parallel, a sum"] = (dice, shape) => Parallel(dice, shape, dice.Of<object[]>([], ["Sum"])),
        ["Parallel, joined"] = (dice, shape) => Parallel(dice, shape, ["Concatenate"]),
    };

    /// <summary>A chain of layers that fit; null where none was found.</summary>
    private static BlockUse? Any(Dice dice, int[] shape, int count)
    {
        var layers = new List<LayerUse>();
        for (var tries = 0; layers.Count < count && tries < Tries; tries++)
        {
            // Now and then a block in the block.
            var layer = Kinds.Draw(dice.Of(dice.Chance(0.1) ? Kinds.OfBlocks : Kinds.Plain), dice, shape);
            if (layer?.After(shape) is not { } after || Shapes.Elements(after) > NetworkDraw.MostNumbers) continue;
            layers.Add(layer);
            shape = after;
        }

        return layers.Count < count ? null : new(dice.NewBlock(), layers);
    }

    private static LayerUse? Once(Dice dice, string word, BlockUse? block, int times, object[] values, bool mayBeNamed)
    {
        if (block is null) return null;
        var options = new Options(dice);
        if (mayBeNamed || dice.Chance(0.3)) options.MaybeName();
        return new(word, shape => Shapes.After(Enumerable.Range(0, times).SelectMany(_ => block.Layers), shape))
        {
            Values = values,
            Options = options.Said,
            Blocks = [block],
        };
    }

    /// <summary>Another shape that one layer with a window or a weight can make, and so can a projection.</summary>
    private static int[]? Target(Dice dice, int[] shape)
    {
        if (shape.Length == 1 || (shape.Length == 2 && dice.Chance(0.4))) return [.. shape[..^1], shape[^1] + 1 + dice.Below(2)];
        var stride = 1 + dice.Below(3);
        var after = Shapes.Slide(shape, 1 + dice.Below(4), side => ((side - 1) / stride) + 1);
        return Shapes.Same(after, shape) || Shapes.Elements(after!) > NetworkDraw.MostNumbers ? null : after;
    }

    /// <summary>A block that leads from a shape to another.</summary>
    private static BlockUse? Leading(Dice dice, int[] shape, int[] to)
    {
        var layers = new List<LayerUse>();
        if (dice.Chance(0.3)) layers.AddRange(Kept(dice, shape));
        for (var tries = 0; tries < Tries; tries++)
        {
            var layer = dice.Chance(0.5) || shape.Length == 1
                ? LayerDraws.Linear(dice, to[^1]) with { Kind = "Linear" }
                : LayerDraws.Conv(dice, shape, to[0], shape.Length) with { Kind = $"Conv{shape.Length - 1}d" };
            if (!Shapes.Same(layer.After(shape), to)) continue;
            layers.Add(layer);
            if (dice.Chance(0.6)) layers.AddRange(Kept(dice, to));
            return new(dice.NewBlock(), layers);
        }

        return null;
    }

    private static IEnumerable<LayerUse> Kept(Dice dice, int[] shape)
    {
        var layer = Kinds.Draw(dice.Of(Keeping), dice, shape)!;
        return Shapes.Same(layer.After(shape), shape) ? [layer] : [];
    }

    private static LayerUse? Residual(Dice dice, int[] shape, int[] to, bool? isNormed)
    {
        // What norms a projection takes its statistics from may not be there.
        if ((isNormed is true && dice.LooksAtSupport) || Leading(dice, shape, to) is not { } body) return null;
        var options = new Options(dice);
        options.MaybeName();
        if (isNormed is true || dice.Chance(0.2)) options.Say("NormedProjection", isNormed is true);
        return new("Residual", before => Shapes.Same(before, shape) ? to : null) { Options = options.Said, Blocks = [body] };
    }

    private static LayerUse? Shortcut(Dice dice, int[] shape)
    {
        var to = dice.Chance(0.3) ? shape : Target(dice, shape);
        if (to is null || Leading(dice, shape, to) is not { } body || Leading(dice, shape, to) is not { } shortcut) return null;
        var options = new Options(dice);
        options.MaybeName();
        return new("Residual", before => Shapes.Same(before, shape) ? to : null) { Options = options.Said, Blocks = [body, shortcut] };
    }

    private static LayerUse? Parallel(Dice dice, int[] shape, object[] merge)
    {
        var to = dice.Chance(0.3) ? shape : Target(dice, shape);
        if (to is null) return null;
        var isJoined = merge is ["Concatenate"];
        int[] other = [.. to];
        if (isJoined && dice.Chance(0.7)) other[Shapes.JoinedAxis(to)] += dice.Of(1, 2);
        if (Leading(dice, shape, to) is not { } first || Leading(dice, shape, other) is not { } second) return null;
        // The same block on both sides has weights of its own on each.
        if (Shapes.Same(to, other) && dice.Chance(0.2)) second = first;
        var options = new Options(dice);
        options.MaybeName();
        int[] result = isJoined ? [.. to.Select((size, i) => i == Shapes.JoinedAxis(to) ? size + other[i] : size)] : to;
        return new("Parallel", before => Shapes.Same(before, shape) ? result : null)
        {
            Values = merge,
            Options = options.Said,
            Blocks = [first, second],
        };
    }
}
