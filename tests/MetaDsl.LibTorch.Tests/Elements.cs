using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

/// <summary>Tensors written out as numbers, numbers read back from tensors, and what tests say about both.</summary>
internal static class Elements
{
    internal static Tensor Doubles(params double[] values) => tensor(values);

    internal static Tensor Floats(params float[] values) => tensor(values);

    internal static Tensor Floats(long[] shape, params float[] values) => Shaped(tensor(values), shape);

    internal static Tensor Longs(params long[] values) => tensor(values);

    internal static Tensor Longs(long[] shape, params long[] values) => Shaped(tensor(values), shape);

    internal static Tensor Ints(params int[] values) => tensor(values);

    internal static Tensor Bools(params bool[] values) => tensor(values);

    internal static Tensor Mask(long[] shape, params bool[] values) => Shaped(tensor(values), shape);

    internal static Tensor Of(long[] shape, params double[] values) => Shaped(tensor(values), shape);

    /// <summary>A matrix of the given number of rows.</summary>
    internal static Tensor Matrix(int rows, params double[] values) => Of([rows, values.Length / rows], values);

    /// <summary>The same numbers as another type.</summary>
    internal static Tensor As(ScalarType type, params double[] values) => tensor(values, dtype: type);

    /// <summary>0, 1, 2, ... in the given shape.</summary>
    internal static Tensor Range(params long[] shape) => Shaped(arange(Count(shape), float32), shape);

    /// <summary>1, 2, 3, ... in the given shape, in double precision.</summary>
    internal static Tensor Ramp(params long[] shape) => Shaped(arange(1, Count(shape) + 1, float64), shape);

    internal static Tensor Eye(int size) => eye(size, dtype: float64);

    /// <summary>All elements, of whatever type, in row-major order.</summary>
    internal static double[] Read(Tensor tensor)
    {
        using var doubles = tensor.detach().to(float64);
        using var data = doubles.data<double>();
        return data.ToArray();
    }

    /// <summary>Asserts the elements, and disposes the tensor.</summary>
    internal static void Holds(Tensor tensor, params double[] expected) => Holds(tensor, null, 1e-12, expected);

    /// <summary>Asserts shape and elements, and disposes the tensor.</summary>
    internal static void Holds(Tensor tensor, long[] shape, params double[] expected) => Holds(tensor, shape, 1e-6, expected);

    /// <summary>Asserts shape and elements to the last bit.</summary>
    internal static void Is(Tensor tensor, long[] shape, params double[] expected)
    {
        Assert.Equal(shape, tensor.shape);
        Assert.Equal(expected, Read(tensor));
    }

    /// <summary>A refusal whose first line holds the words; not a crash, not a result.</summary>
    internal static void Refuses(Func<object?> action, string words)
    {
        var refusal = Assert.ThrowsAny<Exception>(action);
        Assert.True(refusal is TorchException or ArgumentException or ObjectDisposedException, $"{refusal.GetType()}: {refusal.Message}");
        Assert.Contains(words, refusal.Message.Split('\n')[0], StringComparison.OrdinalIgnoreCase);
    }

    private static void Holds(Tensor tensor, long[]? shape, double tolerance, double[] expected)
    {
        using (tensor)
        {
            if (shape is not null) Assert.Equal(shape, tensor.shape);
            var actual = Read(tensor);
            Assert.Equal(expected.Length, actual.Length);
            for (var i = 0; i < expected.Length; i++)
            {
                if (double.IsNaN(expected[i])) Assert.True(double.IsNaN(actual[i]));
                else Assert.Equal(expected[i], actual[i], Math.Max(tolerance, Math.Abs(expected[i]) * tolerance));
            }
        }
    }

    private static Tensor Shaped(Tensor flat, long[] shape)
    {
        using (flat) return flat.view(shape);
    }

    private static long Count(long[] shape) => shape.Aggregate(1L, (product, size) => product * size);
}
