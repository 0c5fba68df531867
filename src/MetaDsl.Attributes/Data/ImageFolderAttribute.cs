using System;

namespace MetaDsl;

/// <summary>
/// Takes classes of images from a folder for each class, in a folder or zip: PNG of every kind, PPM, PGM, PBM. A class is called by its
/// path below the folder that holds all, and its group is the folders above it: <c>train/cat</c> is of the group <c>train</c>.
/// </summary>
/// <example><code>[FewShot(ways: 5, shots: 1), ImageFolder("birds.zip"), Resize(84), Split(train: 100, validation: 50, test: 50)]
/// public partial class Birds;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ImageFolderAttribute : Attribute
{
    /// <summary>One source for each part: set <see cref="Train"/> and <see cref="Test"/>.</summary>
    public ImageFolderAttribute()
    {
    }

    /// <summary>One source for all parts, with a split.</summary>
    /// <param name="path">The folder or zip, in the data folder of the run.</param>
    public ImageFolderAttribute(string path) => Path = path;

    public string? Path { get; }

    /// <summary>What holds the classes to train on, where each part is published by itself; then no split is declared.</summary>
    public string? Train { get; set; }

    /// <summary>What holds the classes to choose settings by; there may be none.</summary>
    public string? Validation { get; set; }

    /// <summary>What holds the classes to test on.</summary>
    public string? Test { get; set; }
}
