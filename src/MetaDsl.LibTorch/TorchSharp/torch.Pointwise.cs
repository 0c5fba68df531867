using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor abs(Tensor input) => Given(input).abs();

    public static Tensor abs_(Tensor input) => Given(input).abs_();

    public static Tensor absolute(Tensor input) => Given(input).absolute();

    public static Tensor absolute_(Tensor input) => Given(input).absolute_();

    public static Tensor neg(Tensor input) => Given(input).neg();

    public static Tensor neg_(Tensor input) => Given(input).neg_();

    public static Tensor negative(Tensor input) => Given(input).negative();

    public static Tensor negative_(Tensor input) => Given(input).neg_();

    public static Tensor positive(Tensor input) => Given(input).positive();

    public static Tensor sign(Tensor input) => Given(input).sign();

    public static Tensor sign_(Tensor input) => Given(input).sign_();

    public static Tensor sgn(Tensor input) => Given(input).sgn();

    public static Tensor sgn_(Tensor input) => Given(input).sgn_();

    public static Tensor signbit(Tensor input) => Given(input).signbit();

    public static Tensor ceil(Tensor input) => Given(input).ceil();

    public static Tensor ceil_(Tensor input) => Given(input).ceil_();

    public static Tensor floor(Tensor input) => Given(input).floor();

    public static Tensor floor_(Tensor input) => Given(input).floor_();

    public static Tensor round(Tensor input, long decimals = 0) => Given(input).round(decimals);

    public static Tensor round_(Tensor input, long decimals = 0) => Given(input).round_(decimals);

    public static Tensor trunc(Tensor input) => Given(input).trunc();

    public static Tensor trunc_(Tensor input) => Given(input).trunc_();

    public static Tensor fix(Tensor input) => Given(input).fix();

    public static Tensor fix_(Tensor input) => Given(input).fix_();

    public static Tensor frac(Tensor input) => Given(input).frac();

    public static Tensor frac_(Tensor input) => Given(input).frac_();

    public static (Tensor Mantissa, Tensor Exponent) frexp(Tensor input) => Given(input).frexp();

    public static Tensor reciprocal(Tensor input) => Given(input).reciprocal();

    public static Tensor reciprocal_(Tensor input) => Given(input).reciprocal_();

    public static Tensor square(Tensor input) => Given(input).square();

    public static Tensor sqrt(Tensor input) => Given(input).sqrt();

    public static Tensor sqrt_(Tensor input) => Given(input).sqrt_();

    public static Tensor rsqrt(Tensor input) => Given(input).rsqrt();

    public static Tensor rsqrt_(Tensor input) => Given(input).rsqrt_();

    public static Tensor exp(Tensor input) => Given(input).exp();

    public static Tensor exp_(Tensor input) => Given(input).exp_();

    public static Tensor exp2(Tensor input) => Given(input).exp2();

    public static Tensor exp2_(Tensor input) => Given(input).exp2_();

    public static Tensor expm1(Tensor input) => Given(input).expm1();

    public static Tensor expm1_(Tensor input) => Given(input).expm1_();

    public static Tensor log(Tensor input) => Given(input).log();

    public static Tensor log_(Tensor input) => Given(input).log_();

    public static Tensor log10(Tensor input) => Given(input).log10();

    public static Tensor log10_(Tensor input) => Given(input).log10_();

    public static Tensor log1p(Tensor input) => Given(input).log1p();

    public static Tensor log1p_(Tensor input) => Given(input).log1p_();

    public static Tensor log2(Tensor input) => Given(input).log2();

    public static Tensor log2_(Tensor input) => Given(input).log2_();

    public static Tensor pow(Tensor left, Scalar exponent) => Given(left).pow(exponent);

    public static Tensor pow(Tensor left, Tensor exponent) => Given(left).pow(exponent);

    public static Tensor pow_(Tensor left, Scalar exponent) => Given(left).pow_(exponent);

    public static Tensor pow_(Tensor left, Tensor exponent) => Given(left).pow_(exponent);

    public static Tensor float_power(Tensor input, Tensor target) => Given(input).float_power(target);

    public static Tensor float_power_(Tensor input, Tensor target) => Given(input).float_power_(target);

    public static Tensor xlogy(Tensor x, Scalar y) => Given(x).xlogy(y);

    public static Tensor xlogy(Tensor x, Tensor y) => Given(x).xlogy(y);

    public static Tensor xlogy_(Tensor x, Scalar y) => Given(x).xlogy_(y);

    public static Tensor xlogy_(Tensor x, Tensor y) => Given(x).xlogy_(y);

    public static Tensor logaddexp(Tensor left, Tensor right) => Given(left).logaddexp(right);

    public static Tensor logaddexp2(Tensor left, Tensor right) => Given(left).logaddexp2(right);

    public static Tensor ldexp(Tensor input, Tensor other) => Given(input).ldexp(other);

    public static Tensor ldexp_(Tensor input, Tensor other) => Given(input).ldexp_(other);

    public static Tensor copysign(Tensor input, Tensor other) => Given(input).copysign(other);

    public static Tensor copysign_(Tensor input, Tensor other) => Given(input).copysign_(other);

    public static Tensor nextafter(Tensor input, Tensor other) => Given(input).nextafter(other);

    public static Tensor nextafter_(Tensor input, Tensor other) => Given(input).nextafter_(other);

    public static Tensor heaviside(Tensor input, Tensor values) => Given(input).heaviside(values);

    public static Tensor heaviside_(Tensor input, Tensor values) => Given(input).heaviside_(values);

    public static Tensor hypot(Tensor left, Tensor right) => Given(left).hypot(right);

    public static Tensor gcd(Tensor left, Tensor right) => Given(left).gcd(right);

    public static Tensor gcd_(Tensor left, Tensor right) => Given(left).gcd_(right);

    public static Tensor lcm(Tensor input, Tensor other) => Given(input).lcm(other);

    public static Tensor lcm_(Tensor input, Tensor other) => Given(input).lcm_(other);

    public static Tensor maximum(Tensor input, Tensor other) => Given(input).maximum(other);

    public static Tensor minimum(Tensor input, Tensor other) => Given(input).minimum(other);

    public static Tensor fmax(Tensor input, Tensor other) => Given(input).fmax(other);

    public static Tensor fmin(Tensor input, Tensor other) => Given(input).fmin(other);

    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => Given(input).clamp(min, max);

    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => Given(input).clamp(min, max);

    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => Given(input).clamp_(min, max);

    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => Given(input).clamp_(min, max);

    public static Tensor clamp_max(Tensor input, Scalar max) => Given(input).clamp_max(max);

    public static Tensor clamp_max_(Tensor input, Scalar max) => Given(input).clamp_max_(max);

    public static Tensor clamp_min(Tensor input, Scalar min) => Given(input).clamp_min(min);

    public static Tensor clamp_min_(Tensor input, Scalar min) => Given(input).clamp_min_(min);

    public static Tensor clip(Tensor input, Scalar? min = null, Scalar? max = null) => Given(input).clip(min, max);

    public static Tensor nan_to_num(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) =>
        Given(input).nan_to_num(nan, posinf, neginf);

    public static Tensor nan_to_num_(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) =>
        Given(input).nan_to_num_(nan, posinf, neginf);

    public static Tensor dist(Tensor input, Tensor other, float p = 2) => Given(input).dist(other, p);
}
