using System.Runtime.CompilerServices;
using TorchSharp;

namespace MetaDsl.LibTorch;

/// <summary>What the binding keeps for one thread: free handles, its share of the tensor counts, and the open dispose scope.</summary>
internal sealed class ThreadLedger
{
    // A pool as large as the tensors a training step makes; beyond it, a thread that only disposes would hoard.
    private const int MostFreeHandles = 4096;

    [ThreadStatic]
    private static ThreadLedger? current;

    // What a finaliser disposes may have a finaliser of its own still to run, so the finaliser thread, which has this priority, lends
    // nothing again.
    private readonly bool pools = Thread.CurrentThread.Priority != ThreadPriority.Highest;

    private TensorHandle? free;
    private int freeCount;

    /// <summary>The innermost scope that this thread has open.</summary>
    internal DisposeScope? Scope;

    private ThreadLedger() => TensorCounts.Enlist(Counts);

    internal static ThreadLedger Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => current ??= new ThreadLedger();
    }

    internal TensorCounts Counts { get; } = new();

    internal TensorHandle? TakeHandle()
    {
        var handle = free;
        if (handle is null) return null;
        free = handle.Next;
        handle.Next = null;
        freeCount--;
        return handle;
    }

    internal void GiveHandle(TensorHandle handle)
    {
        if (!pools || freeCount == MostFreeHandles)
        {
            GC.SuppressFinalize(handle);
            return;
        }

        handle.Next = free;
        free = handle;
        freeCount++;
    }

    // Only the thread itself refers to its state, so this runs after the thread has ended.
    ~ThreadLedger() => TensorCounts.Retire(Counts);
}
