using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                MaxPool(1, input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], [dilation ?? 1], ceil_mode, nameof(max_pool1d));

            public static Tensor max_pool2d(
                Tensor input,
                long[] kernel_size,
                long[] strides = null!,
                long[] padding = null!,
                long[] dilation = null!,
                bool ceil_mode = false) =>
                MaxPool(2, input, Arguments.Numbers(kernel_size), strides, padding, dilation, ceil_mode, nameof(max_pool2d));

            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                MaxPool(2, input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], [dilation ?? 1], ceil_mode, nameof(max_pool2d));

            public static Tensor max_pool2d(
                Tensor input,
                (long, long) kernel_size,
                (long, long)? stride = null,
                (long, long)? padding = null,
                (long, long)? dilation = null,
                bool ceil_mode = false)
            {
                var (strideHeight, strideWidth) = stride ?? kernel_size;
                var (paddingHeight, paddingWidth) = padding ?? (0, 0);
                var (dilationHeight, dilationWidth) = dilation ?? (1, 1);
                return MaxPool(
                    2,
                    input,
                    [kernel_size.Item1, kernel_size.Item2],
                    [strideHeight, strideWidth],
                    [paddingHeight, paddingWidth],
                    [dilationHeight, dilationWidth],
                    ceil_mode,
                    nameof(max_pool2d));
            }

            public static Tensor max_pool3d(
                Tensor input,
                long[] kernel_size,
                long[] strides = null!,
                long[] padding = null!,
                long[] dilation = null!,
                bool ceil_mode = false) =>
                MaxPool(3, input, Arguments.Numbers(kernel_size), strides, padding, dilation, ceil_mode, nameof(max_pool3d));

            public static (Tensor output, Tensor indices) max_pool1d_with_indices(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                MaxPoolWithIndices(
                    1,
                    input,
                    [kernel_size],
                    [stride ?? kernel_size],
                    [padding ?? 0],
                    [dilation ?? 1],
                    ceil_mode,
                    nameof(max_pool1d_with_indices));

            public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input,
                long[] kernel_size,
                long[] strides = null!,
                long[] padding = null!,
                long[] dilation = null!,
                bool ceil_mode = false) =>
                MaxPoolWithIndices(
                    2, input, Arguments.Numbers(kernel_size), strides, padding, dilation, ceil_mode, nameof(max_pool2d_with_indices));

            public static (Tensor output, Tensor indices) max_pool3d_with_indices(
                Tensor input,
                long[] kernel_size,
                long[] strides = null!,
                long[] padding = null!,
                long[] dilation = null!,
                bool ceil_mode = false) =>
                MaxPoolWithIndices(
                    3, input, Arguments.Numbers(kernel_size), strides, padding, dilation, ceil_mode, nameof(max_pool3d_with_indices));

            public static Tensor max_unpool1d(
                Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[] output_size = null!) =>
                MaxUnpool(1, input, indices, [kernel_size], [stride ?? kernel_size], [padding ?? 0], output_size, nameof(max_unpool1d));

            public static Tensor max_unpool2d(
                Tensor input,
                Tensor indices,
                long[] kernel_size,
                long[] stride = null!,
                long[] padding = null!,
                long[] output_size = null!) =>
                MaxUnpool(2, input, indices, Arguments.Numbers(kernel_size), stride, padding, output_size, nameof(max_unpool2d));

            public static Tensor max_unpool3d(
                Tensor input,
                Tensor indices,
                long[] kernel_size,
                long[] stride = null!,
                long[] padding = null!,
                long[] output_size = null!) =>
                MaxUnpool(3, input, indices, Arguments.Numbers(kernel_size), stride, padding, output_size, nameof(max_unpool3d));

            public static Tensor adaptive_max_pool1d(Tensor input, long output_size) =>
                First(adaptive_max_pool1d_with_indices(input, output_size));

            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) =>
                First(adaptive_max_pool2d_with_indices(input, output_size));

            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size) =>
                First(adaptive_max_pool3d_with_indices(input, output_size));

            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                AdaptiveMaxPool(1, input, [output_size], nameof(adaptive_max_pool1d));

            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                AdaptiveMaxPool(2, input, Arguments.Numbers(output_size), nameof(adaptive_max_pool2d));

            public static (Tensor Values, Tensor Indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size) =>
                AdaptiveMaxPool(3, input, Arguments.Numbers(output_size), nameof(adaptive_max_pool3d));

            private static Tensor First((Tensor Values, Tensor Indices) pooled)
            {
                pooled.Indices.Dispose();
                return pooled.Values;
            }

            // An empty list stands for the default.
            private static Tensor MaxPool(
                int dims,
                Tensor input,
                ReadOnlySpan<long> kernel,
                ReadOnlySpan<long> stride,
                ReadOnlySpan<long> padding,
                ReadOnlySpan<long> dilation,
                bool ceilMode,
                string operation)
            {
                using var x = Use(input);
                fixed (long* window = kernel, by = stride, within = padding, apart = dilation)
                {
                    return Made(
                        Native.at_max_pool(
                            dims,
                            x,
                            window,
                            kernel.Length,
                            by,
                            stride.Length,
                            within,
                            padding.Length,
                            apart,
                            dilation.Length,
                            Flag(ceilMode)),
                        operation);
                }
            }

            private static (Tensor, Tensor) MaxPoolWithIndices(
                int dims,
                Tensor input,
                ReadOnlySpan<long> kernel,
                ReadOnlySpan<long> stride,
                ReadOnlySpan<long> padding,
                ReadOnlySpan<long> dilation,
                bool ceilMode,
                string operation)
            {
                using var x = Use(input);
                var results = stackalloc Produced[2];
                fixed (long* window = kernel, by = stride, within = padding, apart = dilation)
                {
                    Done(
                        Native.at_max_pool_with_indices(
                            dims,
                            x,
                            window,
                            kernel.Length,
                            by,
                            stride.Length,
                            within,
                            padding.Length,
                            apart,
                            dilation.Length,
                            Flag(ceilMode),
                            results),
                        operation);
                }

                return (Tensor.Own(results[0]), Tensor.Own(results[1]));
            }

            private static Tensor MaxUnpool(
                int dims,
                Tensor input,
                Tensor indices,
                ReadOnlySpan<long> kernel,
                ReadOnlySpan<long> stride,
                ReadOnlySpan<long> padding,
                ReadOnlySpan<long> size,
                string operation)
            {
                using var x = Use(input);
                using var places = Use(indices);
                fixed (long* window = kernel, by = stride, within = padding, to = size)
                {
                    return Made(
                        Native.at_max_unpool(
                            dims, x, places, window, kernel.Length, by, stride.Length, within, padding.Length, to, size.Length),
                        operation);
                }
            }

            private static (Tensor, Tensor) AdaptiveMaxPool(int dims, Tensor input, ReadOnlySpan<long> size, string operation)
            {
                using var x = Use(input);
                var results = stackalloc Produced[2];
                fixed (long* to = size) Done(Native.at_adaptive_max_pool(dims, x, to, size.Length, results), operation);
                return (Tensor.Own(results[0]), Tensor.Own(results[1]));
            }
        }
    }
}
