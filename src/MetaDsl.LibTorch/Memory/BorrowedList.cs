using TorchSharp;

namespace MetaDsl.LibTorch;

/// <summary>Several tensors lent to a native call, as one array of pointers: <c>fixed (nint* pointers = list.Pointers)</c>.</summary>
internal readonly ref struct BorrowedList
{
    private readonly TensorHandle?[] held;

    private BorrowedList(TensorHandle?[] held, nint[] pointers)
    {
        this.held = held;
        Pointers = pointers;
    }

    internal nint[] Pointers { get; }

    internal int Count => Pointers.Length;

    /// <summary>Borrows every tensor of a list; a null list counts as an empty one, a null tensor is an error unless it is allowed.</summary>
    internal static BorrowedList From(scoped ReadOnlySpan<torch.Tensor> tensors, string name, bool allowNull = false)
    {
        var list = new BorrowedList(new TensorHandle?[tensors.Length], new nint[tensors.Length]);
        try
        {
            for (var i = 0; i < tensors.Length; i++)
            {
                if (tensors[i] is null && allowNull) continue;
                // Inside the list the borrowing has no `using`: Dispose below gives all of them back.
                list.held[i] = Borrowed.From(tensors[i], $"{name}[{i}]").Keep(out list.Pointers[i]);
            }

            return list;
        }
        catch
        {
            list.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var handle in held) handle?.LetGo();
    }
}
