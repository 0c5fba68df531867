using System;

namespace MetaDsl;

/// <summary>
/// Takes classes from IDX files, as MNIST, Fashion-MNIST, KMNIST and EMNIST are published, plain or gzipped. A class is called by its
/// label.
/// </summary>
/// <example><code>[FewShot(ways: 5, shots: 1), Idx("fashion-mnist"), Split(train: 5, validation: 0, test: 5)]
/// public partial class Clothes;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class IdxAttribute : Attribute
{
    /// <summary>All pairs of a folder: <c>train-images-idx3-ubyte.gz</c> goes with <c>train-labels-idx1-ubyte.gz</c>.</summary>
    /// <param name="folder">The folder, in the data folder of the run.</param>
    public IdxAttribute(string folder) => Folder = folder;

    /// <summary>One pair of files.</summary>
    /// <param name="examples">The file of examples, in the data folder of the run.</param>
    /// <param name="labels">The file of their labels.</param>
    public IdxAttribute(string examples, string labels) => (Examples, Labels) = (examples, labels);

    public string? Folder { get; }

    public string? Examples { get; }

    public string? Labels { get; }
}
