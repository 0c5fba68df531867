namespace TorchSharp;

public static partial class torch
{
    public static FInfo finfo() => finfo(get_default_dtype());

    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.BFloat16 => new FInfo
        {
            bits = 16, eps = 0.0078125, min = -3.3895313892515355e+38, max = 3.3895313892515355e+38,
            tiny = 1.1754943508222875e-38, smallest_normal = 1.1754943508222875e-38, resolution = 0.01,
        },
        ScalarType.Float16 => new FInfo
        {
            bits = 16, eps = 0.0009765625, min = -65504, max = 65504,
            tiny = 6.103515625e-05, smallest_normal = 6.103515625e-05, resolution = 0.001,
        },
        ScalarType.Float32 => new FInfo
        {
            bits = 32, eps = 1.1920928955078125e-07, min = float.MinValue, max = float.MaxValue,
            tiny = 1.1754943508222875e-38, smallest_normal = 1.1754943508222875e-38, resolution = 1e-06,
        },
        ScalarType.Float64 => new FInfo
        {
            bits = 64, eps = 2.220446049250313e-16, min = double.MinValue, max = double.MaxValue,
            tiny = 2.2250738585072014e-308, smallest_normal = 2.2250738585072014e-308, resolution = 1e-15,
        },
        _ => throw new ArgumentException($"'{dtype}' is not a floating-point type, so it has no finfo.", nameof(dtype)),
    };

    /// <summary>The limits of a floating-point type.</summary>
    public struct FInfo
    {
        public int bits;

        /// <summary>The distance from 1 to the next larger number.</summary>
        public double eps;
        public double max;
        public double min;

        /// <summary>The smallest positive number of full precision.</summary>
        public double tiny;
        public double smallest_normal;

        /// <summary>The decimal digits that hold, as a power of ten.</summary>
        public double resolution;
    }
}
