using System.Runtime.CompilerServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>How <see cref="nn.functional.interpolate"/> fills in.</summary>
    public enum InterpolationMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
        Area = 5,
    }

    /// <summary>How <see cref="nn.functional.upsample"/> fills in.</summary>
    public enum UpsampleMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
    }

    /// <summary>How <see cref="nn.functional.grid_sample"/> fills in.</summary>
    public enum GridSampleMode
    {
        Nearest = 0,
        Bilinear = 2,
    }

    /// <summary>What <see cref="nn.functional.grid_sample"/> finds outside of the image.</summary>
    public enum GridSamplePaddingMode
    {
        Zeros = 0,
        Reflection = 1,
        Border = 2,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Resamples images to a size, or by a factor: one of the two is given, as one number or one for each dimension.
            /// </summary>
            public static Tensor interpolate(
                Tensor x,
                long[]? size = null,
                double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null,
                bool recompute_scale_factor = false,
                bool antialias = false) =>
                Resample(x, size, scale_factor, mode, align_corners ?? false, recompute_scale_factor, antialias);

            public static Tensor upsample(
                Tensor input,
                long[]? size = null,
                double[]? scale_factor = null,
                UpsampleMode mode = UpsampleMode.Nearest,
                bool align_corners = false) =>
                Resample(input, size, scale_factor, (InterpolationMode)mode, align_corners);

            public static Tensor upsample_bilinear(
                Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                Resample(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            public static Tensor upsample_nearest(
                Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                Resample(x, size, scale_factor, InterpolationMode.Nearest, align_corners);

            public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) =>
                UpsampleNearest(1, input, outputSize is { } size ? [size] : null, scaleFactor is { } factor ? [factor] : null);

            public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                UpsampleNearest(2, input, outputSizes, scaleFactors);

            public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                UpsampleNearest(3, input, outputSizes, scaleFactors);

            /// <param name="input">Images, [batch, channels, height, width] or with a depth before the height.</param>
            /// <param name="grid">Where to look, -1 to 1 across the image: width first, as the last dimension.</param>
            /// <param name="mode">Between the pixels.</param>
            /// <param name="padding_mode">Outside of the image.</param>
            /// <param name="align_corners">
            /// Whether -1 and 1 are the centres of the outermost pixels, not their outer edges; false for null.
            /// </param>
            public static Tensor grid_sample(
                Tensor input,
                Tensor grid,
                GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros,
                bool? align_corners = null)
            {
                using var images = Use(input);
                using var places = Use(grid);
                // libtorch numbers both otherwise.
                var between = mode switch
                {
                    GridSampleMode.Bilinear => 0,
                    GridSampleMode.Nearest => 1,
                    _ => throw new ArgumentOutOfRangeException(nameof(mode), $"there is no mode {mode}; choose Nearest or Bilinear."),
                };
                var outside = padding_mode switch
                {
                    GridSamplePaddingMode.Zeros => 0,
                    GridSamplePaddingMode.Border => 1,
                    GridSamplePaddingMode.Reflection => 2,
                    _ => throw new ArgumentOutOfRangeException(
                        nameof(padding_mode), $"there is no padding mode {padding_mode}; choose Zeros, Border or Reflection."),
                };
                return Made(Native.at_grid_sample(images, places, between, outside, Flag(align_corners ?? false)));
            }

            /// <summary>The grid that an affine map makes, for <see cref="grid_sample"/>.</summary>
            /// <param name="theta">One matrix a sample, [batch, 2, 3] or [batch, 3, 4].</param>
            /// <param name="size">The shape of the images, batch and channels included.</param>
            /// <param name="align_corners">As <see cref="grid_sample"/> is told.</param>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false)
            {
                using var maps = Use(theta);
                fixed (long* shape = Arguments.Numbers(size!))
                {
                    return Made(Native.at_affine_grid(maps, shape, size!.Length, Flag(align_corners)));
                }
            }

            private static Tensor UpsampleNearest(
                int dims, Tensor input, long[]? size, double[]? scale, [CallerMemberName] string operation = "")
            {
                if (Given(input).Rank != dims + 2)
                {
                    throw new ArgumentException(
                        $"{operation}: 'input' has {input.Rank} dimensions; {dims + 2} are needed: the batch, the channels, the image.",
                        nameof(input));
                }

                return Resample(input, size, scale, InterpolationMode.Nearest, operation: operation);
            }

            private static Tensor Resample(
                Tensor input,
                long[]? size,
                double[]? scale,
                InterpolationMode mode,
                bool alignCorners = false,
                bool recomputeScale = false,
                bool antialias = false,
                [CallerMemberName] string operation = "")
            {
                using var images = Use(input);
                fixed (long* to = size)
                fixed (double* by = scale)
                {
                    return Made(
                        Native.at_interpolate(
                            images,
                            to,
                            size?.Length ?? 0,
                            by,
                            scale?.Length ?? 0,
                            (int)mode,
                            Flag(alignCorners),
                            Flag(recomputeScale),
                            Flag(antialias)),
                        operation);
                }
            }
        }
    }
}
