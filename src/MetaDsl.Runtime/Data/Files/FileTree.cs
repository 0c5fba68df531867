namespace MetaDsl;

/// <summary>The files of a folder or of a zip file, by their paths in it, with slashes.</summary>
internal abstract class FileTree(string name, List<string> files, List<string> folders) : IDisposable
{
    /// <summary>No image or table is larger; what says so is damaged or a bomb.</summary>
    protected const long LargestFile = 1 << 29;

    /// <summary>What messages call it.</summary>
    public string Name { get; } = name;

    /// <summary>Paths of files, in ordinal order.</summary>
    public IReadOnlyList<string> Files { get; } = files;

    /// <summary>Paths of folders, in ordinal order; empty for a zip file that lists none.</summary>
    public IReadOnlyList<string> Folders { get; } = folders;

    /// <summary>Opens a folder, or a file or stream that must be a zip file.</summary>
    public static FileTree Open(DataFile file) => file.IsFolder ? new FolderTree(file.Path!) : ZipTree.Open(file);

    /// <summary>What messages call a file in it.</summary>
    public string NameOf(int file) => $"{Name}/{Files[file]}";

    /// <summary>
    /// Reads a file into the front of a buffer, which grows if it must, and tells its length. Several threads may call it.
    /// </summary>
    public abstract int Read(int file, ref byte[] buffer);

    public virtual void Dispose()
    {
    }

    /// <summary>Whether a path is one that archivers or desktops leave behind.</summary>
    protected static bool IsHidden(string path) => path.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX");
}
