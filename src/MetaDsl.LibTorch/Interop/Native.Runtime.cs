using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // runtime.cpp
    [DllImport(Library)] internal static extern byte* at_version();
    [DllImport(Library)] internal static extern int at_get_default_dtype();
    [DllImport(Library)] internal static extern int at_set_default_dtype(int dtype);
    [DllImport(Library)] internal static extern int at_promote_types(int first, int second);
    [DllImport(Library)] internal static extern int at_can_cast(int from, int to);
    [DllImport(Library)] internal static extern int at_result_type(nint first, nint second, int* result);
    [DllImport(Library)] internal static extern int at_get_num_threads(int* result);
    [DllImport(Library)] internal static extern int at_set_num_threads(int count);
    [DllImport(Library)] internal static extern int at_get_num_interop_threads(int* result);
    [DllImport(Library)] internal static extern int at_set_num_interop_threads(int count);
    [DllImport(Library)] internal static extern int at_cuda_is_available(int* result);
    [DllImport(Library)] internal static extern int at_cudnn_is_available(int* result);
    [DllImport(Library)] internal static extern int at_cuda_device_count(int* result);
    [DllImport(Library)] internal static extern int at_cuda_manual_seed(long seed);
    [DllImport(Library)] internal static extern int at_cuda_manual_seed_all(long seed);
    [DllImport(Library)] internal static extern int at_cuda_synchronize(int deviceIndex);
    [DllImport(Library)] internal static extern int at_mps_is_available(int* result);
    [DllImport(Library)] internal static extern int at_get_allow_tf32(int cudnn, int* result);
    [DllImport(Library)] internal static extern int at_set_allow_tf32(int cudnn, int allow);
    [DllImport(Library)] internal static extern int at_get_sdp(int flash, int* result);
    [DllImport(Library)] internal static extern int at_set_sdp(int flash, int enable);
}
