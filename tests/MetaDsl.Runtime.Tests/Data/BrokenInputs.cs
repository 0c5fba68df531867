using System.Buffers.Binary;
using System.Text;

namespace MetaDsl.Tests.Data;

/// <summary>Inputs that cannot be read: a name, how they are read, and what the message must say of place and reason.</summary>
internal static class BrokenInputs
{
    private static readonly ImageOptions AsStored = new();

    public static IEnumerable<(string Name, Action<TemporaryFolder> Read, string[] Says)> All =>
        [.. Pngs(), .. OtherImages(), .. Folders(), .. Zips(), .. Idx(), .. Numpy(), .. Tables()];

    private static IEnumerable<(string, Action<TemporaryFolder>, string[])> Pngs()
    {
        var good = Png.Grey();
        yield return Image("no byte at all", [], "byte 0", "it is empty");
        yield return Image("the signature alone", good[..8], "byte 8", "before the IEND chunk");
        yield return Image("cut within the header", good[..20], "byte 8", "a chunk claims 13 bytes");
        yield return Image("cut within the pixels", good[..^20], "byte 33", "a chunk claims");
        yield return Image("without its end", good[..^12], "before the IEND chunk");
        yield return Image("no image", "GIF89a"u8.ToArray(), "byte 0", "it is a GIF");
        yield return Image("a JPEG by another name", [0xFF, 0xD8, 0xFF, 0xE0], "it is a JPEG");
        yield return Image("a wrong check of the header", With(good, 29, 1), "byte 8", "the check of the IHDR chunk");
        yield return Image("a wrong check of the pixels", With(good, good.Length - 14, 1), "byte 33", "the check of the IDAT chunk");
        yield return Image("a chunk of 2 GB", With(good, 33, 0x7F), "byte 33", "a chunk claims 2 130 706");
        yield return Image("no width", Png.Of(Png.Header(0, 4, 8, 0), [0]), "byte 16", "0 x 4 pixels");
        yield return Image("absurd sizes", Png.Of(Png.Header(0x7FFFFFFF, 0x7FFFFFFF, 8, 6), [0]), "2 147 483 647 x 2 147 483 647");
        yield return Image("2 GB of pixels in a few bytes", Png.Of(Png.Header(8192, 8192, 16, 6), new byte[100]), "compressed ones cannot hold so many");
        yield return Image("a side beyond reason", Png.Of(Png.Header(1 << 20, 1, 1, 0), new byte[100]), "32 768 on a side");
        yield return Image("a colour type that is none", Png.Of(Png.Header(4, 4, 8, 5), [0]), "colour type 5 with 8 bits");
        yield return Image("a bit depth that is none", Png.Of(Png.Header(4, 4, 4, 2), [0]), "colour type 2 with 4 bits");
        yield return Image("an unknown interlacing", Png.Of(Png.Header(4, 4, 8, 0, 2), [0]), "byte 28", "interlace method 2");
        yield return Image("a header that is too short", [.. Png.Signature, .. Png.Chunk("IHDR", 0, 0)], "2 bytes instead of 13");
        yield return Image("no header", [.. Png.Signature, .. Png.Chunk("IEND")], "the first chunk is IEND");
        yield return Image("two headers", Png.Of(Png.Header(4, 4, 8, 0), new byte[20], Png.Header(4, 4, 8, 0)), "second IHDR");
        yield return Image("no pixels", [.. Png.Signature, .. Png.Header(4, 4, 8, 0), .. Png.Chunk("IEND")], "no IDAT chunk");
        yield return Image("no palette", Png.Of(Png.Header(4, 4, 8, 3), new byte[20]), "no PLTE chunk");
        yield return Image("half a colour in the palette", Png.Of(Png.Header(4, 4, 8, 3), new byte[20], Png.Chunk("PLTE", 1, 2, 3, 4)), "is no palette");
        yield return Image("a colour beyond the palette", Png.Of(Png.Header(4, 4, 8, 3), Png.Rows(4, 4, (_, y) => (byte)y), Png.Chunk("PLTE", new byte[9])), "row 3", "colour 3 of a palette of 3");
        yield return Image("transparency of an image with alpha", Png.Of(Png.Header(4, 4, 8, 6), new byte[68], Png.Chunk("tRNS", 0, 0)), "tRNS chunk of 2 bytes");
        yield return Image("a filter that is none", Png.Of(Png.Header(4, 4, 8, 0), Png.Rows(4, 4, (_, _) => 0, filter: 7)), "row 0", "filter 7");
        yield return Image("fewer pixels than claimed", Png.Of(Png.Header(4, 4, 8, 0), new byte[15]), "only 15 are there");
        yield return Image("pixels that do not inflate", [.. Png.Signature, .. Png.Header(4, 4, 8, 0), .. Png.Chunk("IDAT", 1, 2, 3, 4), .. Png.Chunk("IEND")], "byte 41", "cannot be decompressed");
        yield return Image("pixels that ask for a dictionary", [.. Png.Signature, .. Png.Header(4, 4, 8, 0), .. Png.Chunk("IDAT", 0x78, 0x20, 1, 2, 3, 4, 5), .. Png.Chunk("IEND")], "cannot be decompressed");
        yield return Image("a wrong checksum of the pixels", WrongAdler(), "cannot be decompressed");
        yield return Image("an unknown chunk that matters", Png.Of(Png.Header(4, 4, 8, 0), new byte[20], Png.Chunk("ABCD")), "unknown critical chunk, ABCD");
        yield return Image("pixels in two places", Png.Of(Png.Header(4, 4, 8, 0), new byte[20], Png.Chunk("IDAT", Png.Deflate(new byte[20])), Png.Chunk("tEXt")), "do not follow one another");
    }

