using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace MetaDsl.LibTorch.Tests;

public class NormalizationTests
{
    [Fact]
    public void Batch_norm_in_training_needs_no_running_statistics()
    {
        using var x = Of([2, 2], 1, 10, 3, 30);
        Holds(F.batch_norm(x, null, null, training: true, eps: 0), [2, 2], -1, -1, 1, 1);
        using var weight = Of([2], 2, 3);
        using var bias = Of([2], 5, 7);
        Holds(F.batch_norm(x, null, null, weight, bias, training: true, eps: 0), [2, 2], 3, 4, 7, 10);
    }

    [Fact]
    public void Batch_norm_moves_the_running_statistics_in_training_and_uses_them_after()
    {
        using var x = Of([2, 1], 1, 3);
        using var mean = torch.zeros([1], ScalarType.Float64);
        using var variance = torch.ones([1], ScalarType.Float64);
        F.batch_norm(x, mean, variance, training: true, momentum: 0.5).Dispose();
        Assert.Equal([1.0], Read(mean));
        Assert.Equal([1.5], Read(variance));
        Holds(F.batch_norm(x, mean, variance, eps: 0), [2, 1], 0, 2 / Math.Sqrt(1.5));
    }

    [Fact]
    public void Each_norm_has_its_own_neighbourhood()
    {
        using var x = Of([1, 2, 2], 1, 3, 10, 30);
        Holds(F.instance_norm(x, eps: 0), [1, 2, 2], -1, 1, -1, 1);
        Holds(F.layer_norm(x, [2], eps: 0), [1, 2, 2], -1, 1, -1, 1);
        Holds(F.group_norm(x, 2, eps: 0), [1, 2, 2], -1, 1, -1, 1);
        using var v = Of([1, 2], 3, 4);
        Holds(F.normalize(v), [1, 2], 0.6, 0.8);
        Holds(F.normalize(v, p: 1), [1, 2], 3 / 7.0, 4 / 7.0);
        using var channels = Of([1, 3, 1], 1, 2, 3);
        Holds(F.local_response_norm(channels, 2, alpha: 2, beta: 1, k: 1), [1, 3, 1], 1 / 2.0, 2 / 6.0, 3 / 14.0);
    }

    [Fact]
    public void Hostile_normalizations_are_refused()
    {
        using var scope = NewDisposeScope();
        var x = Ramp(2, 3);
        Refuses(() => F.batch_norm(x, null, null), "batch_norm: running_mean must be defined");
        Refuses(() => F.batch_norm(Ramp(1, 3), null, null, training: true), "only one value per channel");
        Refuses(() => F.batch_norm(Ramp(3), null, null, training: true), "at least 2 dimensions");
        Refuses(() => F.batch_norm(x, Ramp(2), Ramp(2), training: true), "batch_norm:");
        Refuses(() => F.batch_norm(x, null, null, Ramp(2), training: true), "batch_norm:");
        Refuses(() => F.instance_norm(Ramp(2, 3, 1)), "only one value per channel of a sample");
        Refuses(() => F.layer_norm(x, [4]), "layer_norm:");
        Refuses(() => F.layer_norm(x, []), "layer_norm:");
        Refuses(() => F.layer_norm(x, null!), "normalized_shape");
        Refuses(() => F.group_norm(x, 0), "'num_groups' is 0");
        Refuses(() => F.group_norm(x, 2), "group_norm:");
        Refuses(() => F.local_response_norm(x, 2), "at least 3 dimensions");
        Refuses(() => F.local_response_norm(Ramp(1, 2, 3), 0), "'size' is 0");
        Refuses(() => F.normalize(x, dim: 5), "normalize:");
    }
}
