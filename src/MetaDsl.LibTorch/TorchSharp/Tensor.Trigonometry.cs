using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor deg2rad() => Unary(&Native.at_deg2rad, this);

        public Tensor deg2rad_() => UnaryInPlace(&Native.at_deg2rad_, this);

        public Tensor rad2deg() => Unary(&Native.at_rad2deg, this);

        public Tensor rad2deg_() => UnaryInPlace(&Native.at_rad2deg_, this);

        public Tensor sin() => Unary(&Native.at_sin, this);

        public Tensor sin_() => UnaryInPlace(&Native.at_sin_, this);

        public Tensor cos() => Unary(&Native.at_cos, this);

        public Tensor cos_() => UnaryInPlace(&Native.at_cos_, this);

        public Tensor tan() => Unary(&Native.at_tan, this);

        public Tensor tan_() => UnaryInPlace(&Native.at_tan_, this);

        public Tensor sinc() => Unary(&Native.at_sinc, this);

        public Tensor sinc_() => UnaryInPlace(&Native.at_sinc_, this);

        public Tensor sinh() => Unary(&Native.at_sinh, this);

        public Tensor sinh_() => UnaryInPlace(&Native.at_sinh_, this);

        public Tensor cosh() => Unary(&Native.at_cosh, this);

        public Tensor cosh_() => UnaryInPlace(&Native.at_cosh_, this);

        public Tensor tanh() => Unary(&Native.at_tanh, this);

        public Tensor tanh_() => UnaryInPlace(&Native.at_tanh_, this);

        public Tensor acos() => Unary(&Native.at_acos, this);

        public Tensor acos_() => UnaryInPlace(&Native.at_acos_, this);

        public Tensor acosh() => Unary(&Native.at_acosh, this);

        public Tensor acosh_() => UnaryInPlace(&Native.at_acosh_, this);

        public Tensor asin() => Unary(&Native.at_asin, this);

        public Tensor asin_() => UnaryInPlace(&Native.at_asin_, this);

        public Tensor asinh() => Unary(&Native.at_asinh, this);

        public Tensor asinh_() => UnaryInPlace(&Native.at_asinh_, this);

        public Tensor atan() => Unary(&Native.at_atan, this);

        public Tensor atan_() => UnaryInPlace(&Native.at_atan_, this);

        public Tensor atanh() => Unary(&Native.at_atanh, this);

        public Tensor atanh_() => UnaryInPlace(&Native.at_atanh_, this);

        public Tensor atan2(Tensor other) => Binary(&Native.at_atan2, this, other);

        public Tensor atan2_(Tensor other) => BinaryInPlace(&Native.at_atan2_, this, other);

        public Tensor arccos() => Unary(&Native.at_acos, this);

        public Tensor arccos_() => UnaryInPlace(&Native.at_acos_, this);

        public Tensor arccosh() => Unary(&Native.at_acosh, this);

        public Tensor arccosh_() => UnaryInPlace(&Native.at_acosh_, this);

        public Tensor arcsin() => Unary(&Native.at_asin, this);

        public Tensor arcsin_() => UnaryInPlace(&Native.at_asin_, this);

        public Tensor arcsinh() => Unary(&Native.at_asinh, this);

        public Tensor arcsinh_() => UnaryInPlace(&Native.at_asinh_, this);

        public Tensor arctan() => Unary(&Native.at_atan, this);

        public Tensor arctan(Tensor other) => Binary(&Native.at_atan2, this, other);

        public Tensor arctan_() => UnaryInPlace(&Native.at_atan_, this);

        public Tensor arctan_(Tensor other) => BinaryInPlace(&Native.at_atan2_, this, other);

        public Tensor arctanh() => Unary(&Native.at_atanh, this);

        public Tensor arctanh_() => UnaryInPlace(&Native.at_atanh_, this);

        public Tensor arctan2(Tensor other) => Binary(&Native.at_atan2, this, other);

        public Tensor arctan2_(Tensor other) => BinaryInPlace(&Native.at_atan2_, this, other);
    }
}
