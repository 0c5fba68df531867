using System.Text;

namespace MetaDsl.Tests.Data;

/// <summary>A reader, files that it reads, and how bytes are given to it.</summary>
internal sealed record FuzzTarget(string Name, byte[][] Seeds, Action<byte[]> Read)
{
    /// <summary>Mends the checks of a mutated file, so that what is behind them is reached.</summary>
    public Action<byte[]>? Mend { get; init; }

    public static IReadOnlyList<FuzzTarget> All { get; } = [Image("png", Pngs()) with { Mend = MendPng }, Rows(), Image("pnm", Pnms()), Zip(), Idx(), Npy(), Npz(), Csv(), Cache(), Disk()];

    private static FuzzTarget Image(string name, byte[][] seeds) => new(name, seeds, bytes =>
    {
        var reader = new ImageReader(new ImageOptions { Size = new(9, 7), Color = ImageColor.Grey, Background = 9 });
        reader.Decode("fuzz", bytes);
        reader.Write(new byte[63]);
    });

    /// <summary>PNGs that are whole but for their rows: five bytes of header, a palette of four, and what is compressed.</summary>
    private static FuzzTarget Rows() => new(
        "rows",
        [[4, 3, 8, 0, 0, .. new byte[15]], [5, 4, 2, 3, 1, .. new byte[30]], [3, 3, 16, 6, 0, .. new byte[75]], [7, 2, 8, 2, 1, .. new byte[60]]],
        bytes =>
        {
            byte[] head = [.. bytes.Take(5), .. new byte[Math.Max(0, 5 - bytes.Length)]];
            var png = Png.Of(Png.Header(head[0], head[1], head[2], head[3], head[4]), [.. bytes.Skip(5)], Png.Chunk("PLTE", Make.Count(12)));
            new ImageReader(new ImageOptions()).Decode("fuzz", png);
        });

    private static FuzzTarget Zip() => new(
        "zip",
        [Make.Zip(("g/a/1.png", Png.Grey()), ("g/b/1.png", Png.Grey()), ("g/b/2.pgm", Pnms()[1])), Make.Zip(("x/", []), ("x/y/1.png", Png.Grey()))],
        bytes => new ImageFolderSource(Make.File("fuzz", bytes)) { Images = new() { Size = new(4, 4), Color = ImageColor.Grey } }.Load());

    private static FuzzTarget Idx()
    {
        var (images, labels) = (Make.Idx(8, [3, 2, 2], Make.Count(12)), Make.Idx(8, [3], [0, 1, 0]));
        return new FuzzTarget(
            "idx",
            [images, Make.Gzip(images), labels, Make.Gzip(labels), Make.Idx(13, [3, 2], new byte[24]), Make.Idx(12, [3], new byte[12])],
            bytes => AnyReads(
                () => new IdxSource(Make.File("fuzz", bytes), Make.File("good", labels)).Load(),
                () => new IdxSource(Make.File("good", images), Make.File("fuzz", bytes)).Load()));
    }

    private static FuzzTarget Npy()
    {
        var (images, labels) = (Make.Npy("'|u1'", "3, 2, 2", Make.Count(12)), Make.Npy("'<i8'", "3,", new byte[24]));
        byte[][] seeds =
        [
            images, labels, Make.Npy("'<f4'", "2, 2, 3", new byte[48], version: 2), Make.Npy("'>f8'", "1, 1, 2", new byte[16], version: 3),
            Make.Npy("'<f2'", "2, 3, 1", new byte[12], isFortran: true), Make.Npy("'|u1'", "1, 2, 2, 2, 3", new byte[24]),
        ];
        return new FuzzTarget("npy", seeds, bytes => AnyReads(
            () => new NumpySource(Make.File("fuzz", bytes)).Load(),
            () => new NumpySource(Make.File("fuzz", bytes), Make.File("good", labels)).Load(),
            () => new NumpySource(Make.File("good", images), Make.File("fuzz", bytes)).Load()));
    }

    private static FuzzTarget Npz() => new(
        "npz",
        [Make.Zip(("x.npy", Make.Npy("'|u1'", "3, 2, 2", Make.Count(12))), ("y.npy", Make.Npy("'<i8'", "3,", new byte[24])))],
        bytes => new NumpySource(Make.File("fuzz", bytes)) { ExamplesArray = "x", LabelsArray = "y" }.Load());

