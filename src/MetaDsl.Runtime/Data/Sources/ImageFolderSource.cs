namespace MetaDsl;

/// <summary>
/// Images in a folder for each class, in a folder, a zip file or a stream of one: PNG of every kind, PPM, PGM, PBM. A class is called by
/// its path below the folder that holds all classes, and its group is the folders above it: <c>train/cat</c> is of the group <c>train</c>.
/// Files of other kinds and hidden ones are passed over.
/// </summary>
public sealed class ImageFolderSource(DataFile file) : ClassSource
{
    /// <inheritdoc/>
    public override string Name => file.Name;

    private protected override IReadOnlyList<DataFile> Files => [file];

    private protected override string Key => "";

    private protected override void Read(ExampleTarget target, Reading reading)
    {
        using var tree = FileTree.Open(file);
        ImageSetReader.Read(ImageClasses.ByPath(tree), Images, Name, target, reading);
    }
}
