namespace MetaDsl.Integration.Tests.Layers;

/// <summary>Random declarations of each kind of layer: any option is sometimes said and sometimes not.</summary>
internal static class LayerDraws
{
    // The cells of a recurrent layer are written out one after another.
    private const int LongestRecurrence = 4;

    public const string OfSupport = "BatchNorm of the support";

    // Of fewer numbers a variance says little, and its derivatives nothing but noise.
    private const int FewestNormed = 3;

    /// <summary>By kind, a draw for a shape; what is drawn need not fit, which <see cref="LayerUse.After"/> says.</summary>
    public static IReadOnlyDictionary<string, Func<Dice, int[], LayerUse>> All { get; } = new Dictionary<string, Func<Dice, int[], LayerUse>>
    {
        ["Linear"] = (dice, _) => Linear(dice, 1 + dice.Below(5)),
        ["Conv1d"] = (dice, shape) => Conv(dice, shape, Filters(dice), 2),
        ["Conv2d"] = (dice, shape) => Conv(dice, shape, Filters(dice), 3),
        ["ConvTranspose1d"] = (dice, shape) => ConvTranspose(dice, shape, 2),
        ["ConvTranspose2d"] = (dice, shape) => ConvTranspose(dice, shape, 3),
        ["BatchNorm"] = (dice, _) => BatchNorm(dice, null),
        [OfSupport] = (dice, _) => BatchNorm(dice, NormStatistics.Support),
        ["BatchNorm with averages"] = (dice, _) => BatchNorm(dice, NormStatistics.Running),
        ["BatchNorm for each step"] = (dice, _) => BatchNorm(dice, NormStatistics.PerStep),
        ["BatchNorm with averages for each step"] = (dice, _) => BatchNorm(dice, NormStatistics.RunningPerStep),
        ["Dropout"] = (dice, _) => Dropout(dice),
        ["LayerNorm"] = (dice, _) =>
            Norm(dice, "LayerNorm", true, shape => (shape.Length == 2 ? shape[1] : Shapes.Elements(shape)) >= FewestNormed),
        ["GroupNorm"] = (dice, shape) => GroupNorm(dice, dice.Divisor(shape[0])),
        ["InstanceNorm"] = (dice, _) =>
            Norm(dice, "InstanceNorm", false, shape => shape.Length > 1 && Shapes.Elements(shape) / shape[0] >= FewestNormed),
        ["RmsNorm"] = (dice, _) => Norm(dice, "RmsNorm", true, shape => shape[^1] > 1),
        ["MaxPool"] = (dice, _) => Pool(dice, "MaxPool"),
        ["AvgPool"] = (dice, _) => Pool(dice, "AvgPool"),
        ["GlobalAvgPool"] = (_, _) => new("GlobalAvgPool", shape => shape.Length > 1 ? [shape[0]] : null),
        ["Flatten"] = Flatten,
        ["Reshape"] = Reshape,
        ["Lstm"] = (dice, _) => Recurrent(dice, "Lstm", false),
        ["Lstm of sequences"] = (dice, _) => Recurrent(dice, "Lstm", true),
        ["Gru"] = (dice, _) => Recurrent(dice, "Gru", false),
        ["Gru of sequences"] = (dice, _) => Recurrent(dice, "Gru", true),
        ["Attention"] = Attention,
        ["ToSequence"] = (_, _) => new("ToSequence", shape => shape.Length > 1 ? [Shapes.Elements(shape) / shape[0], shape[0]] : null),
        ["Position"] = (dice, _) => WithName(dice, new("Position", shape => shape.Length == 2 ? shape : null)),
        ["SequenceMean"] = (_, _) => new("SequenceMean", shape => shape.Length == 2 ? [shape[1]] : null),
        ["Relu"] = (_, _) => Activation("Relu"),
        ["LeakyRelu"] = (dice, _) => Activation(dice, "LeakyRelu", "Slope", 0.05, 0.2, 0.4),
        ["Elu"] = (dice, _) => Activation(dice, "Elu", "Scale", 0.6, 1.0, 1.5),
        ["Gelu"] = (_, _) => Activation("Gelu"),
        ["Silu"] = (_, _) => Activation("Silu"),
        ["Tanh"] = (_, _) => Activation("Tanh"),
        ["Sigmoid"] = (_, _) => Activation("Sigmoid"),
        ["Softplus"] = (_, _) => Activation("Softplus"),
        ["Softmax"] = (_, _) => new("Softmax", shape => shape[^1] > 1 ? shape : null),
    };

