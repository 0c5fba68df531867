using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MetaDsl;

/// <summary>The header of NumPy's array files: <c>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }</c></summary>
internal sealed partial record NpyHeader(ElementType Type, bool IsFortran, long[] Shape)
{
    private const int LargestHeader = 1 << 16;
    private const int MostAxes = 8;
    private const string WriteAgain = "the file is damaged; get or write it again";

    public static NpyHeader Read(ByteInput input)
    {
        Span<byte> start = stackalloc byte[8];
        input.Read(start, "its header");
        if (start[0] != 0x93 || !start[1..6].SequenceEqual("NUMPY"u8))
            throw input.WrongAt(0, "it does not start as NumPy's array files do", "save it with 'numpy.save' or 'numpy.savez'");
        if (start[6] is 0 or > 3)
            throw input.WrongAt(6, $"version {start[6]}.{start[7]} of the format is unknown", "save it with 'numpy.save'");
        var length = start[6] == 1 ? input.ReadUInt16("its header") : input.ReadUInt32("its header");
        if (length > LargestHeader) throw input.Wrong($"its header claims to be {Text.Of(length, "byte")} long", WriteAgain);
        var position = input.Position;
        var header = Encoding.UTF8.GetString(input.ReadClaimed(length, "header"));
        var (descr, fortran, shape) = (DescrEntry().Match(header), FortranEntry().Match(header), ShapeEntry().Match(header));
        if (!descr.Success || !fortran.Success || !shape.Success)
            throw input.WrongAt(position, "its header does not say what the array is", WriteAgain);
        return new NpyHeader(
            TypeOf(input, position, descr.Groups[1].Value),
            fortran.Groups[1].Value == "True",
            SizesOf(shape.Groups[1].Value) ?? throw input.WrongAt(position, $"its shape is '({shape.Groups[1].Value})'", WriteAgain));
    }

    private static ElementType TypeOf(ByteInput input, long position, string descr)
    {
        if (KnownType().Match(descr) is { Success: true } match)
        {
            var kind = match.Groups["kind"].Value switch { "i" => NumberKind.Signed, "f" => NumberKind.Float, _ => NumberKind.Unsigned };
            return new ElementType(kind, match.Groups["size"].Value[0] - '0', match.Groups["order"].Value == ">");
        }

        throw input.WrongAt(
            position,
            descr.Contains('O')
                ? "its elements are pickled Python objects, which only Python can read, and which can run programs"
                : $"its elements are of type {descr}",
            "save an array of uint8, of other whole numbers, of float16, float32 or float64");
    }

    private static long[]? SizesOf(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        // "(3, 4)", "(3,)" and "()": what follows the last comma may be missing.
        var count = parts[^1].Length == 0 ? parts.Length - 1 : parts.Length;
        if (count > MostAxes) return null;
        var sizes = new long[count];
        for (var i = 0; i < count; i++)
        {
            if (!long.TryParse(parts[i].TrimEnd('L'), NumberStyles.None, CultureInfo.InvariantCulture, out sizes[i])) return null;
        }

        return sizes;
    }

    [GeneratedRegex("""'descr': *('[^']{0,40}'|\[.{0,40})""", RegexOptions.CultureInvariant)]
    private static partial Regex DescrEntry();

    [GeneratedRegex("'fortran_order': *(True|False)", RegexOptions.CultureInvariant)]
    private static partial Regex FortranEntry();

    [GeneratedRegex(@"'shape': *\(([0-9L, ]{0,200})\)", RegexOptions.CultureInvariant)]
    private static partial Regex ShapeEntry();

    [GeneratedRegex(
        "^'(?<order>[<>|=]?)(?:(?<kind>[ui])(?<size>[1248])|(?<kind>f)(?<size>[248])|(?<kind>b)(?<size>1))'$",
        RegexOptions.CultureInvariant)]
    private static partial Regex KnownType();
}
