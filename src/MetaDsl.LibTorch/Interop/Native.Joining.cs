using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // joining.cpp
    [DllImport(Library)] internal static extern Produced at_cat(nint* tensors, int count, long dim);
    [DllImport(Library)] internal static extern Produced at_stack(nint* tensors, int count, long dim);
    [DllImport(Library)] internal static extern Produced at_hstack(nint* tensors, int count);
    [DllImport(Library)] internal static extern Produced at_vstack(nint* tensors, int count);
    [DllImport(Library)] internal static extern Produced at_dstack(nint* tensors, int count);
    [DllImport(Library)] internal static extern Produced at_column_stack(nint* tensors, int count);
    [DllImport(Library)] internal static extern Produced at_block_diag(nint* tensors, int count);
    [DllImport(Library)] internal static extern Produced at_cartesian_prod(nint* tensors, int count);
    [DllImport(Library)] internal static extern long at_meshgrid(nint* tensors, int count, int columnsFirst);
    [DllImport(Library)] internal static extern long at_broadcast_tensors(nint* tensors, int count);
    [DllImport(Library)] internal static extern long at_split(nint self, long size, long dim);
    [DllImport(Library)] internal static extern long at_split_with_sizes(nint self, long* values, int count, long dim);
    [DllImport(Library)] internal static extern long at_chunk(nint self, long chunks, long dim);
    [DllImport(Library)] internal static extern long at_tensor_split(nint self, long sections, long dim);
    [DllImport(Library)] internal static extern long at_tensor_split_at(nint self, long* indices, int count, long dim);
    [DllImport(Library)] internal static extern long at_tensor_split_tensor(nint self, nint indices, long dim);
    [DllImport(Library)] internal static extern long at_cut(nint self, long sections, int direction);
    [DllImport(Library)] internal static extern long at_cut_at(nint self, long* indices, int count, int direction);
    [DllImport(Library)] internal static extern long at_cut_tensor(nint self, nint indices, int direction);
    [DllImport(Library)] internal static extern long at_unbind(nint self, long dim);
}
