using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <param name="input">The tensor.</param>
            /// <param name="pad">
            /// How much before and after the last dimension, then the one before it, and so on; negative numbers cut off.
            /// </param>
            /// <param name="mode">All but the constant one need a batch and channels, which they leave alone.</param>
            /// <param name="value">What the constant mode fills in.</param>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                using var self = Use(input);
                fixed (long* widths = pad) return Made(Native.at_pad(self, widths, pad.Length, (int)mode, value));
            }

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, Arguments.Numbers(pad), mode, value);

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                ReadOnlySpan<long> widths = [pad.Item1, pad.Item2];
                return functional.pad(input, widths, mode, value);
            }

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(
                Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                ReadOnlySpan<long> widths = [pad.Item1, pad.Item2, pad.Item3, pad.Item4];
                return functional.pad(input, widths, mode, value);
            }

            /// <summary>Pads the last dimension alike on both sides.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                ReadOnlySpan<long> widths = [pad, pad];
                return functional.pad(input, widths, mode, value);
            }

            /// <summary>
            /// Adds up overlapping patches, as <see cref="unfold(Tensor, long, long, long, long)"/> cuts them, into an image.
            /// </summary>
            public static Tensor fold(
                Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                Fold(
                    input,
                    (output_size, output_size),
                    (kernel_size, kernel_size),
                    (dilation, dilation),
                    (padding, padding),
                    (stride, stride));

            /// <inheritdoc cref="fold(Tensor, long, long, long, long, long)"/>
            public static Tensor fold(
                Tensor input,
                (long, long) output_size,
                (long, long) kernel_size,
                (long, long)? dilation = null,
                (long, long)? padding = null,
                (long, long)? stride = null) =>
                Fold(input, output_size, kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

            /// <summary>Cuts an image into overlapping patches, each a column of the result.</summary>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                Unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <inheritdoc cref="unfold(Tensor, long, long, long, long)"/>
            public static Tensor unfold(
                Tensor input,
                (long, long) kernel_size,
                (long, long)? dilation = null,
                (long, long)? padding = null,
                (long, long)? stride = null) =>
                Unfold(input, kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

            public static Tensor pixel_shuffle(Tensor input, long upscale_factor)
            {
                using var self = Use(input);
                return Made(Native.at_pixel_shuffle(self, upscale_factor));
            }

            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor)
            {
                using var self = Use(input);
                return Made(Native.at_pixel_unshuffle(self, downscale_factor));
            }

            private static Tensor Fold(
                Tensor input, (long, long) size, (long, long) kernel, (long, long) dilation, (long, long) padding, (long, long) stride)
            {
                using var self = Use(input);
                long* to = stackalloc[] { size.Item1, size.Item2 };
                long* window = stackalloc[] { kernel.Item1, kernel.Item2 };
                long* apart = stackalloc[] { dilation.Item1, dilation.Item2 };
                long* within = stackalloc[] { padding.Item1, padding.Item2 };
                long* by = stackalloc[] { stride.Item1, stride.Item2 };
                return Made(Native.at_fold(self, to, window, apart, within, by), nameof(fold));
            }

            private static Tensor Unfold(
                Tensor input, (long, long) kernel, (long, long) dilation, (long, long) padding, (long, long) stride)
            {
                using var self = Use(input);
                long* window = stackalloc[] { kernel.Item1, kernel.Item2 };
                long* apart = stackalloc[] { dilation.Item1, dilation.Item2 };
                long* within = stackalloc[] { padding.Item1, padding.Item2 };
                long* by = stackalloc[] { stride.Item1, stride.Item2 };
                return Made(Native.at_unfold_patches(self, window, apart, within, by), nameof(unfold));
            }
        }
    }
}
