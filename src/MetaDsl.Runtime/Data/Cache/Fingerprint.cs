using System.Security.Cryptography;
using System.Text;

namespace MetaDsl;

/// <summary>
/// What tells whether a cache file was made from a source as it is now: its files' names, lengths and times, and the options.
/// </summary>
internal static class Fingerprint
{
    /// <summary>The fingerprint of some files and folders, read with options.</summary>
    public static byte[] Of(string options, IEnumerable<string> paths)
    {
        // Floats are cached as they lie in memory.
        var text = new StringBuilder().Append(options).Append('\n').Append(BitConverter.IsLittleEndian).Append('\n');
        foreach (var path in paths)
        {
            if (Directory.Exists(path)) AddFolder(text, path);
            else Add(text, Path.GetFileName(path), new FileInfo(path));
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>A few letters that differ between options, for the name of the cache file.</summary>
    public static string Short(string options) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options)), 0, 4);

    private static void AddFolder(StringBuilder text, string path)
    {
        // What was read from a part of the folder may be kept in it.
        var files = new DirectoryInfo(path).EnumerateFiles("*", FolderTree.All)
            .Where(file => !CacheFile.Is(file.Name))
            .Select(file => (Name: Path.GetRelativePath(path, file.FullName), File: file))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        foreach (var (name, file) in files) Add(text, name, file);
    }

    private static void Add(StringBuilder text, string name, FileInfo file) =>
        text.Append(Text.Invariant, $"{name}\n{(file.Exists ? file.Length : -1)} {(file.Exists ? file.LastWriteTimeUtc.Ticks : 0)}\n");
}
