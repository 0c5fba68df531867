using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor erf() => Unary(&Native.at_erf, this);

        public Tensor erf_() => UnaryInPlace(&Native.at_erf_, this);

        public Tensor erfc() => Unary(&Native.at_erfc, this);

        public Tensor erfc_() => UnaryInPlace(&Native.at_erfc_, this);

        public Tensor erfinv() => Unary(&Native.at_erfinv, this);

        public Tensor erfinv_() => UnaryInPlace(&Native.at_erfinv_, this);

        public Tensor lgamma() => Unary(&Native.at_lgamma, this);

        public Tensor lgamma_() => UnaryInPlace(&Native.at_lgamma_, this);

        public Tensor digamma() => Unary(&Native.at_digamma, this);

        public Tensor digamma_() => UnaryInPlace(&Native.at_digamma_, this);

        public Tensor polygamma(long p)
        {
            using var self = Use(this);
            return Made(Native.at_polygamma(self, p));
        }

        public Tensor polygamma_(long p)
        {
            using var self = Use(this);
            Done(Native.at_polygamma_(self, p));
            return this;
        }

        public Tensor mvlgamma(long p)
        {
            using var self = Use(this);
            return Made(Native.at_mvlgamma(self, p));
        }

        public Tensor mvlgamma_(long p)
        {
            using var self = Use(this);
            Done(Native.at_mvlgamma_(self, p));
            return this;
        }

        public Tensor igamma(Tensor other) => Binary(&Native.at_igamma, this, other);

        public Tensor igammac(Tensor other) => Binary(&Native.at_igammac, this, other);

        public Tensor i0() => Unary(&Native.at_i0, this);

        public Tensor i0_() => UnaryInPlace(&Native.at_i0_, this);

        public Tensor logit(double? eps = null)
        {
            using var self = Use(this);
            return Made(Native.at_logit(self, eps ?? 0, Flag(eps.HasValue)));
        }

        public Tensor logit_(double? eps = null)
        {
            using var self = Use(this);
            Done(Native.at_logit_(self, eps ?? 0, Flag(eps.HasValue)));
            return this;
        }

        public Tensor sigmoid() => Unary(&Native.at_sigmoid, this);

        public Tensor sigmoid_() => UnaryInPlace(&Native.at_sigmoid_, this);
    }
}
