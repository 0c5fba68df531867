using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace MetaDsl.LibTorch.Tests;

/// <summary>Small tensors to and from plain numbers, for tests of shapes and positions.</summary>
internal static unsafe class Values
{
    internal static Tensor Floats(long[] shape, params float[] values)
    {
        fixed (float* data = values) return Made(data, torch.ScalarType.Float32, shape);
    }

    internal static Tensor Longs(params long[] values)
    {
        fixed (long* data = values) return Made(data, torch.ScalarType.Int64, [values.Length]);
    }

    internal static Tensor Longs(long[] shape, long[] values)
    {
        fixed (long* data = values) return Made(data, torch.ScalarType.Int64, shape);
    }

    internal static Tensor Ints(params int[] values)
    {
        fixed (int* data = values) return Made(data, torch.ScalarType.Int32, [values.Length]);
    }

    internal static Tensor Mask(long[] shape, params bool[] values)
    {
        fixed (bool* data = values) return Made(data, torch.ScalarType.Bool, shape);
    }

    /// <summary>0, 1, 2, ... in the given shape.</summary>
    internal static Tensor Range(params long[] shape)
    {
        var count = shape.Aggregate(1L, (product, size) => product * size);
        return Floats(shape, [.. Enumerable.Range(0, (int)count).Select(i => (float)i)]);
    }

    internal static long[] ShapeOf(Tensor tensor)
    {
        using var self = Call.Use(tensor);
        var shape = new long[Native.at_dim(self)];
        fixed (long* sizes = shape) Call.Done(Native.at_sizes(self, sizes));
        return shape;
    }

    internal static double[] NumbersOf(Tensor tensor)
    {
        using var flat = tensor.reshape(-1);
        var numbers = new double[ShapeOf(flat)[0]];
        for (var i = 0; i < numbers.Length; i++)
        {
            using var element = flat[i];
            numbers[i] = element.ReadItem().AsDouble;
        }

        return numbers;
    }

    internal static void Is(Tensor tensor, long[] shape, params double[] numbers)
    {
        Assert.Equal(shape, ShapeOf(tensor));
        Assert.Equal(numbers, NumbersOf(tensor));
    }

    /// <summary>A refusal by libtorch whose message holds the words.</summary>
    internal static void Refuses(Func<object?> action, string words)
    {
        var refusal = Assert.Throws<TorchException>(action);
        Assert.Contains(words, refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static Tensor Made(void* data, torch.ScalarType type, long[] shape)
    {
        var unasked = new Options(-1, -1, -1, 0);
        fixed (long* sizes = shape) return Call.Made(Native.at_from_memory(data, (int)type, sizes, shape.Length, unasked));
    }
}