    private static IEnumerable<(string, Action<TemporaryFolder>, string[])> OtherImages()
    {
        yield return Image("a PPM without sizes", "P6\n"u8.ToArray(), "no number where the width should be");
        yield return Image("a PPM cut short", "P6 4 4 255 abc"u8.ToArray(), "its pixels take 49 bytes");
        yield return Image("a PGM of 2 GB in 20 bytes", "P5 30000 60000 255\n"u8.ToArray(), "30 000 x 60 000 pixels");
        yield return Image("a PGM of text cut short", "P2 100 100 255 1 2 3"u8.ToArray(), "its pixels take 19 999 bytes");
        yield return Image("a level beyond the largest", "P2 2 1 7 3 9"u8.ToArray(), "a level is 9, but the largest is said to be 7");
        yield return Image("a largest level of 0", "P5 1 1 0 a"u8.ToArray(), "its largest level is 0");
        yield return Image("a number without end", Encoding.ASCII.GetBytes("P5 " + new string('9', 50)), "more than 9 digits");
        yield return Image("letters instead of levels", "P3 1 1 255 a b c"u8.ToArray(), "no number where a level should be");
        yield return Image("neither 0 nor 1", "P1 2 1 0 7"u8.ToArray(), "no 0 or 1");
        yield return Image("no space behind the header", "P5 1 1 255xy"u8.ToArray(), "no space ends its header");
        yield return ("images of two sizes", _ => ReadZip(("a/1.png", Png.Grey()), ("a/2.png", Png.Grey(5, 4))), ["a/2.png", "1x4x5 where", "'Size'"]);
        yield return ("grey and colour mixed", _ => ReadZip(("a/1.png", Png.Grey()), ("a/2.ppm", [.. "P6 4 4 255\n"u8, .. new byte[48]])), ["3x4x4 where", "'Color'"]);
    }

    private static IEnumerable<(string, Action<TemporaryFolder>, string[])> Folders()
    {
        yield return ("a folder that is not there", folder => Load(new ImageFolderSource(Path.Combine(folder.Path, "none"))), ["none'", "no such file"]);
        yield return ("a folder without classes", folder => Load(new ImageFolderSource(folder.Path)), ["there is no class in it"]);
        yield return ("an empty class", folder => Load(new ImageFolderSource(Filled(folder, "b"))), ["/b'", "the class has no image"]);
        yield return ("an image outside of classes", folder => Load(new ImageFolderSource(Filled(folder, "c", "stray.png"))), ["stray.png", "no class's folder"]);
        yield return ("a JPEG", folder => Load(new ImageFolderSource(Filled(folder, "c", "c/photo.JPG"))), ["photo.JPG", "'.jpg' images are not read"]);
        yield return ("an image of no byte", folder => Load(new ImageFolderSource(Filled(folder, "c", "c/empty.png"))), ["c/empty.png", "byte 0", "it is empty"]);
        yield return ("Omniglot without alphabets", folder => Load(new OmniglotSource(Filled(folder, "c", "c/1.png"))), ["alphabet/character/"]);
        yield return ("Omniglot in a text file", folder => Load(new OmniglotSource(folder.Write("omniglot.zip", "no zip"))), ["omniglot.zip", "no zip file"]);
        yield return ("a class in two zip files", _ => Load(new OmniglotSource(Zip("1.zip"), Zip("2.zip"))), ["2.zip", "'Greek/one' is also in '1.zip'"]);
        yield return ("a folder where a file belongs", folder => Load(new NumpySource(folder.Path)), ["it is a folder"]);
        yield return ("a folder without IDX files", folder => Load(new IdxSource(folder.Path)), ["-images-idx3-ubyte"]);
        yield return ("IDX images without labels", folder => Load(new IdxSource(Path.GetDirectoryName(folder.Write("train-images-idx3-ubyte"))!)), ["train-labels-idx1"]);

        static DataFile Zip(string name) => Make.File(name, Make.Zip(("x/Greek/one/1.png", Png.Grey())));
    }

