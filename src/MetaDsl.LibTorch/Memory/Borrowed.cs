using System.Runtime.CompilerServices;
using TorchSharp;

namespace MetaDsl.LibTorch;

/// <summary>A tensor lent to a native call: it converts to the native pointer, and holds the tensor until it is disposed.</summary>
internal readonly ref struct Borrowed
{
    private readonly TensorHandle? handle;

    private Borrowed(TensorHandle? handle) => this.handle = handle;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Borrowed From(torch.Tensor tensor, string name)
    {
        if (tensor is null) throw new ArgumentNullException(name, $"'{name}' is null; a tensor is needed here.");
        var handle = tensor.handle;
        if (handle is null || !handle.TryHold()) throw Disposed(name);
        // The handle may have been freed and rented for another tensor between the two reads.
        if (Volatile.Read(ref tensor.handle) == handle) return new Borrowed(handle);
        handle.LetGo();
        throw Disposed(name);
    }

    /// <summary>A tensor that may be absent: null becomes a null pointer.</summary>
    public static Borrowed FromOptional(torch.Tensor? tensor, string name) => tensor is null ? default : From(tensor, name);

    public static implicit operator nint(Borrowed borrowed) => borrowed.handle is { } handle ? handle.Pointer : 0;

    /// <summary>Hands the duty of letting go over to the caller.</summary>
    internal TensorHandle Keep(out nint pointer)
    {
        pointer = handle!.Pointer;
        return handle;
    }

    public void Dispose() => handle?.LetGo();

    private static ObjectDisposedException Disposed(string name) =>
        new("Tensor", $"The tensor '{name}' has been disposed; dispose a tensor after its last use, or clone it before.");
}
