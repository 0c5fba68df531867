using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace MetaDsl.LibTorch.Tests;

public class ResamplingTests
{
    [Fact]
    public void Padding_starts_with_the_last_dimension()
    {
        using var x = Ramp(1, 1, 2);
        Holds(F.pad(x, 1, value: 9), [1, 1, 4], 9, 1, 2, 9);
        Holds(F.pad(x, (0, 1)), [1, 1, 3], 1, 2, 0);
        Holds(F.pad(x, (0, -1)), [1, 1, 1], 1);
        Holds(F.pad(x, (1, 0, 0, 1)), [1, 2, 3], 0, 1, 2, 0, 0, 0);
        Holds(F.pad(x, [1L, 1], PaddingModes.Reflect), [1, 1, 4], 2, 1, 2, 1);
        Holds(F.pad(x, new long[] { 1, 1 }, PaddingModes.Replicate), [1, 1, 4], 1, 1, 2, 2);
        Holds(F.pad(x, (1, 1), PaddingModes.Circular), [1, 1, 4], 2, 1, 2, 1);
        Holds(F.pad(x, (1, 1), PaddingModes.Zeros, 5), [1, 1, 4], 0, 1, 2, 0);
    }

    [Fact]
    public void Unfolding_cuts_patches_and_folding_adds_them_up()
    {
        using var x = Ramp(1, 1, 3, 3);
        using var patches = F.unfold(x, 2);
        Assert.Equal([1L, 4, 4], patches.shape);
        Assert.Equal([1.0, 2, 4, 5], Read(patches)[..4]);
        Holds(F.fold(patches, 3, 2), [1, 1, 3, 3], 1, 4, 3, 8, 20, 12, 7, 16, 9);
        Holds(F.fold(patches, (3, 3), (2, 2)), [1, 1, 3, 3], 1, 4, 3, 8, 20, 12, 7, 16, 9);
        Holds(F.unfold(x, (1, 3), stride: (2, 1)), [1, 3, 2], 1, 7, 2, 8, 3, 9);
    }

    [Fact]
    public void Pixels_move_between_channels_and_places()
    {
        using var x = Ramp(1, 4, 1, 1);
        using var shuffled = F.pixel_shuffle(x, 2);
        Holds(F.pixel_unshuffle(shuffled, 2), [1, 4, 1, 1], 1, 2, 3, 4);
        Assert.Equal([1L, 1, 2, 2], shuffled.shape);
    }

    [Fact]
    public void Images_are_resampled_to_a_size_or_by_a_factor()
    {
        using var x = Ramp(1, 1, 2);
        using var image = Ramp(1, 1, 2, 2);
        Holds(F.interpolate(x, scale_factor: [2]), [1, 1, 4], 1, 1, 2, 2);
        Holds(F.interpolate(x, [3], mode: InterpolationMode.Linear, align_corners: true), [1, 1, 3], 1, 1.5, 2);
        Holds(F.interpolate(x, [4], mode: InterpolationMode.Linear), [1, 1, 4], 1, 1.25, 1.75, 2);
        Holds(F.interpolate(image, [1], mode: InterpolationMode.Area), [1, 1, 1, 1], 2.5);
        Holds(F.interpolate(image, [1, 1], mode: InterpolationMode.Bilinear, antialias: true), [1, 1, 1, 1], 2.5);
        Holds(F.upsample_nearest(image, [1, 4]), [1, 1, 1, 4], 1, 1, 2, 2);
        Holds(F.upsample_nearest1d(x, 4, null), [1, 1, 4], 1, 1, 2, 2);
        Holds(F.upsample_nearest1d(x, null, 2), [1, 1, 4], 1, 1, 2, 2);
        Holds(F.upsample_nearest2d(image, scaleFactors: [1, 2]), [1, 1, 2, 4], 1, 1, 2, 2, 3, 3, 4, 4);
        Holds(F.upsample_bilinear(image, [3, 3], align_corners: true), [1, 1, 3, 3], 1, 1.5, 2, 2, 2.5, 3, 3, 3.5, 4);
        Holds(F.upsample(x, scale_factor: [2], mode: UpsampleMode.Nearest), [1, 1, 4], 1, 1, 2, 2);
    }

    [Fact]
    public void The_grid_of_the_identity_finds_the_image_itself()
    {
        using var image = Ramp(1, 1, 2, 2);
        using var identity = Of([1, 2, 3], 1, 0, 0, 0, 1, 0);
        using var grid = F.affine_grid(identity, [1, 1, 2, 2]);
        Holds(F.grid_sample(image, grid), [1, 1, 2, 2], 1, 2, 3, 4);
        Holds(F.grid_sample(image, grid, GridSampleMode.Nearest), [1, 1, 2, 2], 1, 2, 3, 4);
        using var outside = Of([1, 1, 1, 2], 9, -9);
        Holds(F.grid_sample(image, outside), [1, 1, 1, 1], 0);
        Holds(F.grid_sample(image, outside, padding_mode: GridSamplePaddingMode.Border), [1, 1, 1, 1], 2);
    }

    [Fact]
    public void Hostile_resampling_is_refused()
    {
        using var scope = NewDisposeScope();
        var x = Ramp(1, 1, 4);
        var image = Ramp(1, 1, 4, 4);
        Refuses(() => F.pad(x, (-3, -3)), "cuts off more");
        Refuses(() => F.pad(x, [1L, 2, 3]), "'pad' is [1, 2, 3]");
        Refuses(() => F.pad(x, (1L << 62, -(1L << 62)), PaddingModes.Replicate), "'pad' is");
        Refuses(() => F.pad(x, 9, PaddingModes.Reflect), "pad:");
        Refuses(() => F.pad(x, 1, (PaddingModes)9), "no padding mode 9");
        Refuses(() => F.pad(x, (long[])null!), "pad");
        Refuses(() => F.unfold(image, 1L << 62), "'kernel_size' is");
        Refuses(() => F.unfold(image, 2, padding: 1L << 62), "'padding' is");
        Refuses(() => F.unfold(image, 2, stride: 0), "unfold:");
        Refuses(() => F.fold(x, 0, 2), "'output_size' is [0, 0]");
        Refuses(() => F.pixel_shuffle(image, 1L << 32), "'upscale_factor' is");
        Refuses(() => F.pixel_shuffle(image, 0), "pixel_shuffle:");
        Refuses(() => F.interpolate(x), "not none");
        Refuses(() => F.interpolate(x, [2], [2]), "not both");
        Refuses(() => F.interpolate(x, [0]), "'size' is [0]");
        Refuses(() => F.interpolate(x, scale_factor: [double.NaN]), "'scale_factor' is");
        Refuses(() => F.interpolate(x, scale_factor: [1e30]), "'scale_factor' is");
        Refuses(() => F.interpolate(x, [2], mode: InterpolationMode.Bilinear), "mode Bilinear");
        Refuses(() => F.interpolate(x, [2], mode: (InterpolationMode)77), "mode 77");
        Refuses(() => F.interpolate(x, [2], align_corners: true), "align_corners");
        Refuses(() => F.interpolate(Ramp(2), [2]), "3 to 5 dimensions");
        Refuses(() => F.upsample_nearest2d(x, [2, 2]), "upsample_nearest2d:");
        Refuses(() => F.grid_sample(image, Ramp(1, 2, 2, 3)), "grid_sample:");
        Refuses(() => F.grid_sample(image, image, (GridSampleMode)7), "mode");
        Refuses(() => F.affine_grid(Ramp(1, 2, 3)), "size");
        Refuses(() => F.affine_grid(Ramp(1, 2, 3), [1, 1]), "affine_grid:");
    }
}