    private static IEnumerable<(string, Action<TemporaryFolder>, string[])> Zips()
    {
        yield return ("a zip of no byte", _ => Load(new ImageFolderSource(Make.File("a.zip", []))), ["a.zip", "no zip file"]);
        yield return ("a zip cut short", _ => Load(new ImageFolderSource(Make.File("a.zip", Make.Zip(("a/1.png", Png.Grey()))[..^30]))), ["no zip file"]);
        yield return ("a path that climbs out", _ => ReadZip(("a/../../etc/1.png", Png.Grey())), ["a/../../etc/1.png", "leads out of a folder"]);
        yield return ("an absolute path", _ => ReadZip(("/etc/1.png", Png.Grey())), ["leads out of a folder"]);
        yield return ("a path of Windows that climbs out", _ => ReadZip(("..\\1.png", Png.Grey())), ["leads out of a folder"]);
        yield return ("a path with a drive", _ => ReadZip(("c:/1.png", Png.Grey())), ["leads out of a folder"]);
        yield return ("an entry twice", _ => ReadZip(("a/1.png", Png.Grey()), ("a/1.png", Png.Grey())), ["'a/1.png' twice"]);
        yield return ("a bomb", _ => ReadZip(("a/1.png", new byte[600_000_000])), ["a/1.png", "unpack to 600 000 000"]);
        yield return ("damage within an entry", _ => Load(new ImageFolderSource(Make.File("a.zip", With(Make.Zip(("a/1.png", Png.Grey())), 60, 1)))), ["a/1.png"]);
    }

    private static IEnumerable<(string, Action<TemporaryFolder>, string[])> Idx()
    {
        var images = Make.Idx(8, [2, 2, 2], Make.Count(8));
        var labels = Make.Idx(8, [2], [0, 1]);
        yield return Case("IDX of no byte", [], labels, "byte 0", "its header");
        yield return Case("IDX of another magic", [1, 2, 3, 4, .. images], labels, "byte 0", "it starts with 01020304");
        yield return Case("IDX of an unknown type", Make.Idx(7, [2], [0, 0]), labels, "byte 2", "no IDX type 07");
        yield return Case("IDX of too many axes", Make.Idx(8, [1, 1, 1, 1, 1], [0]), labels, "5 axes");
        yield return Case("IDX of 2 GB in 16 bytes", Make.Idx(8, [0x7FFF, 0xFFFF, 1], []), labels, "byte 16", "claims 2 147 385 345 bytes");
        yield return Case("IDX of more than can be counted", Make.Idx(14, [0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF], []), labels, "more numbers than there can be");
        yield return Case("IDX cut short", images[..^1], labels, "claims 8 bytes", "at most 7 follow");
        yield return Case("IDX with something behind it", [.. images, 1], labels, "byte 24", "more follows");
        yield return Case("IDX of no images", Make.Idx(8, [0, 2, 2], []), labels, "without numbers");
        yield return Case("more labels than images", images, Make.Idx(8, [3], [0, 1, 1]), "labels", "3 labels for the 2 examples of 'images'");
        yield return Case("labels that are images", images, images, "labels are one number each");
        yield return Case("a gzip cut short", Make.Gzip(Make.Idx(8, [2, 40, 40], Make.Count(3200)))[..40], labels, "images");
        yield return Case("a gzip damaged", With(Make.Gzip(images), 12, 0xFF), labels, "images");
        yield return Case("a gzip of a claim that none can hold", Make.Gzip(Make.Idx(8, [60000, 28, 28], [])), labels, "claims 47 040 000 bytes");

        (string, Action<TemporaryFolder>, string[]) Case(string name, byte[] images, byte[] labels, params string[] says) =>
            (name, _ => Load(new IdxSource(Make.File("images", images), Make.File("labels", labels))), says);
    }

