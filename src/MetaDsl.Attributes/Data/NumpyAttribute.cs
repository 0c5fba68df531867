using System;

namespace MetaDsl;

/// <summary>
/// Takes classes from arrays that NumPy saved: <c>.npy</c> or <c>.npz</c> of [classes, examples, ...], or of [examples, ...] with labels.
/// Bytes (uint8) stay bytes; other numbers become floats.
/// </summary>
/// <example><code>[FewShot(ways: 5, shots: 1), Numpy(Train = "mini-train.npz", Test = "mini-test.npz", LabelsArray = "labels")]
/// public partial class MiniImageNet;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class NumpyAttribute : Attribute
{
    /// <summary>One source for each part: set <see cref="Train"/> and <see cref="Test"/>.</summary>
    public NumpyAttribute()
    {
    }

    /// <summary>One file for all parts, with a split.</summary>
    /// <param name="path">The file, in the data folder of the run.</param>
    public NumpyAttribute(string path) => Path = path;

    /// <summary>Two <c>.npy</c> files for all parts, with a split.</summary>
    /// <param name="path">The file of examples, in the data folder of the run.</param>
    /// <param name="labels">The file of their labels.</param>
    public NumpyAttribute(string path, string labels) => (Path, Labels) = (path, labels);

    public string? Path { get; }

    public string? Labels { get; }

    /// <summary>What holds the classes to train on, where each part is published by itself; then no split is declared.</summary>
    public string? Train { get; set; }

    /// <summary>What holds the classes to choose settings by; there may be none.</summary>
    public string? Validation { get; set; }

    /// <summary>What holds the classes to test on.</summary>
    public string? Test { get; set; }

    /// <summary>Which array of an <c>.npz</c> holds the examples; may be left out where it is clear.</summary>
    public string? ExamplesArray { get; set; }

    /// <summary>Which array of an <c>.npz</c> holds the labels; none unless given.</summary>
    public string? LabelsArray { get; set; }

    /// <summary>Where the channels of images are.</summary>
    public ChannelAxis Channels { get; set; }
}

/// <summary>Where the channels of an array of images are.</summary>
public enum ChannelAxis
{
    /// <summary>Where an axis of 1 or 3 is; if both ends have one, it must be declared.</summary>
    Guess,

    /// <summary>[..., channels, height, width]</summary>
    First,

    /// <summary>[..., height, width, channels]</summary>
    Last,
}
