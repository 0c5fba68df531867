using MetaDsl.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static implicit operator Tensor(Scalar scalar)
        {
            using var wide = Wide(Scalar.NumberOf(scalar));
            return wide.to(scalar.Type);
        }

        public static implicit operator Tensor(bool value) => FromScalar(value, null, null, false);

        public static implicit operator Tensor(byte value) => FromScalar(value, null, null, false);

        public static implicit operator Tensor(sbyte value) => FromScalar(value, null, null, false);

        public static implicit operator Tensor(short value) => FromScalar(value, null, null, false);

        public static implicit operator Tensor(int value) => FromScalar(value, null, null, false);

        public static implicit operator Tensor(long value) => FromScalar(value, null, null, false);

        public static implicit operator Tensor(float value) => FromScalar(value, null, null, false);

        public static implicit operator Tensor(double value) => FromScalar(value, null, null, false);

        public static implicit operator Tensor(bool[] value) => tensor(value);

        public static implicit operator Tensor(byte[] value) => tensor(value);

        public static implicit operator Tensor(sbyte[] value) => tensor(value);

        public static implicit operator Tensor(short[] value) => tensor(value);

        public static implicit operator Tensor(int[] value) => tensor(value);

        public static implicit operator Tensor(long[] value) => tensor(value);

        public static implicit operator Tensor(float[] value) => tensor(value);

        public static implicit operator Tensor(double[] value) => tensor(value);

        public static explicit operator bool(Tensor value) => value.ToBoolean();

        public static explicit operator byte(Tensor value) => value.ToByte();

        public static explicit operator sbyte(Tensor value) => value.ToSByte();

        public static explicit operator short(Tensor value) => value.ToInt16();

        public static explicit operator int(Tensor value) => value.ToInt32();

        public static explicit operator long(Tensor value) => value.ToInt64();

        public static explicit operator float(Tensor value) => value.ToSingle();

        public static explicit operator double(Tensor value) => value.ToDouble();

        private static Tensor Wide(Number number) => number.Tag == Number.Kind.Real
            ? FromScalar(number.AsDouble, null, null, false)
            : FromScalar(number.Bits, null, null, false);
    }
}
