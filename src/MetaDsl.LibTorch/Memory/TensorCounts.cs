namespace MetaDsl.LibTorch;

/// <summary>
/// One thread's share of the live-tensor count and of the bytes they hold. A share may be negative: tensors born on one thread die on
/// another. Only the sum over all threads means something, and no thread waits for another to keep it.
/// </summary>
internal sealed class TensorCounts
{
    // Bytes are told to the whole process in lumps of this size.
    private const long Lump = 1 << 20;

    private static readonly Lock Gate = new();
    private static readonly HashSet<TensorCounts> Threads = [];
    private static long retiredTensors;
    private static long sharedBytes;

    private long tensors;
    private long bytes;

    internal static long Tensors
    {
        get
        {
            lock (Gate) return retiredTensors + Threads.Sum(thread => Volatile.Read(ref thread.tensors));
        }
    }

    internal static long Bytes
    {
        get
        {
            lock (Gate) return Volatile.Read(ref sharedBytes) + Threads.Sum(thread => Volatile.Read(ref thread.bytes));
        }
    }

    /// <summary>The bytes told so far: <see cref="Bytes"/> to within a lump a thread, at no cost.</summary>
    internal static long RoughBytes => Volatile.Read(ref sharedBytes);

    internal static void Enlist(TensorCounts counts)
    {
        lock (Gate) Threads.Add(counts);
    }

    internal static void Retire(TensorCounts counts)
    {
        lock (Gate)
        {
            Threads.Remove(counts);
            retiredTensors += counts.tensors;
            Interlocked.Add(ref sharedBytes, counts.bytes);
        }
    }

    internal void Born(long size)
    {
        tensors++;
        bytes += size;
        if (bytes >= Lump)
        {
            Tell();
            MemoryPressure.Grown();
        }
    }

    internal void Died(long size)
    {
        tensors--;
        bytes -= size;
        if (bytes <= -Lump) Tell();
    }

    private void Tell()
    {
        Interlocked.Add(ref sharedBytes, bytes);
        bytes = 0;
    }
}
