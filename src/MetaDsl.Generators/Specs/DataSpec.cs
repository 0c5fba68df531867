namespace MetaDsl.Generators.Specs;

/// <summary>Where the examples of tasks come from.</summary>
internal abstract record ExamplesSpec;

/// <summary>Methods of the user's that give tensors: one for training, one for tests and perhaps one for validation.</summary>
internal sealed record TensorMethodsSpec(bool HasValidation) : ExamplesSpec;

/// <summary>
/// Data that are read when they are first needed, and split by classes. Without a split, the source has one of its own. The user's own
/// words are kept for comments.
/// </summary>
internal sealed record DataSpec(
    SourceSpec Source,
    SplitSpec? Split,
    ImagesSpec Images,
    NormalizationSpec Normalization,
    bool HasRotations,
    ReadAheadSpec? ReadAhead,
    string Text)
    : ExamplesSpec
{
    /// <summary>Channels of an example, as far as the declaration tells.</summary>
    public int? Channels => Images.Color switch
    {
        ImageColorKind.Grey => 1,
        ImageColorKind.Rgb => 3,
        _ => Source.Channels,
    };

    /// <summary>Rows and columns of an example, as far as the declaration tells.</summary>
    public (int Height, int Width)? Size => Images.Height > 0 ? (Images.Height, Images.Width) : Source.Size;

    /// <summary>Whether it gives vectors of numbers, and no images.</summary>
    public bool IsTable => Source is TableSourceSpec;
}

/// <summary>
/// How much memory batches that are read ahead may take, and how many threads read; without a number, as many as make sense.
/// </summary>
internal sealed record ReadAheadSpec(int Megabytes, int? Threads);

/// <summary>What is done with each image when it is read; a height of 0 leaves the size as it is.</summary>
internal sealed record ImagesSpec(int Height, int Width, ImageColorKind Color, bool IsInverted, int? Background)
{
    public bool IsNothing => Height == 0 && Color == ImageColorKind.AsStored && !IsInverted && Background is null;
}

internal enum ImageColorKind
{
    AsStored,
    Grey,
    Rgb,
}

/// <summary>What the network is shown of a number x: (x - mean) / deviation, where they are declared or those of training.</summary>
internal sealed record NormalizationSpec(EquatableArray<double> Mean, EquatableArray<double> Deviation, bool IsOfTraining)
{
    public bool IsNothing => Mean.Count == 0 && Deviation.Count == 0 && !IsOfTraining;
}
