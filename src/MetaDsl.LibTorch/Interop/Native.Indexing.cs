using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

/// <summary>One item of an index expression, as native code reads it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct IndexItem
{
    public Kind What;
    public long Start;
    public long Stop;
    public long Step;
    public nint Tensor;

    internal enum Kind : long
    {
        NewAxis = 0,
        Single = 1,
        Slice = 2,
        Ellipsis = 3,
        Truth = 4,
        Tensor = 5,
    }
}

internal static unsafe partial class Native
{
    // indexing.cpp
    [DllImport(Library)] internal static extern Produced at_index(nint self, IndexItem* items, int count);
    [DllImport(Library)] internal static extern int at_index_put_(nint self, IndexItem* items, int count, nint value, int accumulate);
    [DllImport(Library)] internal static extern int at_index_put_scalar_(nint self, IndexItem* items, int count, Number value);
    [DllImport(Library)] internal static extern Produced at_select_leading(nint self, long* indices, int count);
    [DllImport(Library)] internal static extern int at_select_leading_put_(nint self, long* indices, int count, nint value);
    [DllImport(Library)] internal static extern Produced at_gather(nint self, long dim, nint index, int sparseGrad);
    [DllImport(Library)] internal static extern Produced at_index_select(nint self, long dim, nint index);
    [DllImport(Library)] internal static extern Produced at_scatter(nint self, long dim, nint index, nint source);
    [DllImport(Library)] internal static extern int at_scatter_(nint self, long dim, nint index, nint source);
    [DllImport(Library)] internal static extern Produced at_scatter_add(nint self, long dim, nint index, nint source);
    [DllImport(Library)] internal static extern int at_scatter_add_(nint self, long dim, nint index, nint source);
    [DllImport(Library)] internal static extern Produced at_index_copy(nint self, long dim, nint index, nint source);
    [DllImport(Library)] internal static extern int at_index_copy_(nint self, long dim, nint index, nint source);
    [DllImport(Library)] internal static extern Produced at_index_add(nint self, long dim, nint index, nint source, Number alpha);
    [DllImport(Library)] internal static extern int at_index_add_(nint self, long dim, nint index, nint source, Number alpha);
    [DllImport(Library)] internal static extern Produced at_index_fill(nint self, long dim, nint index, Number value);
    [DllImport(Library)] internal static extern int at_index_fill_(nint self, long dim, nint index, Number value);
    [DllImport(Library)] internal static extern Produced at_take(nint self, nint index);
    [DllImport(Library)] internal static extern Produced at_take_along_dim(nint self, nint indices);
    [DllImport(Library)] internal static extern Produced at_take_along_dim_dim(nint self, nint indices, long dim);
    [DllImport(Library)] internal static extern Produced at_masked_select(nint self, nint mask);
    [DllImport(Library)] internal static extern Produced at_masked_scatter(nint self, nint mask, nint value);
    [DllImport(Library)] internal static extern int at_masked_scatter_(nint self, nint mask, nint value);
    [DllImport(Library)] internal static extern Produced at_where(nint condition, nint self, nint other);
    [DllImport(Library)] internal static extern long at_where_list(nint condition);
    [DllImport(Library)] internal static extern long at_nonzero_list(nint self);
    [DllImport(Library)] internal static extern Produced at_nonzero(nint self);
    [DllImport(Library)] internal static extern Produced at_argwhere(nint self);
}
