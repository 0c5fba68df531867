using System.Runtime.CompilerServices;
using TorchSharp;
using ScalarType = TorchSharp.torch.ScalarType;

namespace MetaDsl.LibTorch;

/// <summary>The element types of tensors, and the C# types that stand for them.</summary>
internal static class Elements
{
    /// <summary>Byte to Float64, Bool and BFloat16; complex and quantized types are not supported.</summary>
    private const int Supported = 0b1000_1000_1111_1111;

    internal static readonly string Known = "bool, byte, sbyte, short, int, long, Half, BFloat16, float and double";

    /// <summary>The native number of an element type, or -1 for null; one that is not supported is an error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Code(ScalarType? dtype)
    {
        if (dtype is not { } type) return -1;
        if ((uint)type >= 16 || (Supported >> (int)type & 1) == 0) throw NotSupported(type);
        return (int)type;
    }

    private static ArgumentException NotSupported(ScalarType type) =>
        new(
            $"'{type}' is not an element type that is supported here; "
            + "use Bool, Byte, Int8 to Int64, Float16, BFloat16, Float32 or Float64.",
            "dtype");

    internal static bool IsFloatingPoint(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;

    /// <summary>The element type that a C# type stands for.</summary>
    internal static ScalarType TypeOf<T>() =>
        TypeOf(typeof(T)) ?? throw new NotSupportedException($"'{typeof(T).Name}' is not an element type; there are {Known}.");

    internal static ScalarType? TypeOf(Type? type)
    {
        if (type == typeof(float)) return ScalarType.Float32;
        if (type == typeof(double)) return ScalarType.Float64;
        if (type == typeof(long)) return ScalarType.Int64;
        if (type == typeof(int)) return ScalarType.Int32;
        if (type == typeof(bool)) return ScalarType.Bool;
        if (type == typeof(byte)) return ScalarType.Byte;
        if (type == typeof(sbyte)) return ScalarType.Int8;
        if (type == typeof(short)) return ScalarType.Int16;
        if (type == typeof(Half)) return ScalarType.Float16;
        if (type == typeof(BFloat16)) return ScalarType.BFloat16;
        return null;
    }

    /// <summary>How C# names an element type.</summary>
    internal static string NameOf(ScalarType type) => type switch
    {
        ScalarType.Float32 => "float",
        ScalarType.Float64 => "double",
        ScalarType.Int64 => "long",
        ScalarType.Int32 => "int",
        ScalarType.Bool => "bool",
        ScalarType.Byte => "byte",
        ScalarType.Int8 => "sbyte",
        ScalarType.Int16 => "short",
        ScalarType.Float16 => "Half",
        _ => type.ToString(),
    };

    internal static int SizeOf(ScalarType type) => type switch
    {
        ScalarType.Bool or ScalarType.Byte or ScalarType.Int8 or ScalarType.QInt8 or ScalarType.QUInt8 => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 or ScalarType.QInt32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        _ => throw new ArgumentOutOfRangeException(nameof(type), $"'{type}' is not an element type."),
    };

    /// <summary>An element as its C# type; the caller has made sure that the types agree, so nothing is lost.</summary>
    internal static T From<T>(Number number)
        where T : struct
    {
        if (typeof(T) == typeof(float)) return As<float, T>((float)number.AsDouble);
        if (typeof(T) == typeof(double)) return As<double, T>(number.AsDouble);
        if (typeof(T) == typeof(long)) return As<long, T>(number.Bits);
        if (typeof(T) == typeof(int)) return As<int, T>((int)number.Bits);
        if (typeof(T) == typeof(bool)) return As<bool, T>(number.Bits != 0);
        if (typeof(T) == typeof(byte)) return As<byte, T>((byte)number.Bits);
        if (typeof(T) == typeof(sbyte)) return As<sbyte, T>((sbyte)number.Bits);
        if (typeof(T) == typeof(short)) return As<short, T>((short)number.Bits);
        if (typeof(T) == typeof(Half)) return As<Half, T>((Half)number.AsDouble);
        return As<BFloat16, T>((BFloat16)number.AsDouble);
    }

    private static TTo As<TFrom, TTo>(TFrom value) => Unsafe.As<TFrom, TTo>(ref value);
}
