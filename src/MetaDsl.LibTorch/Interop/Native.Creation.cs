using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // creation.cpp
    [DllImport(Library)] internal static extern Produced at_empty(long* size, int dims, Options asked);
    [DllImport(Library)] internal static extern Produced at_zeros(long* size, int dims, Options asked);
    [DllImport(Library)] internal static extern Produced at_ones(long* size, int dims, Options asked);
    [DllImport(Library)] internal static extern Produced at_full(long* size, int dims, Number value, Options asked);
    [DllImport(Library)] internal static extern Produced at_empty_strided(
        long* size, int dims, long* strides, int strideCount, Options asked);
    [DllImport(Library)] internal static extern Produced at_eye(long rows, long columns, Options asked);
    [DllImport(Library)] internal static extern Produced at_arange(Number start, Number stop, Number step, Options asked);
    [DllImport(Library)] internal static extern Produced at_linspace(double start, double end, long steps, Options asked);
    [DllImport(Library)] internal static extern Produced at_logspace(double start, double end, long steps, double @base, Options asked);
    [DllImport(Library)] internal static extern Produced at_bartlett_window(long length, int periodic, Options asked);
    [DllImport(Library)] internal static extern Produced at_blackman_window(long length, int periodic, Options asked);
    [DllImport(Library)] internal static extern Produced at_hann_window(long length, int periodic, Options asked);
    [DllImport(Library)] internal static extern Produced at_hamming_window(
        long length, int periodic, double alpha, double beta, Options asked);
    [DllImport(Library)] internal static extern Produced at_kaiser_window(long length, int periodic, double beta, Options asked);
    [DllImport(Library)] internal static extern Produced at_empty_like(nint self, Options asked);
    [DllImport(Library)] internal static extern Produced at_zeros_like(nint self, Options asked);
    [DllImport(Library)] internal static extern Produced at_ones_like(nint self, Options asked);
    [DllImport(Library)] internal static extern Produced at_full_like(nint self, Number value, Options asked);
    [DllImport(Library)] internal static extern Produced at_new_empty(nint self, long* size, int dims, Options asked);
    [DllImport(Library)] internal static extern Produced at_new_zeros(nint self, long* size, int dims, Options asked);
    [DllImport(Library)] internal static extern Produced at_new_ones(nint self, long* size, int dims, Options asked);
    [DllImport(Library)] internal static extern Produced at_new_full(nint self, long* size, int dims, Number value, Options asked);
    [DllImport(Library)] internal static extern int at_empty_out(nint self, long* size, int dims);
    [DllImport(Library)] internal static extern int at_zeros_out(nint self, long* size, int dims);
    [DllImport(Library)] internal static extern int at_ones_out(nint self, long* size, int dims);
    [DllImport(Library)] internal static extern int at_full_out(nint self, long* size, int dims, Number value);
    [DllImport(Library)] internal static extern int at_eye_out(nint self, long rows, long columns);
    [DllImport(Library)] internal static extern int at_arange_out(nint self, Number start, Number stop, Number step);
    [DllImport(Library)] internal static extern Produced at_from_memory(void* data, int held, long* size, int dims, Options asked);
    [DllImport(Library)] internal static extern Produced at_from_file(byte* path, int shared, long elements, Options asked);
}