    public static LayerUse Linear(Dice dice, int width)
    {
        var options = new Options(dice);
        options.MaybeName();
        options.Maybe("Bias", true, true, false, false);
        return new("Linear", shape => shape.Length <= 2 ? [.. shape[..^1], width] : null) { Values = [width], Options = options.Said };
    }

    /// <param name="dice">Decides.</param>
    /// <param name="shape">What goes in, whose channels the groups must divide.</param>
    /// <param name="filters">How many.</param>
    /// <param name="rank">2 for a signal, 3 for an image.</param>
    public static LayerUse Conv(Dice dice, int[] shape, int filters, int rank)
    {
        var options = new Options(dice);
        options.MaybeName();
        var kernel = options.Maybe("Kernel", 3, 1, 2, 3, 4);
        var stride = options.Maybe("Stride", 1, 1, 2, 3);
        var dilation = options.Maybe("Dilation", 1, 1, 2, 3);
        var padding = options.Maybe("Padding", dilation * (kernel - 1) / 2, 0, 1, 2);
        var groups = options.Maybe("Groups", 1, dice.Divisor(shape[0]));
        options.Maybe("Bias", true, true, false, false);
        return new("Conv", Infer) { Values = [filters], Options = options.Said };

        int[]? Infer(int[] before) => before.Length != rank || before[0] % groups != 0 || filters % groups != 0
            ? null
            : Shapes.Slide(before, filters, side => Shapes.Steps(side, (dilation * (kernel - 1)) + 1, stride, padding));
    }

    public static LayerUse Attention(Dice dice, int[] shape)
    {
        var heads = dice.Divisor(shape[^1]);
        return WithName(dice, new("Attention", before => before.Length == 2 && before[1] % heads == 0 ? before : null) { Values = [heads] });
    }

    public static LayerUse Embedding(Dice dice, int count) => Embedding(dice, count, 1 + dice.Below(4));

    public static LayerUse Classifier(Dice dice, int ways)
    {
        var options = new Options(dice);
        options.MaybeName();
        options.Maybe("Bias", true, true, false);
        return new("Classifier", shape => shape.Length == 1 ? [ways] : null) { Options = options.Said };
    }

    private static LayerUse Embedding(Dice dice, int count, int width) =>
        WithName(dice, new("Embedding", shape => shape.Length == 1 ? [shape[0], width] : null) { Values = [count, width] });

    private static int Filters(Dice dice) => 1 + dice.Below(4);

    private static LayerUse ConvTranspose(Dice dice, int[] shape, int rank)
    {
        var options = new Options(dice);
        options.MaybeName();
        var filters = Filters(dice);
        var kernel = options.Maybe("Kernel", 2, 1, 2, 3, 4);
        var stride = options.Maybe("Stride", 2, 1, 2, 3);
        var dilation = options.Maybe("Dilation", 1, 1, 2);
        var padding = options.Maybe("Padding", 0, 0, 1, 2);
        var extra = options.Maybe("OutputPadding", 0, dice.Below(stride));
        var groups = options.Maybe("Groups", 1, dice.Divisor(shape[0]));
        options.Maybe("Bias", true, true, false, false);
        return new("ConvTranspose", Infer) { Values = [filters], Options = options.Said };

        int[]? Infer(int[] before) => before.Length != rank || before[0] % groups != 0 || filters % groups != 0
            ? null
            : Shapes.Slide(before, filters, side => ((side - 1) * stride) - (2 * padding) + (dilation * (kernel - 1)) + extra + 1);
    }

