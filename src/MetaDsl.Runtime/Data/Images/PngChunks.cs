using System.Buffers.Binary;
using System.Text;

namespace MetaDsl;

/// <summary>
/// The chunks of a PNG, read and checked: what is left is the header, the palette, the transparency and the compressed pixels.
/// </summary>
internal ref struct PngChunks
{
    private const string Damaged = "the file is damaged; get it again";

    private readonly string name;
    private readonly ReadOnlySpan<byte> file;
    private bool hasEnd;
    private bool isAfterData;

    private PngChunks(string name, ReadOnlySpan<byte> file)
    {
        this.name = name;
        this.file = file;
    }

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public PngHeader Header { get; private set; }

    public ReadOnlySpan<byte> Palette { get; private set; }

    public ReadOnlySpan<byte> Transparency { get; private set; }

    /// <summary>Where the first compressed byte lies.</summary>
    public int DataPosition { get; private set; }

    public int DataLength { get; private set; }

    /// <summary>Reads all chunks; the compressed pixels, which may lie in several, are copied into <paramref name="data"/>.</summary>
    public static PngChunks Read(string name, ReadOnlySpan<byte> file, ref byte[] data)
    {
        var chunks = new PngChunks(name, file);
        var position = Signature.Length;
        while (!chunks.hasEnd) position = chunks.ReadChunk(position, ref data);
        if (chunks.DataLength == 0) throw ImageBounds.Wrong(name, position, "there is no IDAT chunk, so it has no pixels", Damaged);
        if (chunks.Header.Color == PngColor.Palette && chunks.Palette.IsEmpty)
            throw ImageBounds.Wrong(name, position, "its colours are those of a palette, but there is no PLTE chunk", Damaged);
        return chunks;
    }

    private int ReadChunk(int position, ref byte[] data)
    {
        // Length, type and check are 12 bytes; the chunk's own come between the last two.
        if (file.Length - position < 12) throw Wrong(file.Length, "it ends before the IEND chunk");
        var length = BinaryPrimitives.ReadUInt32BigEndian(file[position..]);
        if (length > file.Length - position - 12)
            throw Wrong(position, $"a chunk claims {Text.Of(length, "byte")}, but {Text.Count(file.Length - position - 12)} follow");
        var type = file.Slice(position + 4, 4);
        var chunk = file.Slice(position + 8, (int)length);
        var stored = BinaryPrimitives.ReadUInt32BigEndian(file[(position + 8 + (int)length)..]);
        var computed = Crc32.Of(file.Slice(position + 4, 4 + (int)length));
        if (stored != computed)
            throw Wrong(position, $"the check of the {Printable(type)} chunk is {stored:x8}, but its bytes give {computed:x8}");
        Take(position + 8, type, chunk, ref data);
        return position + 12 + (int)length;
    }

    private void Take(int position, ReadOnlySpan<byte> type, ReadOnlySpan<byte> chunk, ref byte[] data)
    {
        var hasHeader = Header.Width > 0;
        if (!hasHeader && !type.SequenceEqual("IHDR"u8)) throw Wrong(position, $"the first chunk is {Printable(type)} instead of IHDR");
        if (!type.SequenceEqual("IDAT"u8)) isAfterData = DataLength > 0;
        if (type.SequenceEqual("IHDR"u8))
        {
            if (hasHeader) throw Wrong(position, "there is a second IHDR chunk");
            Header = PngHeader.Parse(name, position, chunk);
        }
        else if (type.SequenceEqual("PLTE"u8))
        {
            if (!Palette.IsEmpty || DataLength > 0) throw Wrong(position, "there is a PLTE chunk where none may be");
            if (chunk.Length == 0 || chunk.Length % 3 != 0 || chunk.Length > 3 * 256)
                throw Wrong(position, $"the PLTE chunk has {Text.Of(chunk.Length, "byte")}, which is no palette");
            Palette = chunk;
        }
        else if (type.SequenceEqual("tRNS"u8))
        {
            TakeTransparency(position, chunk);
        }
        else if (type.SequenceEqual("IDAT"u8))
        {
            TakeData(position, chunk, ref data);
        }
        else if (type.SequenceEqual("IEND"u8))
        {
            hasEnd = true;
        }
        else if ((type[0] & 0x20) == 0)
        {
            // A capital says that pixels cannot be understood without the chunk; others may be ignored.
            throw Wrong(position, $"there is an unknown critical chunk, {Printable(type)}");
        }
    }

    private void TakeTransparency(int position, ReadOnlySpan<byte> chunk)
    {
        var isRight = Header.Color switch
        {
            PngColor.Grey => chunk.Length == 2,
            PngColor.Rgb => chunk.Length == 6,
            PngColor.Palette => chunk.Length > 0 && chunk.Length <= Palette.Length / 3,
            _ => false,
        };
        if (!isRight || !Transparency.IsEmpty || DataLength > 0)
            throw Wrong(position, $"there is a tRNS chunk of {Text.Of(chunk.Length, "byte")} where none such may be");
        Transparency = chunk;
    }

    private void TakeData(int position, ReadOnlySpan<byte> chunk, ref byte[] data)
    {
        if (isAfterData) throw Wrong(position, "its IDAT chunks do not follow one another");
        if (DataLength == 0) DataPosition = position;
        if (data.Length < DataLength + chunk.Length)
            Array.Resize(ref data, Math.Max(DataLength + chunk.Length, Math.Min(file.Length, 2 * data.Length)));
        chunk.CopyTo(data.AsSpan(DataLength));
        DataLength += chunk.Length;
    }

    private readonly DataException Wrong(int position, string reason) => ImageBounds.Wrong(name, position, reason, Damaged);

    private static string Printable(ReadOnlySpan<byte> type)
    {
        var text = Encoding.Latin1.GetString(type);
        return text.All(char.IsAsciiLetter) ? text : "0x" + Convert.ToHexString(type);
    }
}
