using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    // The forms with a plain number make no Scalar.
    public partial class Tensor
    {
        public static Tensor operator -(Tensor tensor) => Unary(&Native.at_neg, Given(tensor), "operator -");

        public static Tensor operator +(Tensor left, Tensor right) => Binary(&Native.at_add, Given(left), right, operation: "operator +");

        public static Tensor operator +(Tensor left, Scalar right) =>
            WithNumber(&Native.at_add_scalar, Given(left), Given(right), "operator +");

        public static Tensor operator +(Tensor left, int right) => WithNumber(&Native.at_add_scalar, Given(left), right, "operator +");

        public static Tensor operator +(Tensor left, long right) => WithNumber(&Native.at_add_scalar, Given(left), right, "operator +");

        public static Tensor operator +(Tensor left, float right) => WithNumber(&Native.at_add_scalar, Given(left), right, "operator +");

        public static Tensor operator +(Tensor left, double right) => WithNumber(&Native.at_add_scalar, Given(left), right, "operator +");

        public static Tensor operator +(Scalar left, Tensor right) =>
            WithNumber(&Native.at_add_scalar, Given(right), Given(left), "operator +");

        public static Tensor operator +(int left, Tensor right) => WithNumber(&Native.at_add_scalar, Given(right), left, "operator +");

        public static Tensor operator +(long left, Tensor right) => WithNumber(&Native.at_add_scalar, Given(right), left, "operator +");

        public static Tensor operator +(float left, Tensor right) => WithNumber(&Native.at_add_scalar, Given(right), left, "operator +");

        public static Tensor operator +(double left, Tensor right) => WithNumber(&Native.at_add_scalar, Given(right), left, "operator +");

        public static Tensor operator -(Tensor left, Tensor right) => Binary(&Native.at_sub, Given(left), right, operation: "operator -");

        public static Tensor operator -(Tensor left, Scalar right) =>
            WithNumber(&Native.at_sub_scalar, Given(left), Given(right), "operator -");

        public static Tensor operator -(Tensor left, int right) => WithNumber(&Native.at_sub_scalar, Given(left), right, "operator -");

        public static Tensor operator -(Tensor left, long right) => WithNumber(&Native.at_sub_scalar, Given(left), right, "operator -");

        public static Tensor operator -(Tensor left, float right) => WithNumber(&Native.at_sub_scalar, Given(left), right, "operator -");

        public static Tensor operator -(Tensor left, double right) => WithNumber(&Native.at_sub_scalar, Given(left), right, "operator -");

        public static Tensor operator -(Scalar left, Tensor right) =>
            WithNumber(&Native.at_rsub_scalar, Given(right), Given(left), "operator -");

        public static Tensor operator -(int left, Tensor right) => WithNumber(&Native.at_rsub_scalar, Given(right), left, "operator -");

        public static Tensor operator -(long left, Tensor right) => WithNumber(&Native.at_rsub_scalar, Given(right), left, "operator -");

        public static Tensor operator -(float left, Tensor right) => WithNumber(&Native.at_rsub_scalar, Given(right), left, "operator -");

        public static Tensor operator -(double left, Tensor right) => WithNumber(&Native.at_rsub_scalar, Given(right), left, "operator -");

        public static Tensor operator *(Tensor left, Tensor right) => Binary(&Native.at_mul, Given(left), right, operation: "operator *");

        public static Tensor operator *(Tensor left, Scalar right) =>
            WithNumber(&Native.at_mul_scalar, Given(left), Given(right), "operator *");

        public static Tensor operator *(Tensor left, int right) => WithNumber(&Native.at_mul_scalar, Given(left), right, "operator *");

        public static Tensor operator *(Tensor left, long right) => WithNumber(&Native.at_mul_scalar, Given(left), right, "operator *");

        public static Tensor operator *(Tensor left, float right) => WithNumber(&Native.at_mul_scalar, Given(left), right, "operator *");

        public static Tensor operator *(Tensor left, double right) => WithNumber(&Native.at_mul_scalar, Given(left), right, "operator *");

        public static Tensor operator *(Scalar left, Tensor right) =>
            WithNumber(&Native.at_mul_scalar, Given(right), Given(left), "operator *");

        public static Tensor operator *(int left, Tensor right) => WithNumber(&Native.at_mul_scalar, Given(right), left, "operator *");

        public static Tensor operator *(long left, Tensor right) => WithNumber(&Native.at_mul_scalar, Given(right), left, "operator *");

        public static Tensor operator *(float left, Tensor right) => WithNumber(&Native.at_mul_scalar, Given(right), left, "operator *");

        public static Tensor operator *(double left, Tensor right) => WithNumber(&Native.at_mul_scalar, Given(right), left, "operator *");

        public static Tensor operator /(Tensor left, Tensor right) => Binary(&Native.at_div, Given(left), right, operation: "operator /");

        public static Tensor operator /(Tensor left, Scalar right) =>
            WithNumber(&Native.at_div_scalar, Given(left), Given(right), "operator /");

        public static Tensor operator /(Tensor left, int right) => WithNumber(&Native.at_div_scalar, Given(left), right, "operator /");

        public static Tensor operator /(Tensor left, long right) => WithNumber(&Native.at_div_scalar, Given(left), right, "operator /");

        public static Tensor operator /(Tensor left, float right) => WithNumber(&Native.at_div_scalar, Given(left), right, "operator /");

        public static Tensor operator /(Tensor left, double right) => WithNumber(&Native.at_div_scalar, Given(left), right, "operator /");

        public static Tensor operator /(Scalar left, Tensor right) =>
            WithNumber(&Native.at_rdiv_scalar, Given(right), Given(left), "operator /");

        public static Tensor operator /(int left, Tensor right) => WithNumber(&Native.at_rdiv_scalar, Given(right), left, "operator /");

        public static Tensor operator /(long left, Tensor right) => WithNumber(&Native.at_rdiv_scalar, Given(right), left, "operator /");

        public static Tensor operator /(float left, Tensor right) => WithNumber(&Native.at_rdiv_scalar, Given(right), left, "operator /");

        public static Tensor operator /(double left, Tensor right) => WithNumber(&Native.at_rdiv_scalar, Given(right), left, "operator /");

        public static Tensor operator %(Tensor left, Tensor right) =>
            Binary(&Native.at_remainder, Given(left), right, operation: "operator %");

        public static Tensor operator %(Tensor left, Scalar right) =>
            WithNumber(&Native.at_remainder_scalar, Given(left), Given(right), "operator %");

        public static Tensor operator %(Tensor left, int right) =>
            WithNumber(&Native.at_remainder_scalar, Given(left), right, "operator %");

        public static Tensor operator %(Tensor left, long right) =>
            WithNumber(&Native.at_remainder_scalar, Given(left), right, "operator %");

        public static Tensor operator %(Tensor left, float right) =>
            WithNumber(&Native.at_remainder_scalar, Given(left), right, "operator %");

        public static Tensor operator %(Tensor left, double right) =>
            WithNumber(&Native.at_remainder_scalar, Given(left), right, "operator %");
    }
}
