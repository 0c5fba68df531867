using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

/// <summary>Tensors from numbers and numbers from tensors, by the shortest way.</summary>
internal static unsafe class Elements
{
    internal static Tensor Doubles(params double[] values) => Of(values, ScalarType.Float64);

    internal static Tensor Floats(params float[] values) => Of(values, ScalarType.Float32);

    internal static Tensor Longs(params long[] values) => Of(values, ScalarType.Int64);

    internal static Tensor Ints(params int[] values) => Of(values, ScalarType.Int32);

    internal static Tensor Bools(params bool[] values) => Of(values, ScalarType.Bool);

    /// <summary>A matrix of the given number of rows.</summary>
    internal static Tensor Matrix(int rows, params double[] values) => Shaped([rows, values.Length / rows], values);

    internal static Tensor Shaped(long[] shape, params double[] values)
    {
        fixed (double* data = values)
        fixed (long* sizes = shape)
        {
            return Call.Made(Native.at_from_memory(data, (int)ScalarType.Float64, sizes, shape.Length, Asked(null, null, false)));
        }
    }

    /// <summary>The same numbers as another type.</summary>
    internal static Tensor As(ScalarType type, params double[] values)
    {
        long length = values.Length;
        fixed (double* data = values) return Call.Made(Native.at_from_memory(data, (int)ScalarType.Float64, &length, 1, Asked(type, null, false)));
    }

    /// <summary>All elements, of whatever type, in order.</summary>
    internal static double[] Read(Tensor tensor)
    {
        using var self = Call.Use(tensor);
        Assert.True(IsOrdered(tensor), "these elements do not lie in order");
        void* data;
        Call.Done(Native.at_data_ptr(self, &data));
        var count = (int)Native.at_numel(self);
        var result = new double[count];
        var type = (ScalarType)Native.at_dtype(self);
        for (var i = 0; i < count; i++)
        {
            result[i] = type switch
            {
                ScalarType.Float64 => ((double*)data)[i],
                ScalarType.Float32 => ((float*)data)[i],
                ScalarType.Float16 => (double)((Half*)data)[i],
                ScalarType.Int64 => ((long*)data)[i],
                ScalarType.Int32 => ((int*)data)[i],
                ScalarType.Bool => ((byte*)data)[i],
                _ => throw new NotSupportedException(type.ToString()),
            };
        }

        return result;
    }

    private static bool IsOrdered(Tensor tensor)
    {
        var shape = ShapeOf(tensor);
        using var self = Call.Use(tensor);
        var strides = new long[shape.Length];
        fixed (long* result = strides) Call.Done(Native.at_strides(self, result));
        var expected = 1L;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            if (shape[i] > 1 && strides[i] != expected) return false;
            expected *= shape[i];
        }

        return true;
    }

    internal static ScalarType TypeOf(Tensor tensor)
    {
        using var self = Call.Use(tensor);
        return (ScalarType)Native.at_dtype(self);
    }

    internal static long[] ShapeOf(Tensor tensor)
    {
        using var self = Call.Use(tensor);
        var shape = new long[Native.at_dim(self)];
        fixed (long* sizes = shape) Call.Done(Native.at_sizes(self, sizes));
        return shape;
    }

    /// <summary>Asserts the elements, and disposes the tensor.</summary>
    internal static void Holds(Tensor tensor, params double[] expected)
    {
        using (tensor)
        {
            var actual = Read(tensor);
            Assert.Equal(expected.Length, actual.Length);
            for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], Math.Max(1e-12, Math.Abs(expected[i]) * 1e-12));
        }
    }

    private static Tensor Of<T>(T[] values, ScalarType type)
        where T : unmanaged
    {
        long length = values.Length;
        fixed (T* data = values) return Call.Made(Native.at_from_memory(data, (int)type, &length, 1, Asked(null, null, false)));
    }
}
