using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Unary(&Native.at_abs, this);

        public Tensor abs_() => UnaryInPlace(&Native.at_abs_, this);

        public Tensor absolute() => Unary(&Native.at_abs, this);

        public Tensor absolute_() => UnaryInPlace(&Native.at_abs_, this);

        public Tensor neg() => Unary(&Native.at_neg, this);

        public Tensor neg_() => UnaryInPlace(&Native.at_neg_, this);

        public Tensor negative() => Unary(&Native.at_neg, this);

        public Tensor positive() => Unary(&Native.at_positive, this);

        public Tensor sign() => Unary(&Native.at_sign, this);

        public Tensor sign_() => UnaryInPlace(&Native.at_sign_, this);

        public Tensor sgn() => Unary(&Native.at_sgn, this);

        public Tensor sgn_() => UnaryInPlace(&Native.at_sgn_, this);

        public Tensor signbit() => Unary(&Native.at_signbit, this);

        public Tensor ceil() => Unary(&Native.at_ceil, this);

        public Tensor ceil_() => UnaryInPlace(&Native.at_ceil_, this);

        public Tensor floor() => Unary(&Native.at_floor, this);

        public Tensor floor_() => UnaryInPlace(&Native.at_floor_, this);

        public Tensor round(long decimals = 0)
        {
            using var self = Use(this);
            return Made(Native.at_round(self, decimals));
        }

        public Tensor round_(long decimals = 0)
        {
            using var self = Use(this);
            Done(Native.at_round_(self, decimals));
            return this;
        }

        public Tensor trunc() => Unary(&Native.at_trunc, this);

        public Tensor trunc_() => UnaryInPlace(&Native.at_trunc_, this);

        public Tensor fix() => Unary(&Native.at_trunc, this);

        public Tensor fix_() => UnaryInPlace(&Native.at_trunc_, this);

        public Tensor frac() => Unary(&Native.at_frac, this);

        public Tensor frac_() => UnaryInPlace(&Native.at_frac_, this);

        /// <summary>Mantissas from 0.5 to 1 and int32 exponents of two.</summary>
        public (Tensor Mantissa, Tensor Exponent) frexp()
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_frexp(self, results), results);
        }

        public Tensor reciprocal() => Unary(&Native.at_reciprocal, this);

        public Tensor reciprocal_() => UnaryInPlace(&Native.at_reciprocal_, this);

        public Tensor square() => Unary(&Native.at_square, this);

        public Tensor sqrt() => Unary(&Native.at_sqrt, this);

        public Tensor sqrt_() => UnaryInPlace(&Native.at_sqrt_, this);

        public Tensor rsqrt() => Unary(&Native.at_rsqrt, this);

        public Tensor rsqrt_() => UnaryInPlace(&Native.at_rsqrt_, this);

        public Tensor exp() => Unary(&Native.at_exp, this);

        public Tensor exp_() => UnaryInPlace(&Native.at_exp_, this);

        public Tensor exp2() => Unary(&Native.at_exp2, this);

        public Tensor exp2_() => UnaryInPlace(&Native.at_exp2_, this);

        public Tensor expm1() => Unary(&Native.at_expm1, this);

        public Tensor expm1_() => UnaryInPlace(&Native.at_expm1_, this);

        public Tensor log() => Unary(&Native.at_log, this);

        public Tensor log_() => UnaryInPlace(&Native.at_log_, this);

        public Tensor log10() => Unary(&Native.at_log10, this);

        public Tensor log10_() => UnaryInPlace(&Native.at_log10_, this);

        public Tensor log1p() => Unary(&Native.at_log1p, this);

        public Tensor log1p_() => UnaryInPlace(&Native.at_log1p_, this);

        public Tensor log2() => Unary(&Native.at_log2, this);

        public Tensor log2_() => UnaryInPlace(&Native.at_log2_, this);

        public Tensor pow(Scalar exponent) => WithNumber(&Native.at_pow_scalar, this, Given(exponent));

        public Tensor pow(Tensor exponent) => Binary(&Native.at_pow, this, exponent);

        public Tensor pow_(Scalar exponent) => WithNumberInPlace(&Native.at_pow_scalar_, this, Given(exponent));

        public Tensor pow_(Tensor exponent) => BinaryInPlace(&Native.at_pow_, this, exponent);

        public Tensor float_power(Tensor target) => Binary(&Native.at_float_power, this, target);

        public Tensor float_power_(Tensor target) => BinaryInPlace(&Native.at_float_power_, this, target);

        public Tensor xlogy(Scalar y) => WithNumber(&Native.at_xlogy_scalar, this, Given(y));

        public Tensor xlogy(Tensor y) => Binary(&Native.at_xlogy, this, y);

        public Tensor xlogy_(Scalar y) => WithNumberInPlace(&Native.at_xlogy_scalar_, this, Given(y));

        public Tensor xlogy_(Tensor y) => BinaryInPlace(&Native.at_xlogy_, this, y);

        public Tensor logaddexp(Tensor other) => Binary(&Native.at_logaddexp, this, other);

        public Tensor logaddexp2(Tensor other) => Binary(&Native.at_logaddexp2, this, other);

        public Tensor ldexp(Tensor other) => Binary(&Native.at_ldexp, this, other);

        public Tensor ldexp_(Tensor other) => BinaryInPlace(&Native.at_ldexp_, this, other);

        public Tensor copysign(Tensor other) => Binary(&Native.at_copysign, this, other);

        public Tensor copysign_(Tensor other) => BinaryInPlace(&Native.at_copysign_, this, other);

        public Tensor nextafter(Tensor other) => Binary(&Native.at_nextafter, this, other);

        public Tensor nextafter_(Tensor other) => BinaryInPlace(&Native.at_nextafter_, this, other);

        public Tensor heaviside(Tensor other) => Binary(&Native.at_heaviside, this, other);

        public Tensor heaviside_(Tensor other) => BinaryInPlace(&Native.at_heaviside_, this, other);

        public Tensor hypot(Tensor other) => Binary(&Native.at_hypot, this, other);

        public Tensor gcd(Tensor other) => Binary(&Native.at_gcd, this, other);

        public Tensor gcd_(Tensor other) => BinaryInPlace(&Native.at_gcd_, this, other);

        public Tensor lcm(Tensor other) => Binary(&Native.at_lcm, this, other);

        public Tensor lcm_(Tensor other) => BinaryInPlace(&Native.at_lcm_, this, other);

        public Tensor maximum(Tensor other) => Binary(&Native.at_maximum, this, other);

        public Tensor minimum(Tensor other) => Binary(&Native.at_minimum, this, other);

        public Tensor fmax(Tensor other) => Binary(&Native.at_fmax, this, other);

        public Tensor fmin(Tensor other) => Binary(&Native.at_fmin, this, other);

        public Tensor clamp(Scalar? min = null, Scalar? max = null)
        {
            using var self = Use(this);
            return Made(Native.at_clamp_scalar(self, min?.Number ?? 0, Flag(min is not null), max?.Number ?? 0, Flag(max is not null)));
        }

        public Tensor clamp(Tensor? min = null, Tensor? max = null)
        {
            using var self = Use(this);
            using var least = UseOptional(min);
            using var most = UseOptional(max);
            return Made(Native.at_clamp(self, least, most));
        }

        public Tensor clamp_(Scalar? min = null, Scalar? max = null)
        {
            using var self = Use(this);
            Done(Native.at_clamp_scalar_(self, min?.Number ?? 0, Flag(min is not null), max?.Number ?? 0, Flag(max is not null)));
            return this;
        }

        public Tensor clamp_(Tensor? min = null, Tensor? max = null)
        {
            using var self = Use(this);
            using var least = UseOptional(min);
            using var most = UseOptional(max);
            Done(Native.at_clamp_(self, least, most));
            return this;
        }

        public Tensor clamp_max(Scalar max) => WithNumber(&Native.at_clamp_max_scalar, this, Given(max));

        public Tensor clamp_max_(Scalar max) => WithNumberInPlace(&Native.at_clamp_max_scalar_, this, Given(max));

        public Tensor clamp_min(Scalar min) => WithNumber(&Native.at_clamp_min_scalar, this, Given(min));

        public Tensor clamp_min_(Scalar min) => WithNumberInPlace(&Native.at_clamp_min_scalar_, this, Given(min));

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor masked_fill(Tensor mask, Scalar value)
        {
            using var self = Use(this);
            using var where = Use(mask);
            return Made(Native.at_masked_fill_scalar(self, where, Given(value)));
        }

        public Tensor masked_fill_(Tensor mask, Scalar value)
        {
            using var self = Use(this);
            using var where = Use(mask);
            Done(Native.at_masked_fill_scalar_(self, where, Given(value)));
            return this;
        }

        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null)
        {
            using var self = Use(this);
            return Made(Native.at_nan_to_num(self, nan, posinf ?? 0, Flag(posinf.HasValue), neginf ?? 0, Flag(neginf.HasValue)));
        }

        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null)
        {
            using var self = Use(this);
            Done(Native.at_nan_to_num_(self, nan, posinf ?? 0, Flag(posinf.HasValue), neginf ?? 0, Flag(neginf.HasValue)));
            return this;
        }

        public Tensor dist(Tensor other, float p = 2)
        {
            using var self = Use(this);
            using var to = Use(other);
            return Made(Native.at_dist(self, to, p));
        }
    }
}
