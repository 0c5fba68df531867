using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace MetaDsl.LibTorch.Tests;

public class PoolingTests
{
    [Fact]
    public void Pools_step_by_their_own_width_unless_told()
    {
        using var x = Ramp(1, 1, 4, 4);
        Holds(F.max_pool2d(x, 2), [1, 1, 2, 2], 6, 8, 14, 16);
        Holds(F.max_pool2d(x, [2, 2]), [1, 1, 2, 2], 6, 8, 14, 16);
        Holds(F.max_pool2d(x, (4, 1)), [1, 1, 1, 4], 13, 14, 15, 16);
        Holds(F.max_pool2d(x, (2, 2), stride: (1, 2)), [1, 1, 3, 2], 6, 8, 10, 12, 14, 16);
        Holds(F.avg_pool2d(x, 2), [1, 1, 2, 2], 3.5, 5.5, 11.5, 13.5);
        Holds(F.avg_pool2d(x, (4, 4)), [1, 1, 1, 1], 8.5);
        Holds(F.avg_pool2d(x, [4], divisor_override: 1), [1, 1, 1, 1], 136);
        using var line = Ramp(1, 1, 4);
        Holds(F.max_pool1d(line, 2), [1, 1, 2], 2, 4);
        Holds(F.max_pool1d(line, 2, stride: 1, dilation: 2), [1, 1, 2], 3, 4);
        Holds(F.avg_pool1d(line, 3, ceil_mode: true), [1, 1, 2], 2, 4);
        Holds(F.avg_pool1d(line, 2, padding: 1, count_include_pad: false), [1, 1, 3], 1, 2.5, 4);
        Holds(F.lp_pool1d(line, 1, 2), [1, 1, 2], 3, 7);
        Holds(F.lp_pool2d(x, 2, 4), [1, 1, 1, 1], Math.Sqrt(1496));
        using var volume = Ramp(1, 1, 2, 2, 2);
        Holds(F.max_pool3d(volume, [2]), [1, 1, 1, 1, 1], 8);
        Holds(F.avg_pool3d(volume, [1, 2, 2]), [1, 1, 2, 1, 1], 2.5, 6.5);
    }

    [Fact]
    public void Adaptive_pools_make_the_size_they_are_asked_for()
    {
        using var x = Ramp(1, 1, 4, 4);
        Holds(F.adaptive_avg_pool2d(x, 1), [1, 1, 1, 1], 8.5);
        Holds(F.adaptive_avg_pool2d(x, (1, 2)), [1, 1, 1, 2], 7.5, 9.5);
        Holds(F.adaptive_max_pool2d(x, [2, 1]), [1, 1, 2, 1], 8, 16);
        var (values, indices) = F.adaptive_max_pool2d_with_indices(x, [1]);
        Holds(values, [1, 1, 1, 1], 16);
        Holds(indices, [1, 1, 1, 1], 15);
        using var line = Ramp(1, 1, 4);
        Holds(F.adaptive_avg_pool1d(line, 2), [1, 1, 2], 1.5, 3.5);
        Holds(F.adaptive_max_pool1d(line, 2), [1, 1, 2], 2, 4);
    }

    [Fact]
    public void Unpooling_puts_the_largest_values_back()
    {
        using var scope = NewDisposeScope();
        var x = Ramp(1, 1, 4, 4);
        var (pooled, places) = F.max_pool2d_with_indices(x, [2]);
        Holds(F.max_unpool2d(pooled, places, [2]), [1, 1, 4, 4], 0, 0, 0, 0, 0, 6, 0, 8, 0, 0, 0, 0, 0, 14, 0, 16);
        var (line, at) = F.max_pool1d_with_indices(Ramp(1, 1, 5), 2);
        Holds(F.max_unpool1d(line, at, 2), [1, 1, 4], 0, 2, 0, 4);
        Holds(F.max_unpool1d(line, at, 2, output_size: [5]), [1, 1, 5], 0, 2, 0, 4, 0);
        var (cube, within) = F.max_pool3d_with_indices(Ramp(1, 1, 2, 2, 2), [2]);
        Holds(F.max_unpool3d(cube, within, [2]), [1, 1, 2, 2, 2], 0, 0, 0, 0, 0, 0, 0, 8);
    }

