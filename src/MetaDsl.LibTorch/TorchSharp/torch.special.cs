using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Special functions of real numbers.</summary>
    public static partial class special
    {
        public static Tensor digamma(Tensor input) => Given(input).digamma();

        public static Tensor entr(Tensor input) => Unary(&Native.at_special_entr, Given(input));

        public static Tensor erf(Tensor input) => Given(input).erf();

        public static Tensor erfc(Tensor input) => Given(input).erfc();

        public static Tensor erfcx(Tensor input) => Unary(&Native.at_special_erfcx, Given(input));

        public static Tensor erfinv(Tensor input) => Given(input).erfinv();

        public static Tensor exp2(Tensor input) => Given(input).exp2();

        public static Tensor expit(Tensor input) => Given(input).sigmoid();

        public static Tensor expm1(Tensor input) => Given(input).expm1();

        public static Tensor gammainc(Tensor input, Tensor other) => Given(input).igamma(other);

        public static Tensor gammaincc(Tensor input, Tensor other) => Given(input).igammac(other);

        public static Tensor gammaln(Tensor input) => Given(input).lgamma();

        public static Tensor i0(Tensor input) => Given(input).i0();

        public static Tensor i0e(Tensor input) => Unary(&Native.at_special_i0e, Given(input));

        public static Tensor i1(Tensor input) => Unary(&Native.at_special_i1, Given(input));

        public static Tensor i1e(Tensor input) => Unary(&Native.at_special_i1e, Given(input));

        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => Given(input).log_softmax(dim, dtype);

        public static Tensor logit(Tensor input) => Given(input).logit();

        public static Tensor multigammaln(Tensor input, long p) => Given(input).mvlgamma(p);

        public static Tensor ndtr(Tensor input) => Unary(&Native.at_special_ndtr, Given(input));

        public static Tensor ndtri(Tensor input) => Unary(&Native.at_special_ndtri, Given(input));

        public static Tensor polygamma(long n, Tensor input) => Given(input).polygamma(n);

        public static Tensor psi(Tensor input) => Given(input).digamma();

        public static Tensor sigmoid(Tensor input) => Given(input).sigmoid();

        public static Tensor sigmoid_(Tensor input) => Given(input).sigmoid_();

        public static Tensor sinc(Tensor input) => Given(input).sinc();

        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Given(input).softmax(dim, dtype);

        public static Tensor xlog1py(Tensor input, Tensor other) => Binary(&Native.at_special_xlog1py, Given(input), other);

        public static Tensor zeta(Tensor x, Tensor q) => Binary(&Native.at_special_zeta, Given(x), q);
    }
}
