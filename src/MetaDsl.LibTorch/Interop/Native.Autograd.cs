using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // autograd.cpp
    [DllImport(Library)] internal static extern long at_grad(
        nint* outputs,
        int outputCount,
        nint* inputs,
        int inputCount,
        nint* gradOutputs,
        int gradOutputCount,
        int retainGraph,
        int createGraph,
        int allowUnused);
    [DllImport(Library)] internal static extern int at_backward(
        nint* tensors, int count, nint* gradTensors, int gradCount, int retainGraph, int createGraph, nint* inputs, int inputCount);
    [DllImport(Library)] internal static extern int at_gradient(nint self, Produced* result);
    [DllImport(Library)] internal static extern int at_set_gradient(nint self, nint value);
    [DllImport(Library)] internal static extern int at_retain_grad(nint self);
    [DllImport(Library)] internal static extern Produced at_detach(nint self);
    [DllImport(Library)] internal static extern int at_detach_(nint self);
    [DllImport(Library)] internal static extern int at_is_grad_enabled();
    [DllImport(Library)] internal static extern void at_set_grad_enabled(int enabled);
    [DllImport(Library)] internal static extern int at_is_inference_mode_enabled();
    [DllImport(Library)] internal static extern int at_begin_inference_mode(int enabled, void** guard);
    [DllImport(Library)] internal static extern void at_end_inference_mode(void* guard);
}
