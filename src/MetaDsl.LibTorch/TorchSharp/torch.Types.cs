using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static ScalarType @bool = ScalarType.Bool;
    public static ScalarType uint8 = ScalarType.Byte;
    public static ScalarType int8 = ScalarType.Int8;
    public static ScalarType int16 = ScalarType.Int16;
    public static ScalarType int32 = ScalarType.Int32;
    public static ScalarType int64 = ScalarType.Int64;
    public static ScalarType float16 = ScalarType.Float16;
    public static ScalarType float32 = ScalarType.Float32;
    public static ScalarType float64 = ScalarType.Float64;
    public static ScalarType bfloat16 = ScalarType.BFloat16;
    public static ScalarType @short = ScalarType.Int16;
    public static ScalarType @int = ScalarType.Int32;
    public static ScalarType @long = ScalarType.Int64;
    public static ScalarType half = ScalarType.Float16;
    public static ScalarType @float = ScalarType.Float32;
    public static ScalarType @double = ScalarType.Float64;

    /// <summary>The element type of tensors made from sizes or fractions where none is said; it holds for all threads.</summary>
    public static ScalarType get_default_dtype() => (ScalarType)Native.at_get_default_dtype();

    public static void set_default_dtype(ScalarType dtype)
    {
        if (!is_floating_point(dtype))
        {
            throw new ArgumentException($"'{dtype}' cannot be the default element type; it must be a floating-point type.", nameof(dtype));
        }

        Done(Native.at_set_default_dtype((int)dtype));
    }

    /// <summary>Makes the element type of the given tensor the default.</summary>
    public static void set_default_tensor_type(Tensor t) => set_default_dtype(Given(t).dtype);

    /// <summary>The smallest type that holds both.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) =>
        (ScalarType)Native.at_promote_types(Elements.Code(type1), Elements.Code(type2));

    /// <summary>The type of the result of an operation on both; a tensor without dimensions counts less than one with.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2)
    {
        using var first = Use(tensor1);
        using var second = Use(tensor2);
        int result;
        Done(Native.at_result_type(first, second, &result));
        return (ScalarType)result;
    }

    /// <summary>
    /// Whether an operation in place may write a result of type <paramref name="from"/> into a tensor of type <paramref name="to"/>.
    /// </summary>
    public static bool can_cast(ScalarType from, ScalarType to) => Native.at_can_cast(Elements.Code(from), Elements.Code(to)) != 0;

    public static bool is_floating_point(ScalarType type) => Elements.IsFloatingPoint(type);

    public static bool is_floating_point(Tensor input) => Given(input).is_floating_point();

    public static bool is_integral(ScalarType type) => type <= ScalarType.Int64 && type >= ScalarType.Byte || type == ScalarType.Bool;

    public static bool is_integral(Tensor t) => Given(t).is_integral();

    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    public static bool is_complex(Tensor input) => Given(input).is_complex();

    public static bool is_nonzero(Tensor input) => Given(input).is_nonzero();

    public static bool is_tensor(object obj) => obj is Tensor;

    public static long numel(Tensor input) => Given(input).numel();

    public static long max_int_value(ScalarType type) => type switch
    {
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        _ => throw new ArgumentException($"'{type}' is not a type of integers.", nameof(type)),
    };

    public static Tensor BoolTensor(Tensor t) => Given(t).@bool();

    public static Tensor ByteTensor(Tensor t) => Given(t).@byte();

    public static Tensor DoubleTensor(Tensor t) => Given(t).@double();

    public static Tensor FloatTensor(Tensor t) => Given(t).@float();

    public static Tensor IntTensor(Tensor t) => Given(t).@int();

    public static Tensor LongTensor(Tensor t) => Given(t).@long();

    public static Tensor ShortTensor(Tensor t) => Given(t).@short();
}
