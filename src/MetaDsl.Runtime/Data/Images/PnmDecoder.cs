namespace MetaDsl;

/// <summary>Reads Netpbm's images, P1 to P6: bits, greys or colours, as text or as bytes. Levels are spread over 0 to 255.</summary>
internal static class PnmDecoder
{
    public static bool Starts(ReadOnlySpan<byte> file) =>
        file.Length > 2 && file[0] == 'P' && file[1] is >= (byte)'1' and <= (byte)'6' && IsSpace(file[2]);

    public static void Decode(string name, ReadOnlySpan<byte> file, DecodedImage image)
    {
        var kind = file[1] - '0';
        var reader = new PnmReader(name, file, 2);
        var (width, height) = (reader.Number("the width"), reader.Number("the height"));
        ImageBounds.Check(name, 0, width, height);
        var isBits = kind is 1 or 4;
        var most = isBits ? 1 : reader.Number("the largest level");
        if (most is < 1 or > 65535) throw reader.Wrong($"its largest level is {most}; it must be from 1 to 65535");

        var channels = kind is 3 or 6 ? 3 : 1;
        var samples = (long)width * height * channels;
        var isText = kind <= 3;
        var rowBytes = kind == 4 ? (width + 7) / 8 : width * channels * (most > 255 ? 2 : 1);

        // In text, a sample takes a digit at least, and all but bits a space before it.
        reader.Need(isText ? isBits ? samples : (2 * samples) - 1 : 1 + ((long)rowBytes * height));
        image.Start(width, height, channels);
        var pixels = image.Pixels.AsSpan(0, (int)samples);
        if (isText)
        {
            for (var i = 0; i < pixels.Length; i++) pixels[i] = isBits ? (byte)(255 * (1 - reader.Bit())) : reader.Level(most);
            return;
        }

        reader.Space();
        for (var y = 0; y < height; y++)
            ReadRow(ref reader, reader.Bytes(rowBytes), pixels.Slice(y * width * channels, width * channels), kind, most);
    }

    private static void ReadRow(ref PnmReader reader, ReadOnlySpan<byte> row, Span<byte> pixels, int kind, int most)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            if (kind == 4) pixels[i] = (byte)(255 * (1 - ((row[i >> 3] >> (7 - (i & 7))) & 1)));
            else pixels[i] = reader.Scale(most > 255 ? (row[2 * i] << 8) | row[(2 * i) + 1] : row[i], most);
        }
    }

    private static bool IsSpace(byte one) => one is (byte)' ' or (>= 9 and <= 13) or (byte)'#';
}

/// <summary>The words and bytes of a Netpbm file.</summary>
internal ref struct PnmReader(string name, ReadOnlySpan<byte> file, int position)
{
    private const int MostDigits = 9;

    private readonly ReadOnlySpan<byte> file = file;
    private int position = position;

    /// <summary>The next number, past spaces and comments.</summary>
    public int Number(string what)
    {
        SkipSpaces();
        var (start, number) = (position, 0);
        for (; position < file.Length && file[position] is >= (byte)'0' and <= (byte)'9'; position++)
        {
            if (position - start == MostDigits) throw Wrong($"{what} has more than {MostDigits} digits");
            number = (10 * number) + file[position] - '0';
        }

        return position > start ? number : throw Wrong($"there is no number where {what} should be");
    }

    /// <summary>The next level, scaled to 0 to 255.</summary>
    public byte Level(int most) => Scale(Number("a level"), most);

    /// <summary>The next bit; between bits there need not be any space.</summary>
    public int Bit()
    {
        SkipSpaces();
        if (position >= file.Length || file[position] is not ((byte)'0' or (byte)'1'))
            throw Wrong("there is no 0 or 1 where a bit should be");
        return file[position++] - '0';
    }

    public void Space()
    {
        if (position >= file.Length || !IsSpace(file[position])) throw Wrong("no space ends its header");
        position++;
    }

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var bytes = file.Slice(position, count);
        position += count;
        return bytes;
    }

    public readonly void Need(long bytes)
    {
        if (bytes > file.Length - position)
        {
            throw Wrong(
                $"its pixels take {Text.Of(bytes, "byte")} at least, but {Text.Count(file.Length - position)} follow",
                "the header is wrong or the file was cut short; get it again");
        }
    }

    public readonly byte Scale(int level, int most)
    {
        if (level > most) throw Wrong($"a level is {level}, but the largest is said to be {most}");
        return most == 255 ? (byte)level : (byte)(((level * 255L) + (most / 2)) / most);
    }

    public readonly DataException Wrong(string reason, string wayOut = "the file is damaged; get it again") =>
        ImageBounds.Wrong(name, position, reason, wayOut);

    private void SkipSpaces()
    {
        for (; position < file.Length; position++)
        {
            if (file[position] == '#')
            {
                while (position < file.Length && file[position] is not ((byte)'\n' or (byte)'\r')) position++;
            }

            if (position >= file.Length || !IsSpace(file[position])) return;
        }
    }

    private static bool IsSpace(byte one) => one == ' ' || one is >= 9 and <= 13;
}
