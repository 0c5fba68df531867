namespace MetaDsl;

/// <summary>
/// The numbers of an array in C order, read from the first to the last as they are asked for, so that no more of them are in memory; or
/// those of an array that is in memory already.
/// </summary>
internal sealed class ArrayStream : IDisposable
{
    private const int Block = 1 << 16;

    private readonly ByteInput? input;
    private readonly ElementType type;
    private readonly long start;
    private readonly ProgressCounter counter;
    private readonly CancellationToken cancellation;
    private readonly NumberArray? whole;
    private readonly byte[] buffer = [];
    private long read;

    /// <summary>The numbers of a file.</summary>
    /// <param name="input">Stands behind the header, must end behind the last number, and is disposed with this.</param>
    /// <param name="shape">The sizes that the header claims.</param>
    /// <param name="type">How a number is stored.</param>
    /// <param name="reading">Who is told, and who may end it.</param>
    public ArrayStream(ByteInput input, long[] shape, ElementType type, Reading reading)
    {
        (this.input, this.type, File, Shape, IsByte, cancellation) = (input, type, input.Name, shape, type.IsByte, reading.Cancellation);
        Count = CountOf(input, shape, type.Size);
        counter = new ProgressCounter(reading.Progress, input.Name, Count);
        start = input.Position;
        if (!IsByte) buffer = new byte[Block];
    }

    /// <summary>Those of an array in memory, of bytes or floats.</summary>
    public ArrayStream(NumberArray whole)
    {
        (this.whole, File, Shape, IsByte) = (whole, whole.File, whole.Shape, whole.Bytes is not null);
        Count = whole.Bytes?.Length ?? whole.Floats!.Length;
        counter = new ProgressCounter(null, File, Count);
    }

    public string File { get; }

    public long[] Shape { get; }

    /// <summary>How many numbers there are.</summary>
    public long Count { get; }

    /// <summary>Whether they are bytes; they are floats otherwise.</summary>
    public bool IsByte { get; }

    /// <inheritdoc cref="NumberArray.ShapeText"/>
    public string ShapeText => NumberArray.TextOf(Shape);

    public void Dispose() => input?.Dispose();

    /// <summary>The next numbers of an array of bytes.</summary>
    public void Read(Span<byte> numbers)
    {
        if (whole is not null) whole.Bytes.AsSpan((int)read, numbers.Length).CopyTo(numbers);
        for (var at = 0; input is not null && at < numbers.Length; at += Block)
        {
            var block = numbers.Slice(at, Math.Min(Block, numbers.Length - at));
            input.Read(block, "its numbers");
            Step(block.Length);
        }

        read += numbers.Length;
    }

    /// <summary>The next numbers of an array of others.</summary>
    public void Read(Span<float> numbers)
    {
        if (whole is not null) whole.Floats.AsSpan((int)read, numbers.Length).CopyTo(numbers);
        for (var at = 0; input is not null && at < numbers.Length; at += Block / type.Size)
        {
            var block = buffer.AsSpan(0, Math.Min(Block / type.Size, numbers.Length - at) * type.Size);
            input.Read(block, "its numbers");
            Step(block.Length / type.Size);
            for (var i = 0; i < block.Length / type.Size; i++)
            {
                var number = type.Float(block.Slice(i * type.Size, type.Size));
                if (!float.IsFinite(number)) throw NotFinite(read + at + i, number);
                numbers[at + i] = number;
            }
        }

        read += numbers.Length;
    }

    /// <summary>Refuses a file that goes on behind the last number.</summary>
    public void CheckEnd() => input?.CheckEnd("its numbers");

    public DataException Wrong(string reason, string wayOut) => new(File, "", reason, wayOut);

    /// <summary>How many numbers a header claims, where the file can hold them.</summary>
    public static long CountOf(ByteInput input, long[] shape, int size)
    {
        var count = 1L;
        foreach (var length in shape)
        {
            if (length < 0) throw input.Wrong("its header claims a negative size", "the file is damaged; get or write it again");
            if (length == 0) throw input.Wrong("its header claims an array without numbers", "write an array that has some");
            if (length > long.MaxValue / sizeof(long) / count)
                throw input.Wrong("its header claims more numbers than there can be", "the file is damaged; get or write it again");
            count *= length;
        }

        input.CheckClaim(count * size, "numbers");
        return count;
    }

    private void Step(int numbers)
    {
        cancellation.ThrowIfCancellationRequested();
        counter.Add(numbers);
    }

    private DataException NotFinite(long place, float number) => input!.WrongAt(
        start + (place * type.Size),
        $"number {Text.Count(place)} is {(float.IsNaN(number) ? "not a number" : "infinite, or too large for a float")}",
        "replace what is missing before saving the array");
}
