namespace MetaDsl;

/// <summary>The picture that a command ends with. Whether it can be written is found before the work, which may take hours.</summary>
/// <param name="what">What is drawn: <c>The fits</c>.</param>
/// <param name="path">The file's full path.</param>
/// <param name="wayOut">A sentence on what to do where it cannot be written.</param>
internal sealed class PictureFile(string what, string path, string wayOut)
{
    public string Path { get; } = path;

    /// <summary>Makes the folders that lead to the file, which stay, and opens it; what is in it stays as it is.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Check() => Try(() =>
    {
        var file = new FileInfo(Path);
        file.Directory?.Create();

        // A link to a file that is not there yet is none of ours to delete.
        var isNew = !file.Exists && file.LinkTarget is null;
        file.Open(FileMode.OpenOrCreate, FileAccess.Write).Dispose();
        if (isNew) file.Delete();
    });

    /// <summary>Has the picture saved.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(Action<string> save) => Try(() => save(Path));

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{what} cannot be written to '{Path}': {e.Message.TrimEnd('.')}. {wayOut}", e);
        }
    }
}
