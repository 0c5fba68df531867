namespace MetaDsl;

/// <summary>
/// Images and labels in IDX files, as MNIST, Fashion-MNIST, KMNIST and EMNIST are published, plain or gzipped. A class is called by its
/// label.
/// </summary>
public sealed class IdxSource : ClassSource
{
    private readonly (DataFile Examples, DataFile Labels)[]? pairs;
    private readonly DataFile? folder;

    /// <summary>Reads a file of examples and the file of their labels.</summary>
    public IdxSource(DataFile examples, DataFile labels)
        : this((examples, labels))
    {
    }

    /// <summary>Reads several such pairs as one set, such as MNIST's training and test images.</summary>
    public IdxSource(params (DataFile Examples, DataFile Labels)[] pairs)
    {
        if (pairs.Length == 0) throw new ArgumentException("No files are named; name one of examples and one of labels.", nameof(pairs));
        this.pairs = pairs;
        Name = pairs[0].Examples.Name;
    }

    /// <summary>Reads every pair in a folder: <c>train-images-idx3-ubyte.gz</c> goes with <c>train-labels-idx1-ubyte.gz</c>.</summary>
    public IdxSource(DataFile folder) => (this.folder, Name) = (folder, folder.Name);

    /// <inheritdoc/>
    public override string Name { get; }

    private protected override IReadOnlyList<DataFile> Files => [.. Pairs().SelectMany(pair => new[] { pair.Examples, pair.Labels })];

    private protected override string Key => string.Join("; ", Files.Select(file => Path.GetFileName(file.Name)));

    private protected override void Read(ExampleTarget target, Reading reading)
    {
        var arrays = new List<(ArrayStream Examples, NumberArray Labels)>();
        try
        {
            foreach (var (examples, labels) in Pairs()) arrays.Add((Open(examples, reading), ReadLabels(labels, reading)));
            ArrayClasses.Labelled(arrays, ArrayLayout.ChannelsFirst, Images, Name, target, reading);
        }
        finally
        {
            foreach (var (examples, _) in arrays) examples.Dispose();
        }
    }

    private static ArrayStream Open(DataFile file, Reading reading)
    {
        var input = ByteInput.Open(file);
        try
        {
            return IdxReader.Open(input, reading);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    private static NumberArray ReadLabels(DataFile file, Reading reading)
    {
        using var input = ByteInput.Open(file);
        return IdxReader.ReadLabels(input, reading);
    }

    private IReadOnlyList<(DataFile Examples, DataFile Labels)> Pairs()
    {
        if (pairs is not null) return pairs;
        if (!folder!.IsFolder)
            throw new DataException(Name, "", "it is no folder", "name the folder, or the file of examples and that of labels");
        var found = new List<(DataFile, DataFile)>();
        using var tree = FileTree.Open(folder);
        foreach (var path in tree.Files.Where(path => path.Contains("-images-idx", StringComparison.Ordinal)))
        {
            var start = path[..path.IndexOf("-images-idx", StringComparison.Ordinal)] + "-labels-idx1";
            var labels = tree.Files.FirstOrDefault(other => other.StartsWith(start, StringComparison.Ordinal))
                ?? throw new DataException($"{Name}/{path}", "", $"there is no '{start}…' beside it", "fetch the labels, too");
            found.Add((Path.Combine(folder.Path!, path), Path.Combine(folder.Path!, labels)));
        }

        if (found.Count > 0) return found;
        throw new DataException(Name, "", "there is no '…-images-idx3-ubyte' file in it", "name the folder that holds the IDX files");
    }
}
