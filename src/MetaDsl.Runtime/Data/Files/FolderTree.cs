namespace MetaDsl;

/// <summary>The files below a folder.</summary>
internal sealed class FolderTree(string path)
    : FileTree(path, List(path, Directory.EnumerateFiles), List(path, Directory.EnumerateDirectories))
{
    /// <summary>Deep enough for any data, and an end where a link leads back up.</summary>
    public static EnumerationOptions All { get; } = new() 
    {
        RecurseSubdirectories = true, MaxRecursionDepth = 16, IgnoreInaccessible = false,
    };

    public override int Read(int file, ref byte[] buffer)
    {
        try
        {
            using var handle = File.OpenHandle(Path.Combine(Name, Files[file]));
            var length = RandomAccess.GetLength(handle);
            if (length > LargestFile)
                throw new DataException(NameOf(file), "", $"it has {Text.Of(length, "byte")}, more than any image", "delete it");
            buffer = Scratch.Of(buffer, (int)length);
            var read = 0;
            while (read < length)
            {
                var more = RandomAccess.Read(handle, buffer.AsSpan(read, (int)length - read), read);
                if (more == 0) break;
                read += more;
            }

            return read;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException(NameOf(file), "", $"it cannot be read ({e.Message.TrimEnd('.')})", "make it readable, or delete it", e);
        }
    }

    private static List<string> List(string path, Func<string, string, EnumerationOptions, IEnumerable<string>> enumerate)
    {
        try
        {
            var paths = enumerate(path, "*", All)
                .Select(found => Path.GetRelativePath(path, found).Replace(Path.DirectorySeparatorChar, '/'));
            List<string> kept = [.. paths.Where(found => !IsHidden(found) && !CacheFile.Is(found))];
            kept.Sort(StringComparer.Ordinal);
            return kept;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException(path, "", $"it cannot be listed ({e.Message.TrimEnd('.')})", "make it readable, or name another", e);
        }
    }
}
