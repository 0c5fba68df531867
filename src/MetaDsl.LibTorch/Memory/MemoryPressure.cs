namespace MetaDsl.LibTorch;

/// <summary>
/// Makes the garbage collector run when tensors that nobody disposed fill native memory, which it cannot see. A program that disposes
/// its tensors holds a steady amount and never pays for this.
/// </summary>
/// <remarks>
/// The runtime's own <see cref="GC.AddMemoryPressure"/> counts what was ever allocated, so it would collect a clean training loop thousands
/// of times. Here only what is alive counts: beyond a limit the youngest generation is collected first, an older one when that frees
/// too little, and the limit then follows what is truly in use.
/// </remarks>
internal static class MemoryPressure
{
    private const long LeastLimit = 64L << 20;
    private const int FinaliserPatienceMilliseconds = 100;

    private static long limit = LeastLimit;
    private static int collecting;

    /// <summary>Called when the process holds at least a lump more than before.</summary>
    internal static void Grown()
    {
        if (TensorCounts.RoughBytes <= Volatile.Read(ref limit)) return;
        if (Interlocked.Exchange(ref collecting, 1) == 1) return;
        try
        {
            Collect();
        }
        finally
        {
            Volatile.Write(ref collecting, 0);
        }
    }

    private static void Collect()
    {
        for (var generation = 0; generation <= GC.MaxGeneration; generation++)
        {
            var before = TensorCounts.RoughBytes;
            GC.Collect(generation, GCCollectionMode.Forced, blocking: true);
            // Finalisers run on their own thread; wait for what they free, but not for ever: they may wait for a lock held here.
            Task.Run(GC.WaitForPendingFinalizers).Wait(FinaliserPatienceMilliseconds);
            if (TensorCounts.RoughBytes <= before / 2) break;
        }

        Volatile.Write(ref limit, Math.Max(LeastLimit, 2 * TensorCounts.RoughBytes));
    }
}
