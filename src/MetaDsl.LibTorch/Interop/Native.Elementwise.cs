using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // elementwise.cpp
    [DllImport(Library)] internal static extern Produced at_abs(nint self);
    [DllImport(Library)] internal static extern int at_abs_(nint self);
    [DllImport(Library)] internal static extern Produced at_add(nint self, nint other);
    [DllImport(Library)] internal static extern int at_add_(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_mul(nint self, nint other);
    [DllImport(Library)] internal static extern int at_mul_(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_mul_scalar(nint self, Number other);
    [DllImport(Library)] internal static extern int at_mul_scalar_(nint self, Number other);
}
