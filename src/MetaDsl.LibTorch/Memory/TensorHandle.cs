using System.Diagnostics.CodeAnalysis;
using System.Runtime.ConstrainedExecution;

namespace MetaDsl.LibTorch;

/// <summary>
/// Holds one native reference and frees it when nobody uses it any more. The tensor that owns the handle counts as one holder, each
/// native call in progress as another: a tensor that one thread disposes while another computes with it lives until that call ends.
/// </summary>
/// <remarks>
/// Handles have a finaliser and are expensive to allocate, so they are pooled and tensors, which have none, are what user code allocates.
/// A handle only ever leaves zero holders by being rented, so a stale reader can neither revive nor free it.
/// </remarks>
internal sealed class TensorHandle : CriticalFinalizerObject
{
    private nint pointer;
    private long bytes;
    private int holders;

    /// <summary>The next free handle in a thread's pool.</summary>
    internal TensorHandle? Next;

    internal nint Pointer => pointer;

    internal static TensorHandle Rent(Produced produced, ThreadLedger thread)
    {
        var handle = thread.TakeHandle() ?? new TensorHandle();
        handle.pointer = produced.Tensor;
        handle.bytes = produced.Bytes;
        Volatile.Write(ref handle.holders, 1);
        thread.Counts.Born(produced.Bytes);
        return handle;
    }

    /// <summary>Adds a holder, unless the handle has none left.</summary>
    internal bool TryHold()
    {
        var seen = Volatile.Read(ref holders);
        while (seen > 0)
        {
            var before = Interlocked.CompareExchange(ref holders, seen + 1, seen);
            if (before == seen) return true;
            seen = before;
        }

        return false;
    }

    internal void LetGo()
    {
        if (Interlocked.Decrement(ref holders) == 0) Free();
    }

    private void Free()
    {
        var thread = ThreadLedger.Current;
        FreeNative(thread);
        thread.GiveHandle(this);
    }

    private void FreeNative(ThreadLedger thread)
    {
        Native.at_release(pointer);
        pointer = 0;
        thread.Counts.Died(bytes);
    }

    [SuppressMessage("Usage", "CA1821", Justification = "A tensor that nobody disposed is freed here.")]
    ~TensorHandle()
    {
        // The tensor's own hold. A tensor that a finaliser has revived may still be disposed, or in use on another thread.
        var before = Interlocked.CompareExchange(ref holders, 0, 1);
        if (before == 1) FreeNative(ThreadLedger.Current);
        else if (before > 1) GC.ReRegisterForFinalize(this);
    }
}
