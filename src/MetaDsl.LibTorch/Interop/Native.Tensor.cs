using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // tensor.cpp
    [DllImport(Library)] internal static extern int at_dtype(nint self);
    [DllImport(Library)] internal static extern long at_dim(nint self);
    [DllImport(Library)] internal static extern long at_numel(nint self);
    [DllImport(Library)] internal static extern int at_device_type(nint self);
    [DllImport(Library)] internal static extern int at_device_index(nint self);
    [DllImport(Library)] internal static extern int at_requires_grad(nint self);
    [DllImport(Library)] internal static extern int at_is_leaf(nint self);
    [DllImport(Library)] internal static extern int at_set_requires_grad(nint self, int value);
    [DllImport(Library)] internal static extern int at_size(nint self, long dim, long* result);
    [DllImport(Library)] internal static extern int at_stride(nint self, long dim, long* result);
    [DllImport(Library)] internal static extern int at_sizes(nint self, long* result);
    [DllImport(Library)] internal static extern int at_strides(nint self, long* result);
    [DllImport(Library)] internal static extern int at_data_ptr(nint self, void** result);
    [DllImport(Library)] internal static extern int at_item(nint self, Number* result);
}
