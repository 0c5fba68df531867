using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor fractional_max_pool2d(
                Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                First(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                First(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool2d(
                Tensor input, long[] kernel_size, long[] output_size = null!, double[] output_ratio = null!) =>
                First(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool3d(
                Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                First(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool3d(
                Tensor input,
                (long, long, long) kernel_size,
                (long, long, long)? output_size = null,
                (double, double, double)? output_ratio = null) =>
                First(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            public static Tensor fractional_max_pool3d(
                Tensor input, long[] kernel_size, long[] output_size = null!, double[] output_ratio = null!) =>
                First(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(
                Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                FractionalMaxPool(2, input, [kernel_size], Listed(output_size), Listed(output_ratio), nameof(fractional_max_pool2d));

            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(
                Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                FractionalMaxPool(
                    2,
                    input,
                    [kernel_size.Item1, kernel_size.Item2],
                    output_size is { } size ? [size.Item1, size.Item2] : null,
                    output_ratio is { } ratio ? [ratio.Item1, ratio.Item2] : null,
                    nameof(fractional_max_pool2d));

            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[] output_size = null!, double[] output_ratio = null!) =>
                FractionalMaxPool(2, input, Arguments.Numbers(kernel_size), output_size, output_ratio, nameof(fractional_max_pool2d));

            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(
                Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                FractionalMaxPool(3, input, [kernel_size], Listed(output_size), Listed(output_ratio), nameof(fractional_max_pool3d));

            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(
                Tensor input,
                (long, long, long) kernel_size,
                (long, long, long)? output_size = null,
                (double, double, double)? output_ratio = null) =>
                FractionalMaxPool(
                    3,
                    input,
                    [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3],
                    output_size is { } size ? [size.Item1, size.Item2, size.Item3] : null,
                    output_ratio is { } ratio ? [ratio.Item1, ratio.Item2, ratio.Item3] : null,
                    nameof(fractional_max_pool3d));

            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(
                Tensor input, long[] kernel_size, long[] output_size = null!, double[] output_ratio = null!) =>
                FractionalMaxPool(3, input, Arguments.Numbers(kernel_size), output_size, output_ratio, nameof(fractional_max_pool3d));

            private static T[]? Listed<T>(T? number)
                where T : struct => number is { } value ? [value] : null;

            private static (Tensor, Tensor) FractionalMaxPool(
                int dims, Tensor input, ReadOnlySpan<long> kernel, long[]? size, double[]? ratio, string operation)
            {
                using var x = Use(input);
                var results = stackalloc Produced[2];
                fixed (long* window = kernel, to = size)
                fixed (double* share = ratio)
                {
                    Done(
                        Native.at_fractional_max_pool(
                            dims, x, window, kernel.Length, to, size?.Length ?? 0, share, ratio?.Length ?? 0, results),
                        operation);
                }

                return (Tensor.Own(results[0]), Tensor.Own(results[1]));
            }
        }
    }
}
