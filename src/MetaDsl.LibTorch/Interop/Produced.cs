using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

/// <summary>
/// What a native function that makes a tensor answers: one reference, and the bytes of storage that came into being with it.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Produced
{
    public nint Tensor;
    public long Bytes;
}

/// <summary>A number on its way to native code: an integer, a double or a truth value in one word.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Number(Number.Kind Tag, long Bits)
{
    internal enum Kind : long
    {
        Integer = 0,
        Real = 1,
        Truth = 2,
    }

    public static implicit operator Number(long value) => new(Kind.Integer, value);

    public static implicit operator Number(int value) => new(Kind.Integer, value);

    public static implicit operator Number(double value) => new(Kind.Real, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Number(bool value) => new(Kind.Truth, value ? 1 : 0);

    public double AsDouble => Tag == Kind.Real ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    public long AsInt64 => Tag == Kind.Real ? (long)BitConverter.Int64BitsToDouble(Bits) : Bits;
}

/// <summary>What a creation function is asked for; -1 stands for "not said".</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Options(int Dtype, int DeviceType, int DeviceIndex, int RequiresGrad);
