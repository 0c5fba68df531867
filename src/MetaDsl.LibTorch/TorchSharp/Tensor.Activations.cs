using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor relu() => Unary(&Native.at_relu, this);

        public Tensor relu_() => UnaryInPlace(&Native.at_relu_, this);

        public Tensor relu6() => Unary(&Native.at_relu6, this);

        public Tensor relu6_() => UnaryInPlace(&Native.at_relu6_, this);

        public Tensor celu() => WithNumber(&Native.at_celu_scalar, this, 1.0);

        public Tensor celu(Scalar alpha) => WithNumber(&Native.at_celu_scalar, this, Given(alpha));

        public Tensor celu_() => WithNumberInPlace(&Native.at_celu_scalar_, this, 1.0);

        public Tensor celu_(Scalar alpha) => WithNumberInPlace(&Native.at_celu_scalar_, this, Given(alpha));

        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale)
        {
            using var self = Use(this);
            return Made(Native.at_elu(self, Given(alpha), Given(scale), Given(input_scale)));
        }

        public Tensor elu(double alpha = 1)
        {
            using var self = Use(this);
            return Made(Native.at_elu(self, alpha, 1.0, 1.0));
        }

        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale)
        {
            using var self = Use(this);
            Done(Native.at_elu_(self, Given(alpha), Given(scale), Given(input_scale)));
            return this;
        }

        public Tensor elu_(double alpha = 1)
        {
            using var self = Use(this);
            Done(Native.at_elu_(self, alpha, 1.0, 1.0));
            return this;
        }

        public Tensor selu() => Unary(&Native.at_selu, this);

        public Tensor selu_() => UnaryInPlace(&Native.at_selu_, this);

        public Tensor gelu() => Unary(&Native.at_gelu, this);

        public Tensor gelu_() => UnaryInPlace(&Native.at_gelu_, this);

        public Tensor silu() => Unary(&Native.at_silu, this);

        public Tensor silu_() => UnaryInPlace(&Native.at_silu_, this);

        public Tensor glu(long dim = -1)
        {
            using var self = Use(this);
            return Made(Native.at_glu(self, dim));
        }

        public Tensor hardsigmoid() => Unary(&Native.at_hardsigmoid, this);

        public Tensor hardsigmoid_() => UnaryInPlace(&Native.at_hardsigmoid_, this);

        public Tensor hardswish() => Unary(&Native.at_hardswish, this);

        public Tensor hardswish_() => UnaryInPlace(&Native.at_hardswish_, this);

        public Tensor hardtanh(Scalar min, Scalar max)
        {
            using var self = Use(this);
            return Made(Native.at_hardtanh(self, Given(min), Given(max)));
        }

        public Tensor hardtanh_(Scalar min, Scalar max)
        {
            using var self = Use(this);
            Done(Native.at_hardtanh_(self, Given(min), Given(max)));
            return this;
        }

        public Tensor leaky_relu(Scalar negative_slope) => WithNumber(&Native.at_leaky_relu_scalar, this, Given(negative_slope));

        public Tensor leaky_relu_(Scalar negative_slope) => WithNumberInPlace(&Native.at_leaky_relu_scalar_, this, Given(negative_slope));

        public Tensor log_sigmoid() => Unary(&Native.at_log_sigmoid, this);

        public Tensor prelu(Tensor target) => Binary(&Native.at_prelu, this, target);

        /// <summary>Leaky ReLU with the mean slope: the random slopes of training are those of the functional form.</summary>
        public Tensor rrelu(double lower = 0.125, double upper = 1.0 / 3)
        {
            using var self = Use(this);
            return Made(Native.at_rrelu(self, lower, upper));
        }

        public Tensor rrelu_(double lower = 0.125, double upper = 1.0 / 3)
        {
            using var self = Use(this);
            Done(Native.at_rrelu_(self, lower, upper));
            return this;
        }

        public Tensor softplus(double beta = 1, double threshold = 20)
        {
            using var self = Use(this);
            return Made(Native.at_softplus(self, beta, threshold));
        }

        public Tensor threshold(Scalar threshold, Scalar value)
        {
            using var self = Use(this);
            return Made(Native.at_threshold(self, Given(threshold), Given(value)));
        }

        public Tensor threshold_(Scalar threshold, Scalar value)
        {
            using var self = Use(this);
            Done(Native.at_threshold_(self, Given(threshold), Given(value)));
            return this;
        }

        public Tensor softmax(long dim, ScalarType? dtype = null)
        {
            using var self = Use(this);
            return Made(Native.at_softmax(self, dim, Dtype(dtype)));
        }

        public Tensor log_softmax(long dim, ScalarType? dtype = null)
        {
            using var self = Use(this);
            return Made(Native.at_log_softmax(self, dim, Dtype(dtype)));
        }
    }
}