    private static LayerUse Norm(Dice dice, string word, bool isAffine, Func<int[], bool> fits)
    {
        var options = new Options(dice);
        options.MaybeName();
        options.Maybe("Epsilon", 1e-5, 1e-3, 0.1);
        options.Maybe("Affine", isAffine, true, false);
        return new(word, shape => fits(shape) ? shape : null) { Options = options.Said };
    }

    // Beside norms of the support there are no others.
    private static LayerUse BatchNorm(Dice dice, NormStatistics? statistics)
    {
        var isAlone = statistics == NormStatistics.Support && !dice.LooksAtSupport;
        if (dice.LooksAtSupport) statistics = NormStatistics.Support;
        var norm = Norm(dice, "BatchNorm", true, _ => !isAlone);
        if (statistics is not { } said) return norm;
        return norm with
        {
            Kind = said == NormStatistics.Support ? OfSupport : "",
            Options = new Dictionary<string, object>(norm.Options) { ["Statistics"] = said },
        };
    }

    private static LayerUse Dropout(Dice dice)
    {
        var options = new Options(dice);
        options.Maybe("Channels", false, true, false);
        return new("Dropout", shape => shape) { Values = [dice.Of(0.25, 0.4, 0.5)], Options = options.Said };
    }

    private static LayerUse GroupNorm(Dice dice, int groups) =>
        Norm(dice, "GroupNorm", true, shape => shape[0] % groups == 0 && Shapes.Elements(shape) / groups >= FewestNormed) with
        {
            Values = [groups],
        };

    private static LayerUse Pool(Dice dice, string word)
    {
        var options = new Options(dice);
        var size = dice.Of(2, 3);
        var stride = options.Maybe("Stride", size, 1, 2, 3);
        var padding = options.Maybe("Padding", 0, 0, 1);
        return new(word, shape => Shapes.Slide(shape, shape[0], side => Shapes.Steps(side, size, stride, padding)))
        {
            Values = [size],
            Options = options.Said,
        };
    }

    private static LayerUse Flatten(Dice dice, int[] shape)
    {
        var options = new Options(dice);
        var from = options.Maybe("From", 0, dice.Below(shape.Length));
        return new("Flatten", before => from == 0 || from < before.Length - 1 ? [.. before[..from], Shapes.Elements(before[from..])] : null)
        {
            Options = options.Said,
        };
    }

    private static LayerUse Reshape(Dice dice, int[] shape)
    {
        var all = Shapes.Elements(shape);
        var (first, rank) = (dice.Divisor(all), 1 + dice.Below(3));
        var second = dice.Divisor(all / first);
        int[] to = rank == 1 ? [all] : rank == 2 ? [first, all / first] : [first, second, all / first / second];
        return new("Reshape", before => Shapes.Elements(before) == all ? to : null) { Values = [.. to.Cast<object>()] };
    }

    private static LayerUse Recurrent(Dice dice, string word, bool isWhole)
    {
        var options = new Options(dice);
        options.MaybeName();
        if (isWhole) options.Say("Sequence", true);
        var width = 1 + dice.Below(4);
        return new(word, shape => shape.Length != 2 || shape[0] > LongestRecurrence ? null : isWhole ? [shape[0], width] : [width])
        {
            Values = [width],
            Options = options.Said,
        };
    }

    private static LayerUse Activation(string word) => new(word, shape => shape);

    private static LayerUse Activation(Dice dice, string word, string option, params double[] choices)
    {
        var options = new Options(dice);
        options.Maybe(option, 0, choices);
        return Activation(word) with { Options = options.Said };
    }

    private static LayerUse WithName(Dice dice, LayerUse layer)
    {
        var options = new Options(dice);
        options.MaybeName();
        return layer with { Options = options.Said };
    }
}
