using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor avg_pool1d(
                Tensor input,
                long kernel_size,
                long? stride = null,
                long? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true) =>
                AvgPool(
                    1,
                    input,
                    [kernel_size],
                    [stride ?? kernel_size],
                    [padding ?? 0],
                    ceil_mode,
                    count_include_pad,
                    null,
                    nameof(avg_pool1d));

            public static Tensor avg_pool2d(
                Tensor input,
                long[] kernel_size,
                long[] stride = null!,
                long[] padding = null!,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null) => AvgPool(
                    2,
                    input,
                    Arguments.Numbers(kernel_size),
                    stride,
                    padding,
                    ceil_mode,
                    count_include_pad,
                    divisor_override,
                    nameof(avg_pool2d));

            public static Tensor avg_pool2d(
                Tensor input,
                long kernel_size,
                long? stride = null,
                long padding = 0,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null) =>
                AvgPool(
                    2,
                    input,
                    [kernel_size],
                    [stride ?? kernel_size],
                    [padding],
                    ceil_mode,
                    count_include_pad,
                    divisor_override,
                    nameof(avg_pool2d));

            public static Tensor avg_pool2d(
                Tensor input,
                (long, long) kernel_size,
                (long, long)? stride = null,
                (long, long)? padding = null,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null)
            {
                var (strideHeight, strideWidth) = stride ?? kernel_size;
                var (paddingHeight, paddingWidth) = padding ?? (0, 0);
                return AvgPool(
                    2,
                    input,
                    [kernel_size.Item1, kernel_size.Item2],
                    [strideHeight, strideWidth],
                    [paddingHeight, paddingWidth],
                    ceil_mode,
                    count_include_pad,
                    divisor_override,
                    nameof(avg_pool2d));
            }

            public static Tensor avg_pool3d(
                Tensor input,
                long[] kernel_size,
                long[] stride = null!,
                long[] padding = null!,
                bool ceil_mode = false,
                bool count_include_pad = true,
                long? divisor_override = null) => AvgPool(
                    3,
                    input,
                    Arguments.Numbers(kernel_size),
                    stride,
                    padding,
                    ceil_mode,
                    count_include_pad,
                    divisor_override,
                    nameof(avg_pool3d));

            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) =>
                AdaptiveAvgPool(1, input, [output_size], nameof(adaptive_avg_pool1d));

            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                AdaptiveAvgPool(2, input, Arguments.Numbers(output_size), nameof(adaptive_avg_pool2d));

            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                AdaptiveAvgPool(2, input, [output_size.Item1, output_size.Item2], nameof(adaptive_avg_pool2d));

            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                AdaptiveAvgPool(2, input, [output_size], nameof(adaptive_avg_pool2d));

            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) =>
                AdaptiveAvgPool(3, input, Arguments.Numbers(output_size), nameof(adaptive_avg_pool3d));

            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) =>
                AdaptiveAvgPool(3, input, [output_size.Item1, output_size.Item2, output_size.Item3], nameof(adaptive_avg_pool3d));

            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) =>
                AdaptiveAvgPool(3, input, [output_size], nameof(adaptive_avg_pool3d));

            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                LpPool(1, input, norm_type, [kernel_size], [stride ?? kernel_size], ceil_mode, nameof(lp_pool1d));

            public static Tensor lp_pool2d(
                Tensor input, double norm_type, long[] kernel_size, long[] stride = null!, bool ceil_mode = false) =>
                LpPool(2, input, norm_type, Arguments.Numbers(kernel_size), stride, ceil_mode, nameof(lp_pool2d));

            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                LpPool(2, input, norm_type, [kernel_size], [stride ?? kernel_size], ceil_mode, nameof(lp_pool2d));

            private static Tensor AvgPool(
                int dims,
                Tensor input,
                ReadOnlySpan<long> kernel,
                ReadOnlySpan<long> stride,
                ReadOnlySpan<long> padding,
                bool ceilMode,
                bool countIncludePad,
                long? divisorOverride,
                string operation)
            {
                using var x = Use(input);
                var divisor = divisorOverride.GetValueOrDefault();
                fixed (long* window = kernel, by = stride, within = padding)
                {
                    return Made(
                        Native.at_avg_pool(
                            dims,
                            x,
                            window,
                            kernel.Length,
                            by,
                            stride.Length,
                            within,
                            padding.Length,
                            Flag(ceilMode),
                            Flag(countIncludePad),
                            divisorOverride is null ? null : &divisor),
                        operation);
                }
            }

            private static Tensor AdaptiveAvgPool(int dims, Tensor input, ReadOnlySpan<long> size, string operation)
            {
                using var x = Use(input);
                fixed (long* to = size) return Made(Native.at_adaptive_avg_pool(dims, x, to, size.Length), operation);
            }

            private static Tensor LpPool(
                int dims,
                Tensor input,
                double normType,
                ReadOnlySpan<long> kernel,
                ReadOnlySpan<long> stride,
                bool ceilMode,
                string operation)
            {
                using var x = Use(input);
                fixed (long* window = kernel, by = stride)
                {
                    return Made(Native.at_lp_pool(dims, x, normType, window, kernel.Length, by, stride.Length, Flag(ceilMode)), operation);
                }
            }
        }
    }
}
