using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros([size], dtype, device, requires_grad, names);

    public static Tensor zeros(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RejectNames(names);
        fixed (long* sizes = size) return Made(Native.at_zeros(sizes, size.Length, Asked(dtype, device, requires_grad)));
    }

    public static Tensor ones(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RejectNames(names);
        fixed (long* sizes = size) return Made(Native.at_ones(sizes, size.Length, Asked(dtype, device, requires_grad)));
    }

    internal static Options Asked(ScalarType? dtype, Device? device, bool requires_grad) =>
        new(dtype is { } type ? (int)type : -1, device is null ? -1 : (int)device.type, device?.index ?? -1, requires_grad ? 1 : 0);

    private static void RejectNames(string[]? names)
    {
        if (names is not null) throw new NotSupportedException("Named dimensions are not supported; leave 'names' out and address dimensions by number.");
    }
}
