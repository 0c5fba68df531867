using System.Runtime.CompilerServices;
using TorchSharp;

namespace MetaDsl.LibTorch;

/// <summary>A tensor lent to a native call: it converts to the native pointer, and holds the tensor until it is disposed.</summary>
internal readonly ref struct Borrowed
{
    private readonly TensorHandle? handle;

    private Borrowed(TensorHandle? handle) => this.handle = handle;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Borrowed From(torch.Tensor tensor, string name) => new(Hold(tensor) ?? throw Refusal(tensor, name));

    /// <summary>A tensor that may be absent: null becomes a null pointer.</summary>
    public static Borrowed FromOptional(torch.Tensor? tensor, string name) => tensor is null ? default : From(tensor, name);

    public static implicit operator nint(Borrowed borrowed) => borrowed.handle is { } handle ? handle.Pointer : 0;

    /// <summary>Holds a tensor without a borrower to dispose: whoever calls lets go. Null when there is nothing to hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TensorHandle? Hold(torch.Tensor? tensor)
    {
        var handle = tensor?.handle;
        if (handle is null || !handle.TryHold()) return null;
        // The handle may have been freed and rented for another tensor between the two reads.
        if (Volatile.Read(ref tensor!.handle) == handle) return handle;
        handle.LetGo();
        return null;
    }

    /// <summary>Why a tensor cannot be held.</summary>
    internal static Exception Refusal(torch.Tensor? tensor, string name) => tensor is null
        ? new ArgumentNullException(name, $"'{name}' is null; a tensor is needed here.")
        : new ObjectDisposedException(
            "Tensor", $"The tensor '{name}' has been disposed; dispose a tensor after its last use, or clone it before.");

    public void Dispose() => handle?.LetGo();
}
