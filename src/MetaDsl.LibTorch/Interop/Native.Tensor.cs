using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // tensor.cpp; what only reads a field of the tensor is called without leaving managed code's mode.
    [DllImport(Library), SuppressGCTransition] internal static extern int at_dtype(nint self);
    [DllImport(Library), SuppressGCTransition] internal static extern long at_dim(nint self);
    [DllImport(Library), SuppressGCTransition] internal static extern long at_numel(nint self);
    [DllImport(Library)] internal static extern long at_element_size(nint self);
    [DllImport(Library), SuppressGCTransition] internal static extern int at_device_type(nint self);
    [DllImport(Library), SuppressGCTransition] internal static extern int at_device_index(nint self);
    [DllImport(Library)] internal static extern int at_requires_grad(nint self);
    [DllImport(Library)] internal static extern int at_is_leaf(nint self);
    [DllImport(Library)] internal static extern int at_is_sparse(nint self);
    [DllImport(Library)] internal static extern int at_is_contiguous(nint self, int* result);
    [DllImport(Library)] internal static extern int at_is_pinned(nint self, int* result);
    [DllImport(Library)] internal static extern int at_is_nonzero(nint self, int* result);
    [DllImport(Library)] internal static extern int at_storage_offset(nint self, long* result);
    [DllImport(Library)] internal static extern int at_set_requires_grad(nint self, int value);
    [DllImport(Library)] internal static extern int at_size(nint self, long dim, long* result);
    [DllImport(Library)] internal static extern int at_stride(nint self, long dim, long* result);
    [DllImport(Library)] internal static extern int at_sizes(nint self, long* result, long room);
    [DllImport(Library)] internal static extern int at_strides(nint self, long* result, long room);
    [DllImport(Library)] internal static extern int at_data_ptr(nint self, void** result);
    [DllImport(Library)] internal static extern int at_item(nint self, Number* result);
    [DllImport(Library)] internal static extern int at_read_elements(nint self, int type, long start, long count, void* into);
    [DllImport(Library)] internal static extern int at_write_elements(nint self, int type, long start, long count, void* from);
    [DllImport(Library)] internal static extern int at_read_at(nint self, int type, long* indices, int count, void* into);
    [DllImport(Library)] internal static extern int at_write_at(nint self, int type, long* indices, int count, void* from);
    [DllImport(Library)] internal static extern Produced at_to(nint self, Options asked, int nonBlocking, int copy);
    [DllImport(Library)] internal static extern Produced at_type_as(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_contiguous(nint self);
    [DllImport(Library)] internal static extern Produced at_pin_memory(nint self);
    [DllImport(Library)] internal static extern Produced at_clone(nint self);
    [DllImport(Library)] internal static extern Produced at_alias(nint self);
    [DllImport(Library)] internal static extern int at_zero_(nint self);
    [DllImport(Library)] internal static extern int at_fill_(nint self, Number value);
    [DllImport(Library)] internal static extern int at_copy_(nint self, nint source, int nonBlocking);
    [DllImport(Library)] internal static extern int at_set_(nint self, nint source);
}