    private static IEnumerable<(string, Action<TemporaryFolder>, string[])> Numpy()
    {
        yield return Case("npy of no byte", [], "byte 0", "its header");
        yield return Case("npy of another magic", "not NumPy's file"u8.ToArray(), "byte 0", "does not start as");
        yield return Case("npy of a later version", Make.Npy("'|u1'", "2, 2, 2", new byte[8], version: 9), "byte 6", "version 9.0");
        yield return Case("npy cut within its header", Make.Npy("'|u1'", "2, 2, 2", [])[..20], "claims");
        yield return Case("npy with a header of 2 GB", [0x93, .. "NUMPY"u8, 2, 0, 0xFF, 0xFF, 0xFF, 0x7F], "byte 12", "2 147 483 647 bytes long");
        yield return Case("npy of pickled objects", Make.Npy("'|O'", "2, 2, 2", new byte[8]), "byte 10", "pickled Python objects");
        yield return Case("npy of records", Make.Npy("[('a', '<f4'), ('b', '<i4')]", "2, 2, 2", new byte[8]), "of type [('a'");
        yield return Case("npy of complex numbers", Make.Npy("'<c8'", "2, 2, 2", new byte[64]), "of type '<c8'");
        yield return Case("npy without a shape", Make.NpyOf("{'descr': '<f4', 'fortran_order': False}", []), "does not say what the array is");
        yield return Case("npy of a shape of words", Make.Npy("'<f4'", "2, L, 2", []), "its shape is");
        yield return Case("npy of a shape beyond counting", Make.Npy("'<f4'", "99999999999, 99999999999, 3", []), "more numbers than there can be");
        yield return Case("npy of 2 GB in 100 bytes", Make.Npy("'<f4'", "1000, 500, 1024", []), "claims 2 048 000 000 bytes");
        yield return Case("npy cut short", Make.Npy("'<f4'", "2, 2, 2", new byte[31]), "claims 32 bytes");
        yield return Case("npy with something behind it", Make.Npy("'<f4'", "2, 2, 2", new byte[33]), "more follows");
        yield return Case("npy with a number that is none", Make.Npy("'<f4'", "1, 2, 1", [0, 0, 0, 0, 0, 0, 0xC0, 0x7F]), "number 1 is not a number");
        yield return Case("npy without classes", Make.Npy("'|u1'", "2, 2", new byte[4]), "it is [2, 2]", "[classes, examples, ...]");
        yield return Case("npy with channels at either end", Make.Npy("'|u1'", "1, 1, 3, 3, 3", new byte[27]), "where the channels are");
        yield return ("npy with labels that are fractions", _ => Load(new NumpySource(Make.File("x", Make.Npy("'|u1'", "2, 2", new byte[4])), Make.File("y", Make.Npy("'<f4'", "2,", new byte[8])))), ["'y'", "not whole numbers"]);
        yield return ("npy with one label without an axis", _ => Load(new NumpySource(Make.File("x", Make.Npy("'|u1'", "2, 2", new byte[4])), Make.File("y", Make.Npy("'|u1'", "", new byte[1])))), ["'y'", "labels are one number each"]);
        yield return ("npz without arrays", _ => Load(new NumpySource(Make.File("a.npz", Make.Zip(("README/", []))))), ["it holds no array"]);
        yield return ("npz without the array", _ => Load(new NumpySource(Npz()) { ExamplesArray = "x", LabelsArray = "z" }), ["no array 'z'", "name one of x and y"]);
        yield return ("npz that does not say which", _ => Load(new NumpySource(Npz())), ["x and y", "'LabelsArray'"]);
        yield return ("sizes of arrays of floats", _ => Load(new NumpySource(Make.File("x", Make.Npy("'<f4'", "1, 1, 2, 2", new byte[16]))) { Images = AsStored with { Invert = true } }), ["floats", "'Images'"]);

        static DataFile Npz() => Make.File("a.npz", Make.Zip(("x.npy", Make.Npy("'|u1'", "2, 2", new byte[4])), ("y.npy", Make.Npy("'|u1'", "2,", new byte[2]))));

        static (string, Action<TemporaryFolder>, string[]) Case(string name, byte[] file, params string[] says) =>
            (name, _ => Load(new NumpySource(Make.File("a.npy", file))), says);
    }

