namespace MetaDsl;

/// <summary>
/// The examples of a batch of tasks, [task, way, shots + queries, example], lent by an <see cref="EpisodeReader"/>. Disposing gives the
/// memory back, which the next batch then fills: what is to outlive it is copied before.
/// </summary>
public sealed class EpisodeBatch : IDisposable
{
    private readonly byte[]? bytes;
    private readonly float[]? floats;
    private Action<EpisodeBatch>? giveBack;

    internal EpisodeBatch(long number, EpisodeBuffer buffer, Action<EpisodeBatch> giveBack) =>
        (Number, Buffer, bytes, floats, this.giveBack) = (number, buffer, buffer.Bytes, buffer.Floats, giveBack);

    /// <summary>The number that it was asked for by.</summary>
    public long Number { get; }

    /// <summary>The examples of a set of bytes: exactly these, for a tensor is made of a whole array.</summary>
    public byte[] Bytes => bytes ?? throw new InvalidOperationException($"The set holds floats; read '{nameof(Floats)}'.");

    /// <summary>The examples of a set of floats: exactly these, for a tensor is made of a whole array.</summary>
    public float[] Floats => floats ?? throw new InvalidOperationException($"The set holds bytes; read '{nameof(Bytes)}'.");

    internal EpisodeBuffer Buffer { get; }

    /// <summary>Gives the memory back. A second call does nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref giveBack, null)?.Invoke(this);
}

/// <summary>The memory of one batch: its rows, and their examples.</summary>
internal sealed class EpisodeBuffer
{
    public long[] Rows { get; private set; } = [];

    public byte[]? Bytes { get; private set; }

    public float[]? Floats { get; private set; }

    /// <summary>What a buffer takes.</summary>
    public static long SizeOf(ClassSet set, long rows) => rows * (set.Layout.RowBytes + sizeof(long));

    /// <summary>Takes the memory when it is first to be filled.</summary>
    public void Allocate(ClassSet set, int rows)
    {
        if (Rows.Length > 0) return;
        var length = (int)(rows * set.Shape.Elements);
        if (set.IsBytes) Bytes = new byte[length];
        else Floats = new float[length];
        Rows = new long[rows];
    }

    /// <summary>Copies the examples of some of the rows to where they belong.</summary>
    public void Gather(ClassSet set, int first, int count)
    {
        var size = (int)set.Shape.Elements;
        if (Bytes is not null) set.CopyRows(Rows.AsSpan(first, count), Bytes.AsSpan(first * size, count * size));
        else set.CopyRows(Rows.AsSpan(first, count), Floats.AsSpan(first * size, count * size));
    }
}
