using static MetaDsl.LibTorch.Tests.Elements;

namespace MetaDsl.LibTorch.Tests;

/// <summary>The live tensors are those of the whole process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(OperandLeakTests), DisableParallelization = true)]
[Collection(nameof(OperandLeakTests))]
public class OperandLeakTests
{
    [Fact]
    public void Failures_leave_nothing_behind()
    {
        using var x = Doubles(1, 2);
        using var y = Doubles(1, 2, 3);
        var before = TensorMemory.LiveTensors;
        for (var i = 0; i < 10; i++)
        {
            Assert.Throws<TorchException>(() => x + y);
            Assert.Throws<TorchException>(() => x.sum(7));
            Assert.Throws<TorchException>(() => x.sort(7));
            Assert.Throws<TorchException>(() => x.clamp(min: y));
        }

        Assert.Equal(before, TensorMemory.LiveTensors);
    }

    [Fact]
    public void Only_what_is_asked_for_is_made()
    {
        using var x = Longs(3, 1, 3);
        var before = TensorMemory.LiveTensors;
        var (output, inverse, counts) = x.unique();
        Assert.True(inverse is null);
        Assert.True(counts is null);
        Assert.Equal(before + 1, TensorMemory.LiveTensors);
        output.Dispose();
        (x + 1).Dispose();
        var (values, at) = x.sort();
        Assert.Equal(before + 2, TensorMemory.LiveTensors);
        values.Dispose();
        at.Dispose();
        Assert.Equal(before, TensorMemory.LiveTensors);
    }
}
