using System.Runtime.CompilerServices;
using MetaDsl.LibTorch;

namespace TorchSharp;

/// <summary>
/// A number as an operand. It holds no native memory, so disposing it does nothing; TorchSharp's does, so code that is to run on both
/// keeps its scalars in static fields.
/// </summary>
public sealed class Scalar : IDisposable
{
    internal readonly Number Number;

    internal Scalar(Number number, torch.ScalarType type)
    {
        Number = number;
        Type = type;
    }

    public torch.ScalarType Type { get; }

    public static implicit operator Scalar(bool value) => new(value, torch.ScalarType.Bool);

    public static implicit operator Scalar(byte value) => new(value, torch.ScalarType.Byte);

    public static implicit operator Scalar(sbyte value) => new(value, torch.ScalarType.Int8);

    public static implicit operator Scalar(short value) => new(value, torch.ScalarType.Int16);

    public static implicit operator Scalar(int value) => new(value, torch.ScalarType.Int32);

    public static implicit operator Scalar(long value) => new(value, torch.ScalarType.Int64);

    public static implicit operator Scalar(Half value) => new((double)value, torch.ScalarType.Float16);

    public static implicit operator Scalar(BFloat16 value) => new((double)value, torch.ScalarType.BFloat16);

    public static implicit operator Scalar(float value) => new((double)value, torch.ScalarType.Float32);

    public static implicit operator Scalar(double value) => new(value, torch.ScalarType.Float64);

    public void Dispose()
    {
    }

    internal static Number NumberOf(Scalar scalar, [CallerArgumentExpression(nameof(scalar))] string name = "") =>
        scalar is null ? throw new ArgumentNullException(name, $"'{name}' is null; a number is needed here.") : scalar.Number;
}
