using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MetaDsl;

/// <summary>
/// Bytes read in order, which knows where it stands and, so that no header can claim more memory than the file could fill, how many bytes
/// there can be at most.
/// </summary>
internal sealed class ByteInput : IDisposable
{
    /// <summary>A byte of a deflated stream becomes no more than this many.</summary>
    public const long MostInflation = 1032;

    private const int LargestText = 1 << 26;

    private readonly Stream stream;
    private readonly uint? check;
    private uint checkSoFar;

    /// <summary>Reads a stream.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="stream">The stream, disposed with this.</param>
    /// <param name="most">How many bytes it can have.</param>
    /// <param name="check">The <see cref="Crc32"/> of all of them, where it is known; <see cref="CheckEnd"/> compares it.</param>
    public ByteInput(string name, Stream stream, long most, uint? check = null) =>
        (Name, this.stream, Most, this.check) = (name, stream, most, check);

    public string Name { get; }

    /// <summary>How many bytes have been read.</summary>
    public long Position { get; private set; }

    /// <summary>How many bytes there can be, those read included.</summary>
    public long Most { get; }

    /// <summary>Opens a file; one that is gzipped, whatever it is called, is inflated on the way.</summary>
    public static ByteInput Open(DataFile file)
    {
        var stream = file.Open();
        try
        {
            var start = stream.Position;
            Span<byte> magic = stackalloc byte[2];
            var length = stream.Length - start;
            var read = stream.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
            stream.Position = start;
            return read == 2 && magic is [0x1F, 0x8B]
                ? new ByteInput(
                    file.Name, new BufferedStream(new GZipStream(stream, CompressionMode.Decompress), 1 << 16), length * MostInflation)
                : new ByteInput(file.Name, new BufferedStream(stream, 1 << 16), length);
        }
        catch (Exception e) when (e is IOException or NotSupportedException)
        {
            stream.Dispose();
            throw new DataException(file.Name, "", $"it cannot be read ({e.Message.TrimEnd('.')})", "make it readable, or name another", e);
        }
    }

    public void Dispose() => stream.Dispose();

    /// <summary>Fills a span, or says that the file ends within <paramref name="what"/>.</summary>
    public void Read(Span<byte> bytes, string what)
    {
        var read = ReadSome(bytes);
        if (read < bytes.Length)
        {
            throw Wrong(
                $"it ends {Text.Of(bytes.Length - read, "byte")} before the end of {what}",
                "the file was cut short; get or write it again");
        }
    }

    public byte ReadByte(string what)
    {
        Span<byte> one = stackalloc byte[1];
        Read(one, what);
        return one[0];
    }

    public ushort ReadUInt16(string what)
    {
        Span<byte> two = stackalloc byte[2];
        Read(two, what);
        return BinaryPrimitives.ReadUInt16LittleEndian(two);
    }

    public uint ReadUInt32(string what)
    {
        Span<byte> four = stackalloc byte[4];
        Read(four, what);
        return BinaryPrimitives.ReadUInt32LittleEndian(four);
    }

    public uint ReadUInt32BigEndian(string what) => BinaryPrimitives.ReverseEndianness(ReadUInt32(what));

    /// <summary>A new array of bytes that a header claims to follow; none is allocated that the file could not fill.</summary>
    public byte[] ReadClaimed(long count, string what)
    {
        CheckClaim(count, what);
        if (count > Array.MaxLength)
            throw Wrong($"{what} needs {Text.Of(count, "byte")}, more than an array holds", "split the file, or store smaller examples");
        var bytes = GC.AllocateUninitializedArray<byte>((int)count);
        Read(bytes, what);
        return bytes;
    }

    /// <summary>Refuses a claim that so many bytes follow where so many cannot be.</summary>
    public void CheckClaim(long count, string what)
    {
        if (count < 0 || count > Most - Position)
        {
            throw Wrong(
                $"its header claims {Text.Of(count, "byte")} of {what}, but at most {Text.Count(Math.Max(0, Most - Position))} follow",
                "the header is wrong or the file was cut short; get or write it again");
        }
    }

    /// <summary>The bytes that were read last were not the last ones.</summary>
    public void CheckEnd(string what)
    {
        Span<byte> one = stackalloc byte[1];
        if (ReadSome(one) != 0)
        {
            Position--;
            throw Wrong($"more follows after the end of {what}", "its header is wrong, or something was appended; get or write it again");
        }

        if (check is { } expected && expected != checkSoFar)
            throw Wrong($"its check is {expected:x8}, but its bytes give {checkSoFar:x8}", "the file is damaged; get or write it again");
    }

    /// <summary>Whatever is left, as UTF-8.</summary>
    public string ReadText()
    {
        var bytes = new MemoryStream();
        Span<byte> buffer = stackalloc byte[4096];
        for (var read = ReadSome(buffer); read > 0; read = ReadSome(buffer))
        {
            bytes.Write(buffer[..read]);
            if (bytes.Length > LargestText)
                throw Wrong($"it has more than {Text.Of(LargestText, "byte")}, too many for a list", "name a text file");
        }

        try
        {
            var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
            return strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw new DataException(Name, $"byte {Text.Count(e.Index)}", "it is not UTF-8 text", "save it as UTF-8", e);
        }
    }

    /// <summary>As many bytes as there are, up to the length of the span.</summary>
    public int ReadSome(Span<byte> bytes)
    {
        try
        {
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            Position += read;
            if (check is not null) checkSoFar = Crc32.Of(bytes[..read], checkSoFar);
            return read;
        }
        catch (InvalidDataException e)
        {
            throw Wrong("it cannot be decompressed here", "the file is damaged; get or write it again", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong($"it cannot be read ({e.Message.TrimEnd('.')})", "make it readable, or name another", e);
        }
    }

    /// <summary>What is wrong at the byte to be read next.</summary>
    public DataException Wrong(string reason, string wayOut, Exception? inner = null) => WrongAt(Position, reason, wayOut, inner);

    public DataException WrongAt(long position, string reason, string wayOut, Exception? inner = null) =>
        new(Name, $"byte {Text.Count(position)}", reason, wayOut, inner);
}
