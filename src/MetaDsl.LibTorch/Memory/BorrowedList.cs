using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace MetaDsl.LibTorch;

/// <summary>Several tensors lent to a native call, as one array of pointers: <c>fixed (nint* pointers = list.Pointers)</c>.</summary>
/// <remarks>A short list lives on the stack; lists of two or three tensors are what training loops join and differentiate.</remarks>
internal ref struct BorrowedList
{
    private const int Few = 8;

    private readonly TensorHandle?[]? manyHandles;
    private readonly nint[]? manyPointers;
    private FewHandles fewHandles;
    private FewPointers fewPointers;

    private BorrowedList(int count)
    {
        Count = count;
        if (count <= Few) return;
        manyHandles = new TensorHandle?[count];
        manyPointers = new nint[count];
    }

    [UnscopedRef]
    internal readonly ReadOnlySpan<nint> Pointers =>
        manyPointers is null ? MemoryMarshal.CreateReadOnlySpan(in fewPointers[0], Count) : manyPointers;

    internal readonly int Count { get; }

    /// <summary>Borrows every tensor of a list; a null tensor is an error unless it is allowed.</summary>
    internal static BorrowedList From(scoped ReadOnlySpan<torch.Tensor> tensors, string name, bool allowNull = false)
    {
        var list = new BorrowedList(tensors.Length);
        try
        {
            for (var i = 0; i < tensors.Length; i++) list.Hold(i, tensors[i], name, allowNull);
            return list;
        }
        catch
        {
            list.Dispose();
            throw;
        }
    }

    /// <summary>The same for a list that is no array.</summary>
    internal static BorrowedList From(IList<torch.Tensor> tensors, string name)
    {
        var list = new BorrowedList(tensors.Count);
        try
        {
            for (var i = 0; i < list.Count; i++) list.Hold(i, tensors[i], name, false);
            return list;
        }
        catch
        {
            list.Dispose();
            throw;
        }
    }

    public readonly void Dispose()
    {
        for (var i = 0; i < Count; i++)
        {
            var handle = manyHandles is null ? fewHandles[i] : manyHandles[i];
            handle?.LetGo();
        }
    }

    private void Hold(int index, torch.Tensor? tensor, string name, bool allowNull)
    {
        if (tensor is null && allowNull) return;
        // The handle is given back by Dispose, not by a borrower of its own.
        var handle = Borrowed.Hold(tensor) ?? throw Borrowed.Refusal(tensor, $"{name}[{index}]");
        if (manyHandles is null)
        {
            fewHandles[index] = handle;
            fewPointers[index] = handle.Pointer;
        }
        else
        {
            manyHandles[index] = handle;
            manyPointers![index] = handle.Pointer;
        }
    }

    [InlineArray(Few)]
    private struct FewHandles
    {
        private TensorHandle? first;
    }

    [InlineArray(Few)]
    private struct FewPointers
    {
        private nint first;
    }
}