    private static FuzzTarget Csv() => new(
        "csv",
        [.. new[] { "a,b,k\n1,2,x\n3.5,-4e2,y\n", "\uFEFF\"a\",\"b\"\"c\",k\r\n\"1\",2,\"x\ny\"\r\n", "1\t2\n3\t4\n" }.Select(Encoding.UTF8.GetBytes)],
        bytes => AnyReads(
            () => new TableSource(Make.File("fuzz.csv", bytes)) { Group = "k" }.Load().ToClassSet(),
            () => new TableSource(Make.File("fuzz.tsv", bytes)) { HasHeader = false }.Load()));

    /// <summary>A damaged cache is no error at all, but what it holds must not be believed.</summary>
    private static FuzzTarget Cache()
    {
        var path = Path.Combine(Path.GetTempPath(), $"metadsl-fuzz-{Environment.ProcessId}.metadsl");
        var (set, fingerprint) = (Make.Set(2, 3), new byte[32]);
        CacheFile.TryWrite(path, fingerprint, set);
        var good = File.ReadAllBytes(path);
        File.Delete(path);
        return new FuzzTarget("cache", [good], bytes =>
        {
            File.WriteAllBytes(path, bytes);
            var read = CacheFile.TryRead(path, fingerprint);
            File.Delete(path);
            if (read is not null && !bytes.AsSpan().SequenceEqual(good)) throw new InvalidOperationException("a damaged cache was believed");
        });
    }

    /// <summary>Nor what it holds where its examples are read one by one.</summary>
    private static FuzzTarget Disk()
    {
        var path = Path.Combine(Path.GetTempPath(), $"metadsl-fuzz-{Environment.ProcessId}-disk.metadsl");
        var (set, fingerprint) = (Make.Set(2, 3), new byte[32]);
        CacheFile.TryWrite(path, fingerprint, set);
        var good = File.ReadAllBytes(path);
        File.Delete(path);
        return new FuzzTarget("disk", [good], bytes =>
        {
            File.WriteAllBytes(path, bytes);
            var file = ExampleFile.TryOpen(path, fingerprint);
            File.Delete(path);
            if (file is null) return;
            var disk = new ClassSet(file.Layout, new StoredExamples(file));
            disk.CopyRows([0, 1, 2, 3, 4], new byte[5]);
            if (!bytes.AsSpan().SequenceEqual(good)) throw new InvalidOperationException("a damaged cache was believed");
        });
    }

    /// <summary>Reads in one way after the other; refused by all, it is refused.</summary>
    private static void AnyReads(params Action[] ways)
    {
        foreach (var way in ways[..^1])
        {
            try
            {
                way();
                return;
            }
            catch (DataException)
            {
                // Another way may read it.
            }
        }

        ways[^1]();
    }

    private static byte[][] Pngs()
    {
        byte[] palette = Png.Chunk("PLTE", Make.Count(48));
        return
        [
            Png.Grey(), Png.Of(Png.Header(5, 3, 8, 6), Png.Rows(20, 3, (x, y) => (byte)(x * y), filter: 4)), Png.Of(Png.Header(9, 5, 1, 0), Png.Rows(2, 5, (x, _) => (byte)x)),
            Png.Of(Png.Header(6, 4, 4, 3), Png.Rows(3, 4, (x, y) => (byte)(x + y), filter: 1), palette, Png.Chunk("tRNS", 1, 2)),
            Png.Of(Png.Header(3, 3, 16, 2), Png.Rows(18, 3, (x, y) => (byte)(x ^ y), filter: 3), Png.Chunk("tRNS", 0, 1, 0, 1, 0, 1)),
            Png.Of(Png.Header(4, 4, 8, 4, 1), new byte[48]), Png.Of(Png.Header(2, 2, 2, 3, 1), new byte[8], palette),
        ];
    }

    private static byte[][] Pnms() =>
    [
        "P1\n3 2\n1 0 1 0 1 0\n"u8.ToArray(), "P2\n# c\n2 2\n15\n0 5 10 15\n"u8.ToArray(), "P3 1 2 255 1 2 3 4 5 6"u8.ToArray(),
        [.. "P4 9 2\n"u8, 1, 2, 3, 4], [.. "P5 2 2 65535\n"u8, .. Make.Count(8)], [.. "P6 2 1 255\n"u8, .. Make.Count(6)],
    ];

    private static void MendPng(byte[] bytes)
    {
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
            if (length < 0 || length > bytes.Length - at - 12) return;
            var crc = Crc32.Of(bytes.AsSpan(at + 4, length + 4));
            for (var i = 0; i < 4; i++) bytes[at + 8 + length + i] = (byte)(crc >> (24 - (8 * i)));
            at += 12 + length;
        }
    }
}
