using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor logical_not() => Unary(&Native.at_logical_not, this);

        public Tensor logical_not_() => UnaryInPlace(&Native.at_logical_not_, this);

        public Tensor logical_and(Tensor other) => Binary(&Native.at_logical_and, this, other);

        public Tensor logical_and_(Tensor other) => BinaryInPlace(&Native.at_logical_and_, this, other);

        public Tensor logical_or(Tensor other) => Binary(&Native.at_logical_or, this, other);

        public Tensor logical_or_(Tensor other) => BinaryInPlace(&Native.at_logical_or_, this, other);

        public Tensor logical_xor(Tensor other) => Binary(&Native.at_logical_xor, this, other);

        public Tensor logical_xor_(Tensor other) => BinaryInPlace(&Native.at_logical_xor_, this, other);

        public Tensor bitwise_not() => Unary(&Native.at_bitwise_not, this);

        public Tensor bitwise_not_() => UnaryInPlace(&Native.at_bitwise_not_, this);

        public Tensor bitwise_and(Tensor other) => Binary(&Native.at_bitwise_and, this, other);

        public Tensor bitwise_and_(Tensor other) => BinaryInPlace(&Native.at_bitwise_and_, this, other);

        public Tensor bitwise_or(Tensor other) => Binary(&Native.at_bitwise_or, this, other);

        public Tensor bitwise_or_(Tensor other) => BinaryInPlace(&Native.at_bitwise_or_, this, other);

        public Tensor bitwise_xor(Tensor other) => Binary(&Native.at_bitwise_xor, this, other);

        public Tensor bitwise_xor_(Tensor other) => BinaryInPlace(&Native.at_bitwise_xor_, this, other);

        public Tensor bitwise_left_shift(Tensor other) => Binary(&Native.at_bitwise_left_shift, this, other);

        public Tensor bitwise_left_shift_(Tensor other) => BinaryInPlace(&Native.at_bitwise_left_shift_, this, other);

        public Tensor bitwise_right_shift(Tensor other) => Binary(&Native.at_bitwise_right_shift, this, other);

        public Tensor bitwise_right_shift_(Tensor other) => BinaryInPlace(&Native.at_bitwise_right_shift_, this, other);

        public Tensor isfinite() => Unary(&Native.at_isfinite, this);

        public Tensor isinf() => Unary(&Native.at_isinf, this);

        public Tensor isnan() => Unary(&Native.at_isnan, this);

        public Tensor isneginf() => Unary(&Native.at_isneginf, this);

        public Tensor isposinf() => Unary(&Native.at_isposinf, this);

        public Tensor isreal() => Unary(&Native.at_isreal, this);
    }
}
