using MetaDsl.LibTorch;

namespace TorchSharp;

/// <summary>Numbers to scalars and back. A fraction is cut off by a whole type; a value that does not fit is an error.</summary>
public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this bool value) => value;

    public static Scalar ToScalar(this byte value) => value;

    public static Scalar ToScalar(this sbyte value) => value;

    public static Scalar ToScalar(this short value) => value;

    public static Scalar ToScalar(this int value) => value;

    public static Scalar ToScalar(this long value) => value;

    public static Scalar ToScalar(this Half value) => value;

    public static Scalar ToScalar(this BFloat16 value) => value;

    public static Scalar ToScalar(this float value) => value;

    public static Scalar ToScalar(this double value) => value;

    public static Scalar ToBFloat16Scalar(this float value) => (BFloat16)value;

    public static bool ToBoolean(this Scalar value) => Scalar.NumberOf(value).ToBoolean();

    public static byte ToByte(this Scalar value) => Scalar.NumberOf(value).ToByte();

    public static sbyte ToSByte(this Scalar value) => Scalar.NumberOf(value).ToSByte();

    public static short ToInt16(this Scalar value) => Scalar.NumberOf(value).ToInt16();

    public static int ToInt32(this Scalar value) => Scalar.NumberOf(value).ToInt32();

    public static long ToInt64(this Scalar value) => Scalar.NumberOf(value).ToInt64();

    public static Half ToHalf(this Scalar value) => (Half)Scalar.NumberOf(value).AsDouble;

    public static BFloat16 ToBFloat16(this Scalar value) => (BFloat16)Scalar.NumberOf(value).AsDouble;

    public static float ToSingle(this Scalar value) => (float)Scalar.NumberOf(value).AsDouble;

    public static double ToDouble(this Scalar value) => Scalar.NumberOf(value).AsDouble;
}
