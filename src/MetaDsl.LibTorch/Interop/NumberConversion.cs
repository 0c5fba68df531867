using System.Globalization;

namespace MetaDsl.LibTorch;

/// <summary>Numbers as C# types. A fraction is cut off; a value that does not fit is an error, never a wrapped number.</summary>
internal static class NumberConversion
{
    internal static bool ToBoolean(this Number number) =>
        number.Tag == Number.Kind.Real ? number.AsDouble != 0 : number.Bits != 0;

    internal static byte ToByte(this Number number) => (byte)Whole(number, byte.MinValue, byte.MaxValue, "byte");

    internal static sbyte ToSByte(this Number number) => (sbyte)Whole(number, sbyte.MinValue, sbyte.MaxValue, "sbyte");

    internal static short ToInt16(this Number number) => (short)Whole(number, short.MinValue, short.MaxValue, "short");

    internal static int ToInt32(this Number number) => (int)Whole(number, int.MinValue, int.MaxValue, "int");

    internal static long ToInt64(this Number number) => Whole(number, long.MinValue, long.MaxValue, "long");

    private static long Whole(Number number, long least, long most, string type)
    {
        if (number.Tag != Number.Kind.Real)
        {
            return number.Bits >= least && number.Bits <= most
                ? number.Bits
                : throw DoesNotFit(number.Bits.ToString(CultureInfo.InvariantCulture), type);
        }

        var whole = Math.Truncate(number.AsDouble);
        // As doubles the largest long and the number after it are the same; NaN fails both comparisons.
        if (whole >= least && whole < most + 1.0) return (long)whole;
        throw DoesNotFit(number.AsDouble.ToString(CultureInfo.InvariantCulture), type);
    }

    private static OverflowException DoesNotFit(string value, string type) =>
        new($"The value {value} does not fit '{type}'; ask for it as 'double', or as a larger integer.");
}
