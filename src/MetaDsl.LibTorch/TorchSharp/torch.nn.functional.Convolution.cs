using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor conv1d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long? stride = null,
                long? padding = null,
                long? dilation = null,
                long groups = 1) =>
                Convolve(1, input, weight, bias, [stride ?? 1], [padding ?? 0], [dilation ?? 1], groups, nameof(conv1d));

            public static Tensor conv2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                long groups = 1) => Convolve(2, input, weight, bias, strides, padding, dilation, groups, nameof(conv2d));

            public static Tensor conv3d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                long groups = 1) => Convolve(3, input, weight, bias, strides, padding, dilation, groups, nameof(conv3d));

            public static Tensor conv1d_padding(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long? stride = null,
                Padding padding = Padding.Valid,
                long? dilation = null,
                long groups = 1) =>
                Convolve(1, input, weight, bias, [stride ?? 1], padding, [dilation ?? 1], groups, nameof(conv1d_padding));

            public static Tensor conv2d_padding(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                Padding padding = Padding.Valid,
                long[]? dilation = null,
                long groups = 1) => Convolve(2, input, weight, bias, strides, padding, dilation, groups, nameof(conv2d_padding));

            public static Tensor conv3d_padding(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                Padding padding = Padding.Valid,
                long[]? dilation = null,
                long groups = 1) => Convolve(3, input, weight, bias, strides, padding, dilation, groups, nameof(conv3d_padding));

            public static Tensor conv_transpose1d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long? stride = null,
                long? padding = null,
                long? output_padding = null,
                long? dilation = null,
                long groups = 1) => Unconvolve(
                    1,
                    input,
                    weight,
                    bias,
                    [stride ?? 1],
                    [padding ?? 0],
                    [output_padding ?? 0],
                    [dilation ?? 1],
                    groups,
                    nameof(conv_transpose1d));

            public static Tensor conv_transpose2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? output_padding = null,
                long[]? dilation = null,
                long groups = 1) =>
                Unconvolve(2, input, weight, bias, strides, padding, output_padding, dilation, groups, nameof(conv_transpose2d));

            public static Tensor conv_transpose3d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? output_padding = null,
                long[]? dilation = null,
                long groups = 1) =>
                Unconvolve(3, input, weight, bias, strides, padding, output_padding, dilation, groups, nameof(conv_transpose3d));

            // An empty list stands for the default.
            private static Tensor Convolve(
                int dims,
                Tensor input,
                Tensor weight,
                Tensor? bias,
                ReadOnlySpan<long> stride,
                ReadOnlySpan<long> padding,
                ReadOnlySpan<long> dilation,
                long groups,
                string operation)
            {
                using var x = Use(input);
                using var w = Use(weight);
                using var b = UseOptional(bias);
                fixed (long* by = stride, within = padding, apart = dilation)
                {
                    return Made(
                        Native.at_convolution(
                            dims, x, w, b, by, stride.Length, within, padding.Length, apart, dilation.Length, groups), operation);
                }
            }

            private static Tensor Convolve(
                int dims,
                Tensor input,
                Tensor weight,
                Tensor? bias,
                ReadOnlySpan<long> stride,
                Padding padding,
                ReadOnlySpan<long> dilation,
                long groups,
                string operation)
            {
                switch (padding)
                {
                    case Padding.Valid:
                        return Convolve(dims, input, weight, bias, stride, [], dilation, groups, operation);
                    case Padding.Same:
                        using (var x = Use(input))
                        using (var w = Use(weight))
                        using (var b = UseOptional(bias))
                        {
                            fixed (long* by = stride, apart = dilation)
                            {
                                return Made(
                                    Native.at_convolution_same(
                                        dims, x, w, b, by, stride.Length, apart, dilation.Length, groups), operation);
                            }
                        }

                    default:
                        throw new ArgumentOutOfRangeException(nameof(padding), $"there is no padding {padding}; choose Valid or Same.");
                }
            }

            private static Tensor Unconvolve(
                int dims,
                Tensor input,
                Tensor weight,
                Tensor? bias,
                ReadOnlySpan<long> stride,
                ReadOnlySpan<long> padding,
                ReadOnlySpan<long> outputPadding,
                ReadOnlySpan<long> dilation,
                long groups,
                string operation)
            {
                using var x = Use(input);
                using var w = Use(weight);
                using var b = UseOptional(bias);
                fixed (long* by = stride, within = padding, added = outputPadding, apart = dilation)
                {
                    return Made(
                        Native.at_convolution_transpose(
                            dims,
                            x,
                            w,
                            b,
                            by,
                            stride.Length,
                            within,
                            padding.Length,
                            added,
                            outputPadding.Length,
                            apart,
                            dilation.Length,
                            groups),
                        operation);
                }
            }
        }
    }
}
