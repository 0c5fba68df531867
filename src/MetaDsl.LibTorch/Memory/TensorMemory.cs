namespace MetaDsl.LibTorch;

/// <summary>What tensors hold at this moment, in the whole process. TorchSharp has no such figures; use them to find leaks.</summary>
public static class TensorMemory
{
    /// <summary>How many tensors exist that nobody has disposed and the garbage collector has not reclaimed.</summary>
    public static long LiveTensors => TensorCounts.Tensors;

    /// <summary>
    /// The bytes of storage those tensors brought into being. A view brings none; a gradient graph's own storage does not count.
    /// </summary>
    public static long LiveBytes => TensorCounts.Bytes;

    /// <summary>Reclaims every tensor that is unreachable, and returns when that is done.</summary>
    public static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