    [Fact]
    public void A_fractional_pool_finds_the_largest_of_random_windows()
    {
        using var x = Ramp(2, 1, 6, 6);
        using var pooled = F.fractional_max_pool2d(x, 2, output_size: 3);
        Assert.Equal([2L, 1, 3, 3], pooled.shape);
        // The windows reach the last row and column, where the largest value is.
        Assert.Equal([36.0, 72.0], [Read(pooled)[8], Read(pooled)[17]]);
        using var half = F.fractional_max_pool2d(x, (2, 2), output_ratio: (0.5, 0.5));
        Assert.Equal([2L, 1, 3, 3], half.shape);
        using var volume = Ramp(1, 4, 4, 4);
        using var cubes = F.fractional_max_pool3d(volume, 2, output_size: 2);
        Assert.Equal([1L, 2, 2, 2], cubes.shape);
    }

    [Fact]
    public void Hostile_pools_are_refused()
    {
        using var scope = NewDisposeScope();
        var x = Ramp(1, 1, 4, 4);
        var line = Ramp(1, 1, 4);
        Refuses(() => F.max_pool1d(line, 9), "max_pool1d: ");
        Refuses(() => F.max_pool1d(line, 1L << 62), "'kernel_size' is [4611686018427387904]");
        Refuses(() => F.max_pool1d(line, 2, stride: 0), "max_pool1d:");
        Refuses(() => F.max_pool2d(x, 9), "max_pool2d:");
        Refuses(() => F.max_pool2d(x, 0), "max_pool2d:");
        Refuses(() => F.max_pool2d(x, 2, stride: 0), "max_pool2d:");
        Refuses(() => F.max_pool2d(x, [2, 2, 2]), "max_pool2d:");
        Refuses(() => F.max_pool2d(x, (long[])null!), "kernel_size");
        Refuses(() => F.max_pool2d(x, 2, padding: 2), "max_pool2d:");
        Refuses(() => F.avg_pool2d(x, 9), "avg_pool2d:");
        Refuses(() => F.avg_pool2d(x, 2, divisor_override: 0), "avg_pool2d:");
        Refuses(() => F.avg_pool1d(Of([], 1), 2), "avg_pool1d:");
        Refuses(() => F.adaptive_avg_pool2d(x, -1), "'output_size' is [-1]");
        Refuses(() => F.adaptive_avg_pool2d(x, 1L << 40), "'output_size' is");
        Refuses(() => F.adaptive_max_pool2d(x, [1, 2, 3]), "'output_size' is [1, 2, 3]");
        Refuses(() => F.fractional_max_pool2d(x, 0, output_size: 2), "'kernel_size' is [0]");
        Refuses(() => F.fractional_max_pool2d(x, 2, output_size: 0), "'output_size' is [0]");
        Refuses(() => F.fractional_max_pool2d(x, 2), "give either 'output_size' or 'output_ratio', not none");
        Refuses(() => F.fractional_max_pool2d(x, 2, 2, 0.5), "not both");
        Refuses(() => F.fractional_max_pool2d(x, 2, output_ratio: 1.5), "'output_ratio' is 1.5");
        Refuses(() => F.max_unpool2d(Ramp(1, 1, 1, 1), Longs([1, 1, 1, 1], 99), [2]), "max_unpool2d:");
        Refuses(() => F.max_unpool2d(Ramp(1, 1, 1, 1), Longs([1, 1, 1, 1], -1), [2]), "max_unpool2d:");
        Refuses(() => F.max_unpool2d(x, x, [2]), "max_unpool2d:");
        Refuses(() => F.max_unpool2d(Ramp(1, 1, 1, 1), Longs([1, 1, 1, 1], 0), [2], output_size: [50, 50]), "'output_size' is 50");
        Refuses(() => F.lp_pool1d(line, 2, 0), "'kernel_size' is [0]");
    }
}
