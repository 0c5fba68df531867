using System.Runtime.CompilerServices;
using System.Text;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RejectNames(names);
        return Made(Native.at_eye(rows, columns == -1 ? rows : columns, Asked(dtype, device, requires_grad)));
    }

    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Native.at_arange(
            Scalar.NumberOf(start), Scalar.NumberOf(stop), Scalar.NumberOf(step), Asked(dtype, device, requires_grad)));

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Native.at_arange(Scalar.NumberOf(start), Scalar.NumberOf(stop), 1, Asked(dtype, device, requires_grad)));

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Native.at_arange(0, Scalar.NumberOf(stop), 1, Asked(dtype, device, requires_grad)));

    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Native.at_linspace(start, end, steps, Asked(dtype, device, requires_grad)));

    public static Tensor logspace(
        double start,
        double end,
        long steps,
        double @base = 10,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        Made(Native.at_logspace(start, end, steps, @base, Asked(dtype, device, requires_grad)));

    public static Tensor bartlett_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Native.at_bartlett_window(len, Flag(periodic), Asked(dtype, device, requires_grad)));

    public static Tensor blackman_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Native.at_blackman_window(len, Flag(periodic), Asked(dtype, device, requires_grad)));

    public static Tensor hann_window(
        long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Native.at_hann_window(len, Flag(periodic), Asked(dtype, device, requires_grad)));

    public static Tensor hamming_window(
        long len,
        bool periodic = true,
        float alpha = 0.54f,
        float beta = 0.46f,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false) =>
        Made(Native.at_hamming_window(len, Flag(periodic), Exactly(alpha), Exactly(beta), Asked(dtype, device, requires_grad)));

    public static Tensor kaiser_window(
        long len, bool periodic = true, float beta = 12, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Native.at_kaiser_window(len, Flag(periodic), Exactly(beta), Asked(dtype, device, requires_grad)));

    public static Tensor empty_strided(
        long[] size,
        long[] strides,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        string[]? names = null)
    {
        RejectNames(names);
        var lengths = Sizes(size);
        var steps = Sizes(strides);
        fixed (long* sizes = lengths, stepsPointer = steps)
        {
            return Made(Native.at_empty_strided(sizes, lengths.Length, stepsPointer, steps.Length, Asked(dtype, device, requires_grad)));
        }
    }

    /// <summary>Maps a file of raw elements; if <paramref name="shared"/>, what is written to the tensor is written to the file.</summary>
    public static Tensor from_file(
        string filename, bool? shared = null, long? size = 0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(filename);
        var asked = Asked(dtype, device ?? CPU, requires_grad);
        fixed (byte* path = Encoding.UTF8.GetBytes(filename + '\0'))
        {
            return Made(Native.at_from_file(path, shared is { } share ? Flag(share) : -1, size ?? 0, asked));
        }
    }

    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RejectNames(names);
        return Given(input).empty_like(dtype, device, requires_grad);
    }

    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RejectNames(names);
        return Given(input).zeros_like(dtype, device, requires_grad);
    }

    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RejectNames(names);
        return Given(input).ones_like(dtype, device, requires_grad);
    }

    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        RejectNames(names);
        return Given(input).full_like(value, dtype, device, requires_grad);
    }

    /// <summary>What a creation function is asked for; where no device is said, the default device.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Options Asked(ScalarType? dtype, Device? device, bool requires_grad) =>
        Likeness(dtype, device ?? defaultDevice, requires_grad);

    /// <summary>The same for a tensor in the likeness of another, which lives where the other does unless a device is said.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Options Likeness(ScalarType? dtype, Device? device, bool requires_grad)
    {
        var type = Elements.Code(dtype);
        if (device is null) return new Options(type, -1, -1, requires_grad ? 1 : 0);
        device.RequirePresent();
        return new Options(type, (int)device.type, device.index, requires_grad ? 1 : 0);
    }

    internal static ReadOnlySpan<long> Sizes(long[] sizes, [CallerArgumentExpression(nameof(sizes))] string name = "") =>
        sizes ?? throw new ArgumentNullException(name, $"'{name}' is null; an array of sizes is needed here, empty for a single number.");

    // 0.54f is meant as 0.54, not as the double next to the float.
    private static double Exactly(float value) => (double)(decimal)value;

    private static void RejectNames(string[]? names)
    {
        if (names is null) return;
        throw new NotSupportedException("Named dimensions are not supported; leave 'names' out and address dimensions by number.");
    }
}
