using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Randint(0, high, Sizes(size), dtype, device, requires_grad, generator, names);

    /// <summary>
    /// Whole numbers from <paramref name="low"/> up to, but not including, <paramref name="high"/>; Int64 unless a dtype is said.
    /// </summary>
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Randint(low, high, Sizes(size), dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Randint(0, high, size.Numbers, dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Randint(low, high, size.Numbers, dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Randint(0, high, new Size(size).Numbers, dtype, device, requires_grad, generator, names);

    public static Tensor randint(
        int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Randint(low, high, new Size(size).Numbers, dtype, device, requires_grad, generator, names);

    /// <summary>A random order of the numbers below <paramref name="n"/>; Int64 unless a dtype is said.</summary>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        using var source = BorrowedGenerator.From(generator);
        return Made(Native.at_randperm(n, source, Asked(dtype, device, requires_grad)));
    }

    public static Tensor randperm(long n, Tensor @out, Generator? generator = null)
    {
        using var result = Use(@out, "out");
        using var source = BorrowedGenerator.From(generator);
        Done(Native.at_randperm_out(result, n, source));
        return @out;
    }

    public static bool randint_bool(Generator? generator = null) => randint_long(0, 2, generator) == 1;

    public static int randint_int(int high, Generator? generator = null) => randint_int(0, high, generator);

    public static int randint_int(int low, int high, Generator? generator = null) => (int)randint_long(low, high, generator);

    public static long randint_long(long high, Generator? generator = null) => randint_long(0, high, generator);

    public static long randint_long(long low, long high, Generator? generator = null)
    {
        using var drawn = Randint(low, high, [], ScalarType.Int64, generator?.device ?? CPU, false, generator, null, nameof(randint_long));
        return drawn.ToInt64();
    }

    /// <summary>A number from 0 up to, but not including, 1.</summary>
    public static double rand_float(Generator? generator = null)
    {
        using var drawn = rand([], ScalarType.Float64, generator?.device ?? CPU, generator: generator);
        return drawn.ToDouble();
    }

    /// <summary>A number from the normal distribution of mean 0 and standard deviation 1.</summary>
    public static double randn_float(Generator? generator = null)
    {
        using var drawn = randn([], ScalarType.Float64, generator?.device ?? CPU, generator: generator);
        return drawn.ToDouble();
    }

    private static Tensor Randint(
        long low,
        long high,
        ReadOnlySpan<long> size,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        Generator? generator,
        string[]? names,
        string operation = nameof(randint))
    {
        RejectNames(names);
        using var source = BorrowedGenerator.From(generator);
        fixed (long* sizes = size)
        {
            return Made(Native.at_randint(low, high, sizes, size.Length, source, Asked(dtype, device, requires_grad)), operation);
        }
    }
}
