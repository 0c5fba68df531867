using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor deg2rad(Tensor input) => Given(input).deg2rad();

    public static Tensor deg2rad_(Tensor input) => Given(input).deg2rad_();

    public static Tensor rad2deg(Tensor input) => Given(input).rad2deg();

    public static Tensor rad2deg_(Tensor input) => Given(input).rad2deg_();

    public static Tensor sin(Tensor input) => Given(input).sin();

    public static Tensor sin_(Tensor input) => Given(input).sin_();

    public static Tensor cos(Tensor input) => Given(input).cos();

    public static Tensor cos_(Tensor input) => Given(input).cos_();

    public static Tensor tan(Tensor input) => Given(input).tan();

    public static Tensor tan_(Tensor input) => Given(input).tan_();

    public static Tensor sinc(Tensor input) => Given(input).sinc();

    public static Tensor sinc_(Tensor input) => Given(input).sinc_();

    public static Tensor sinh(Tensor input) => Given(input).sinh();

    public static Tensor sinh_(Tensor input) => Given(input).sinh_();

    public static Tensor cosh(Tensor input) => Given(input).cosh();

    public static Tensor cosh_(Tensor input) => Given(input).cosh_();

    public static Tensor tanh(Tensor input) => Given(input).tanh();

    public static Tensor tanh_(Tensor input) => Given(input).tanh_();

    public static Tensor acos(Tensor input) => Given(input).acos();

    public static Tensor acos_(Tensor input) => Given(input).acos_();

    public static Tensor acosh(Tensor input) => Given(input).acosh();

    public static Tensor acosh_(Tensor input) => Given(input).acosh_();

    public static Tensor asin(Tensor input) => Given(input).asin();

    public static Tensor asin_(Tensor input) => Given(input).asin_();

    public static Tensor asinh(Tensor input) => Given(input).asinh();

    public static Tensor asinh_(Tensor input) => Given(input).asinh_();

    public static Tensor atan(Tensor input) => Given(input).atan();

    public static Tensor atan_(Tensor input) => Given(input).atan_();

    public static Tensor atanh(Tensor input) => Given(input).atanh();

    public static Tensor atanh_(Tensor input) => Given(input).atanh_();

    public static Tensor atan2(Tensor input, Tensor other) => Given(input).atan2(other);

    public static Tensor atan2_(Tensor input, Tensor other) => Given(input).atan2_(other);

    public static Tensor arccos(Tensor input) => Given(input).arccos();

    public static Tensor arccos_(Tensor input) => Given(input).arccos_();

    public static Tensor arccosh(Tensor input) => Given(input).arccosh();

    public static Tensor arccosh_(Tensor input) => Given(input).arccosh_();

    public static Tensor arcsin(Tensor input) => Given(input).arcsin();

    public static Tensor arcsin_(Tensor input) => Given(input).arcsin_();

    public static Tensor arcsinh(Tensor input) => Given(input).arcsinh();

    public static Tensor arcsinh_(Tensor input) => Given(input).arcsinh_();

    public static Tensor arctan(Tensor input) => Given(input).arctan();

    public static Tensor arctan(Tensor input, Tensor other) => Given(input).arctan(other);

    public static Tensor arctan_(Tensor input) => Given(input).arctan_();

    public static Tensor arctan_(Tensor input, Tensor other) => Given(input).arctan_(other);

    public static Tensor arctanh(Tensor input) => Given(input).arctanh();

    public static Tensor arctanh_(Tensor input) => Given(input).arctanh_();

    public static Tensor arctan2(Tensor input, Tensor other) => Given(input).arctan2(other);

    public static Tensor arctan2_(Tensor input, Tensor other) => Given(input).arctan2_(other);
}
