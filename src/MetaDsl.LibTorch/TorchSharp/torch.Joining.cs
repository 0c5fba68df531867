using System.Runtime.CompilerServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0)
    {
        using var list = UseSpan(tensors);
        return Cat(list, dim);
    }

    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        using var list = UseAll(tensors);
        return Cat(list, dim);
    }

    public static Tensor cat(Tensor[] tensors, long dim = 0)
    {
        using var list = UseAll(tensors);
        return Cat(list, dim);
    }

    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0)
    {
        using var list = UseSpan(tensors);
        return Cat(list, dim);
    }

    public static Tensor concat(IList<Tensor> tensors, long dim = 0)
    {
        using var list = UseAll(tensors);
        return Cat(list, dim);
    }

    public static Tensor concat(Tensor[] tensors, long dim = 0)
    {
        using var list = UseAll(tensors);
        return Cat(list, dim);
    }

    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0)
    {
        using var list = UseSpan(tensors);
        return Cat(list, axis);
    }

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0)
    {
        using var list = UseAll(tensors);
        return Cat(list, axis);
    }

    public static Tensor concatenate(Tensor[] tensors, long axis = 0)
    {
        using var list = UseAll(tensors);
        return Cat(list, axis);
    }

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        using var list = UseAll(tensors);
        fixed (nint* pointers = list.Pointers) return Made(Native.at_stack(pointers, list.Count, dim));
    }

    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => JoinSpan(&Native.at_hstack, tensors);

    public static Tensor hstack(IEnumerable<Tensor> tensors) => Join(&Native.at_hstack, tensors);

    public static Tensor hstack(IList<Tensor> tensors) => Join(&Native.at_hstack, tensors);

    public static Tensor hstack(params Tensor[] tensors) => Join(&Native.at_hstack, tensors);

    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => JoinSpan(&Native.at_vstack, tensors);

    public static Tensor vstack(IList<Tensor> tensors) => Join(&Native.at_vstack, tensors);

    public static Tensor vstack(Tensor[] tensors) => Join(&Native.at_vstack, tensors);

    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => JoinSpan(&Native.at_vstack, tensors);

    public static Tensor row_stack(IList<Tensor> tensors) => Join(&Native.at_vstack, tensors);

    public static Tensor row_stack(params Tensor[] tensors) => Join(&Native.at_vstack, tensors);

    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => JoinSpan(&Native.at_dstack, tensors);

    public static Tensor dstack(IEnumerable<Tensor> tensors) => Join(&Native.at_dstack, tensors);

    public static Tensor dstack(IList<Tensor> tensors) => Join(&Native.at_dstack, tensors);

    public static Tensor dstack(params Tensor[] tensors) => Join(&Native.at_dstack, tensors);

    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => JoinSpan(&Native.at_column_stack, tensors);

    public static Tensor column_stack(IList<Tensor> tensors) => Join(&Native.at_column_stack, tensors);

    public static Tensor column_stack(params Tensor[] tensors) => Join(&Native.at_column_stack, tensors);

    /// <summary>A matrix of the tensors along its diagonal, zero elsewhere.</summary>
    public static Tensor block_diag(params Tensor[] tensors) => Join(&Native.at_block_diag, tensors);

    /// <summary>Every combination of one element of each vector, one a row.</summary>
    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => JoinSpan(&Native.at_cartesian_prod, tensors);

    public static Tensor cartesian_prod(IList<Tensor> tensors) => Join(&Native.at_cartesian_prod, tensors);

    public static Tensor cartesian_prod(params Tensor[] tensors) => Join(&Native.at_cartesian_prod, tensors);

    /// <summary>The coordinates of a grid; with "ij" the first vector gives the rows, with "xy" the columns.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij")
    {
        if (indexing is not ("ij" or "xy"))
        {
            throw new ArgumentException($"'indexing' is '{indexing}'; it is \"ij\" or \"xy\".", nameof(indexing));
        }

        using var list = UseAll(tensors);
        fixed (nint* pointers = list.Pointers) return MadeList(Native.at_meshgrid(pointers, list.Count, Flag(indexing == "xy")));
    }

    private static Tensor Cat(scoped in BorrowedList list, long dim, [CallerMemberName] string operation = "")
    {
        fixed (nint* pointers = list.Pointers) return Made(Native.at_cat(pointers, list.Count, dim), operation);
    }

    private static Tensor JoinSpan(
        delegate*<nint*, int, Produced> op, ReadOnlySpan<Tensor> tensors, [CallerMemberName] string operation = "")
    {
        using var list = UseSpan(tensors);
        fixed (nint* pointers = list.Pointers) return Made(op(pointers, list.Count), operation);
    }

    private static Tensor Join(
        delegate*<nint*, int, Produced> op, IEnumerable<Tensor> tensors, [CallerMemberName] string operation = "")
    {
        using var list = UseAll(tensors);
        fixed (nint* pointers = list.Pointers) return Made(op(pointers, list.Count), operation);
    }
}
