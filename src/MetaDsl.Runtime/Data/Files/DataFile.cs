namespace MetaDsl;

/// <summary>
/// A file, folder or stream to read from. A path converts by itself: <c>new OmniglotSource("data/omniglot")</c>; a stream has a name, for
/// messages, and can be opened anew: <c>DataFile.From("upload.zip", () =&gt; new MemoryStream(bytes))</c>.
/// </summary>
public sealed class DataFile
{
    private readonly Func<Stream> open;

    private DataFile(string name, string? path, Func<Stream> open) => (Name, Path, this.open) = (name, path, open);

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>Where it lies; null for a stream.</summary>
    public string? Path { get; }

    internal bool IsFolder => Path is not null && Directory.Exists(Path);

    /// <summary>A file or folder.</summary>
    public static DataFile At(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new DataFile(path, path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1));
    }

    /// <summary>A stream, which is read from where it stands and disposed. What is read from streams is not cached.</summary>
    public static DataFile From(string name, Func<Stream> open)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(open);
        return new DataFile(name, null, open);
    }

    public static implicit operator DataFile(string path) => At(path);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Opens what must be a file, with a length that can be relied on.</summary>
    internal Stream Open()
    {
        if (IsFolder) throw new DataException(Name, "", "it is a folder where a file is needed", "name a file in it");
        try
        {
            var stream = open();
            if (stream.CanSeek) return stream;
            using (stream)
            {
                var copy = new MemoryStream();
                stream.CopyTo(copy);
                copy.Position = 0;
                return copy;
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            var full = Path is null ? "" : $" (that is '{System.IO.Path.GetFullPath(Path)}')";
            throw new DataException(Name, "", "there is no such file" + full, "check the path, or fetch the data first", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            throw new DataException(Name, "", $"it cannot be read ({e.Message.TrimEnd('.')})", "make it readable, or name another", e);
        }
    }

    /// <summary>All of a small text, such as a list of names.</summary>
    internal string ReadText()
    {
        using var input = ByteInput.Open(this);
        return input.ReadText();
    }
}
