using System.IO.Compression;

namespace MetaDsl;

/// <summary>
/// The files in a zip file. Nothing is ever unpacked to disk; a path that would climb out of a folder is refused all the same.
/// </summary>
internal sealed class ZipTree : FileTree
{
    private const string GetAgain = "the zip file is damaged; get it again";

    private readonly ZipArchive archive;
    private readonly List<ZipArchiveEntry> entries;

    /// <summary>An archive reads one entry at a time.</summary>
    private readonly Lock gate = new();

    private ZipTree(string name, ZipArchive archive, List<ZipArchiveEntry> entries, List<string> folders)
        : base(name, [.. entries.Select(entry => entry.FullName)], folders) => (this.archive, this.entries) = (archive, entries);

    /// <summary>Opens a zip file and checks what it lists.</summary>
    public static new ZipTree Open(DataFile file)
    {
        var stream = file.Open();
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read);
            var (entries, folders, packed) = (new List<ZipArchiveEntry>(), new List<string>(), 0L);
            foreach (var entry in archive.Entries)
            {
                CheckPath(file.Name, entry.FullName);
                packed = checked(packed + entry.CompressedLength);
                if (IsHidden(entry.FullName.TrimEnd('/'))) continue;
                if (entry.FullName.EndsWith('/')) folders.Add(entry.FullName.TrimEnd('/'));
                else entries.Add(entry);
            }

            // Entries that share their bytes make a small file endless.
            if (packed > stream.Length) throw new DataException(file.Name, "", "its entries overlap", GetAgain);
            entries.Sort((a, b) => string.CompareOrdinal(a.FullName, b.FullName));
            folders.Sort(StringComparer.Ordinal);
            for (var i = 1; i < entries.Count; i++)
            {
                if (entries[i].FullName == entries[i - 1].FullName)
                    throw new DataException(file.Name, "", $"it holds '{entries[i].FullName}' twice", GetAgain);
            }

            return new ZipTree(file.Name, archive, entries, folders);
        }
        catch (Exception e) when (IsDamage(e))
        {
            archive?.Dispose();
            stream.Dispose();
            throw new DataException(file.Name, "", $"it is no zip file that can be read ({e.Message.TrimEnd('.')})", "get it again", e);
        }
        catch (DataException)
        {
            archive?.Dispose();
            stream.Dispose();
            throw;
        }
    }

    public override int Read(int file, ref byte[] buffer)
    {
        var entry = entries[file];
        var length = Claimed(entry, NameOf(file));
        buffer = Scratch.Of(buffer, (int)length);
        lock (gate)
        {
            try
            {
                using var stream = entry.Open();
                if (stream.ReadAtLeast(buffer.AsSpan(0, (int)length), (int)length, throwOnEndOfStream: false) < length)
                    throw Wrong(file, $"it ends before the {Text.Of(length, "byte")} that the zip file claims");
            }
            catch (Exception e) when (IsDamage(e))
            {
                throw Wrong(file, $"it cannot be unpacked ({e.Message.TrimEnd('.')})", e);
            }
        }

        var crc = Crc32.Of(buffer.AsSpan(0, (int)length));
        if (crc != entry.Crc32) throw Wrong(file, $"its check is {entry.Crc32:x8}, but its bytes give {crc:x8}");
        return (int)length;
    }

    /// <summary>An entry as bytes in order, for readers of arrays.</summary>
    public ByteInput OpenEntry(int file)
    {
        var entry = entries[file];
        try
        {
            return new ByteInput(
                NameOf(file), new BufferedStream(entry.Open(), 1 << 16), Math.Min(entry.Length, MostUnpacked(entry)), entry.Crc32);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Wrong(file, $"it cannot be unpacked ({e.Message.TrimEnd('.')})", e);
        }
    }

    public override void Dispose() => archive.Dispose();

    private static long MostUnpacked(ZipArchiveEntry entry) => (entry.CompressedLength + 64) * ByteInput.MostInflation;

    private static long Claimed(ZipArchiveEntry entry, string name)
    {
        if (entry.Length > Math.Min(LargestFile, MostUnpacked(entry)))
        {
            throw new DataException(
                name,
                "",
                $"the zip file claims that {Text.Of(entry.CompressedLength, "byte")} unpack to {Text.Count(entry.Length)}, which "
                + "no file here does",
                GetAgain);
        }

        return entry.Length;
    }

    private static void CheckPath(string zip, string path)
    {
        var slashed = path.Replace('\\', '/');
        if (slashed.StartsWith('/') || slashed is [_, ':', ..] || slashed.Contains('\0') || slashed.Split('/').Contains(".."))
        {
            throw new DataException(
                zip,
                "",
                $"it holds '{path}', a path that leads out of a folder",
                "do not use this file; get it from where it is published");
        }
    }

    /// <summary>What .NET throws over zip files that are none: it promises the first, and hostile ones bring about the others.</summary>
    private static bool IsDamage(Exception e) =>
        e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException
            or UnauthorizedAccessException;

    private DataException Wrong(int file, string reason, Exception? inner = null) => new(NameOf(file), "", reason, GetAgain, inner);
}