    private static IEnumerable<(string, Action<TemporaryFolder>, string[])> Tables()
    {
        yield return Case("a table of no byte", "", "it is empty");
        yield return Case("a table of a header", "a,b\n", "line 2", "no row below the header");
        yield return Case("a missing cell", "a,b\n1,\n", "line 2, column 2", "'b' is missing");
        yield return Case("a missing cell of spaces", "a,b\n1,2\n  ,3\n", "line 3, column 1", "'a' is missing");
        yield return Case("a short row", "a,b\n1,2\n3\n", "line 3, column 1", "has 1 cell, but the first one has 2");
        yield return Case("a long row", "a,b\n1,2,3\n", "line 2, column 3", "has 3 cells, but the first one has 2");
        yield return Case("a number with a comma", "a;b\n1,5;2\n", "line 2, column 1", "'1,5', which is no number with a decimal point");
        yield return Case("a word", "a,b\n1,two\n", "line 2, column 2", "'two', which is no number");
        yield return Case("nan", "a,b\n1,nan\n", "'nan', which is no number");
        yield return Case("a quote without end", "a,b\n1,\"2\n3,4\n", "line 2, column 2", "never closed");
        yield return Case("a quote within a cell", "a,b\n1,2\"\n", "line 2, column 2", "does not begin with one");
        yield return Case("something behind a quote", "a,b\n1,\"2\"3\n", "line 2, column 2", "follows the quote");
        yield return Case("two columns of a name", "a,a\n1,2\n", "line 1, column 2", "a second column is called 'a'");
        yield return Case("a column without a name", "a,\n1,2\n", "line 1, column 2", "has no name");
        yield return Case("bytes of zero", "a,b\n1,\0\n", "line 2, column 2", "zero byte");
        yield return ("text that is not UTF-8", _ => new TableSource(Make.File("t.csv", [(byte)'a', 0xFF, (byte)'\n', (byte)'1'])).Load(), ["line 1, column 1", "not UTF-8"]);
        yield return ("a group column that is not there", _ => new TableSource(Make.Text("t.csv", "a,b\n1,2\n")) { Group = "c" }.Load(), ["no column 'c'", "a and b"]);
        yield return ("a missing label", _ => Load(new TableClassSource(Make.Text("t.csv", "a,b\n1,\n")) { Label = "b" }), ["line 2, column 2", "'b' is missing"]);
        yield return ("a table of labels alone", _ => Load(new TableClassSource(Make.Text("t.csv", "b\n1\n")) { Label = "b" }), ["no column of numbers"]);
        yield return ("a folder without tables", folder => new TableSource(folder.Path).Load(), ["no .csv"]);
        yield return ("tables of different columns", folder => new TableSource(TwoTables(folder)).Load(), ["b.csv", "those of other tables x"]);

        static (string, Action<TemporaryFolder>, string[]) Case(string name, string text, params string[] says) =>
            (name, _ => new TableSource(Make.Text("t.csv", text)) { Separator = text.Contains(';') ? ';' : null }.Load(), ["t.csv", .. says]);

        static string TwoTables(TemporaryFolder folder)
        {
            folder.Write("a.csv", "x\n1\n");
            folder.Write("b.csv", "y\n1\n");
            return folder.Path;
        }
    }

    private static (string, Action<TemporaryFolder>, string[]) Image(string name, byte[] file, params string[] says) =>
        ("an image: " + name, _ => ReadZip(("a/1.png", file)), ["'a.zip/a/1.png'", .. says]);

    private static void ReadZip(params (string Path, byte[] Bytes)[] entries) => Load(new ImageFolderSource(Make.File("a.zip", Make.Zip(entries))));

    private static void Load(ClassSource source) => source.Load();

    private static byte[] With(byte[] bytes, int at, byte change)
    {
        byte[] changed = [.. bytes];
        changed[at] ^= change;
        return changed;
    }

    private static byte[] WrongAdler()
    {
        var data = Png.Deflate(new byte[20]);
        var sum = data.AsSpan(data.Length - 4);
        BinaryPrimitives.WriteUInt32BigEndian(sum, BinaryPrimitives.ReadUInt32BigEndian(sum) + 1);
        return [.. Png.Signature, .. Png.Header(4, 4, 8, 0), .. Png.Chunk("IDAT", data), .. Png.Chunk("IEND")];
    }

    private static string Filled(TemporaryFolder folder, string empty, params string[] files)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "a"));
        File.WriteAllBytes(Path.Combine(folder.Path, "a", "1.png"), Png.Grey());
        Directory.CreateDirectory(Path.Combine(folder.Path, empty));
        foreach (var file in files) folder.Write(file);
        return folder.Path;
    }
}
