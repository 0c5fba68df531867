using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // creation.cpp
    [DllImport(Library)] internal static extern Produced at_empty(long* size, int dims, Options asked);
    [DllImport(Library)] internal static extern Produced at_zeros(long* size, int dims, Options asked);
    [DllImport(Library)] internal static extern Produced at_ones(long* size, int dims, Options asked);
    [DllImport(Library)] internal static extern Produced at_from_memory(void* data, int held, long* size, int dims, Options asked);
}
