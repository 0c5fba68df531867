using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace MetaDsl.LibTorch.Tests;

/// <summary>Tensors written out as numbers, and compared with numbers.</summary>
internal static unsafe class Sample
{
    private static readonly Options Unasked = new(-1, -1, -1, 0);

    internal static Tensor Of(long[] shape, params double[] values)
    {
        fixed (double* data = values)
        fixed (long* size = shape) return Call.Made(Native.at_from_memory(data, (int)torch.ScalarType.Float64, size, shape.Length, Unasked));
    }

    internal static Tensor Longs(long[] shape, params long[] values)
    {
        fixed (long* data = values)
        fixed (long* size = shape) return Call.Made(Native.at_from_memory(data, (int)torch.ScalarType.Int64, size, shape.Length, Unasked));
    }

    /// <summary>1, 2, 3, ... in the given shape.</summary>
    internal static Tensor Ramp(params long[] shape)
    {
        var values = new double[shape.Aggregate(1L, (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++) values[i] = i + 1;
        return Of(shape, values);
    }

    internal static Tensor Eye(int size) => Of([size, size], [.. Enumerable.Range(0, size * size).Select(i => i % (size + 1) == 0 ? 1.0 : 0.0)]);

    internal static long[] ShapeOf(Tensor tensor)
    {
        using var self = Call.Use(tensor);
        var shape = new long[Native.at_dim(self)];
        fixed (long* size = shape) Call.Done(Native.at_sizes(self, size));
        return shape;
    }

    internal static double[] Read(Tensor tensor)
    {
        var shape = ShapeOf(tensor);
        using var self = Call.Use(tensor);
        var strides = new long[shape.Length];
        fixed (long* stride = strides) Call.Done(Native.at_strides(self, stride));
        void* data;
        Call.Done(Native.at_data_ptr(self, &data));
        var type = (torch.ScalarType)Native.at_dtype(self);
        var result = new double[Native.at_numel(self)];
        for (var i = 0L; i < result.Length; i++)
        {
            long place = 0, rest = i;
            for (var dim = shape.Length - 1; dim >= 0; rest /= shape[dim--]) place += rest % shape[dim] * strides[dim];
            result[i] = type switch
            {
                torch.ScalarType.Float64 => ((double*)data)[place],
                torch.ScalarType.Float32 => ((float*)data)[place],
                torch.ScalarType.Int64 => ((long*)data)[place],
                torch.ScalarType.Int32 => ((int*)data)[place],
                _ => throw new NotSupportedException(type.ToString()),
            };
        }

        return result;
    }

    /// <summary>Asserts shape and elements, and disposes the tensor.</summary>
    internal static void Holds(Tensor tensor, long[] shape, params double[] expected)
    {
        using (tensor)
        {
            Assert.Equal(shape, ShapeOf(tensor));
            var actual = Read(tensor);
            Assert.Equal(expected.Length, actual.Length);
            for (var i = 0; i < actual.Length; i++)
            {
                if (double.IsNaN(expected[i])) Assert.True(double.IsNaN(actual[i]));
                else Assert.Equal(expected[i], actual[i], 1e-6 * Math.Max(1, Math.Abs(expected[i])));
            }
        }
    }

    /// <summary>A refusal whose first line holds the words; not a crash, not a result.</summary>
    internal static void Refuses(Func<object?> action, string words)
    {
        var refusal = Assert.ThrowsAny<Exception>(action);
        Assert.True(refusal is TorchException or ArgumentException or ObjectDisposedException, $"{refusal.GetType()}: {refusal.Message}");
        Assert.Contains(words, refusal.Message.Split('\n')[0], StringComparison.Ordinal);
    }
}
