using MetaDsl.LibTorch;
using TorchSharp.Modules;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? Given(x).relu_() : Given(x).relu();

            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? Given(x).relu6_() : Given(x).relu6();

            public static Tensor gelu(Tensor x) => Given(x).gelu();

            public static Tensor gelu(Tensor x, bool inplace) => inplace ? Given(x).gelu_() : Given(x).gelu();

            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) =>
                inplace ? Given(x).gelu_(approximate) : Given(x).gelu(approximate);

            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? Given(x).silu_() : Given(x).silu();

            public static Tensor mish(Tensor x, bool inplace = false) =>
                inplace ? UnaryInPlace(&Native.at_mish_, Given(x)) : Unary(&Native.at_mish, Given(x));

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => inplace ? Given(x).elu_(alpha) : Given(x).elu(alpha);

            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? Given(x).selu_() : Given(x).selu();

            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => inplace
                ? WithNumberInPlace(&Native.at_celu_scalar_, Given(x), alpha)
                : WithNumber(&Native.at_celu_scalar, Given(x), alpha);

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) => inplace
                ? WithNumberInPlace(&Native.at_leaky_relu_scalar_, Given(input), negative_slope)
                : WithNumber(&Native.at_leaky_relu_scalar, Given(input), negative_slope);

            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false)
            {
                using var self = Use(x);
                if (!inplace) return Made(Native.at_hardtanh(self, min_val, max_val));
                Done(Native.at_hardtanh_(self, min_val, max_val));
                return x;
            }

            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                inplace ? Given(input).hardsigmoid_() : Given(input).hardsigmoid();

            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                inplace ? Given(input).hardswish_() : Given(input).hardswish();

            public static Tensor hardshrink(Tensor x, double lambda = 0.5)
            {
                using var self = Use(x);
                return Made(Native.at_hardshrink(self, lambda));
            }

            public static Tensor softshrink(Tensor x, double lambda = 0.5)
            {
                using var self = Use(x);
                return Made(Native.at_softshrink(self, lambda));
            }

            public static Tensor tanhshrink(Tensor x, bool inplace = false) =>
                inplace ? UnaryInPlace(&Native.at_tanhshrink_, Given(x)) : Unary(&Native.at_tanhshrink, Given(x));

            public static Tensor softsign(Tensor x, bool inplace = false) =>
                inplace ? UnaryInPlace(&Native.at_softsign_, Given(x)) : Unary(&Native.at_softsign, Given(x));

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Given(x).softplus(beta, threshold);

            public static Tensor sigmoid(Tensor x) => Given(x).sigmoid();

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? Given(x).sigmoid_() : Given(x).sigmoid();

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? Given(x).tanh_() : Given(x).tanh();

            public static Tensor logsigmoid(Tensor x) => Given(x).log_sigmoid();

            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false)
            {
                using var self = Use(x);
                if (!inplace) return Made(Native.at_threshold(self, threshold, value));
                Done(Native.at_threshold_(self, threshold, value));
                return x;
            }

            /// <summary>As PyTorch's outside of training: negative values times the mean of both slopes.</summary>
            public static Tensor rrelu(Tensor x, double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false) =>
                inplace ? Given(x).rrelu_(lower, upper) : Given(x).rrelu(lower, upper);

            public static Tensor prelu(Tensor input, Tensor weight) => Given(input).prelu(weight);

            public static Tensor glu(Tensor input, long dim = -1) => Given(input).glu(dim);

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Given(input).softmax(dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => Given(x).log_softmax(dim);

            public static Tensor softmin(Tensor x, long dim)
            {
                using var self = Use(x);
                return Made(Native.at_softmin(self, dim));
            }

            /// <summary>Softmax over the channels of images.</summary>
            public static Tensor softmax2d(Tensor x) => Unary(&Native.at_softmax2d, Given(x));

            [Obsolete("Not using the PyTorch naming convention.", false)]
            public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => hardshrink(x, lambda);

            [Obsolete("Not using the PyTorch naming convention.", false)]
            public static Tensor Hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                hardtanh(x, min_val, max_val, inplace);

            [Obsolete("Not using the PyTorch naming convention.", false)]
            public static Tensor Mish(Tensor x) => mish(x);

            [Obsolete("Incorrect name capitalization", false)]
            public static Tensor SiLU(Tensor x, bool inplace = false) => silu(x, inplace);

            [Obsolete("Not using the PyTorch naming convention.", false)]
            public static Tensor Softshrink(Tensor x, double lambda = 0.5) => softshrink(x, lambda);

            [Obsolete("Not using the PyTorch naming convention.", false)]
            public static Tensor Softsign(Tensor x) => softsign(x);

            [Obsolete("Not using the PyTorch naming convention.", false)]
            public static Tensor Tanhshrink(Tensor x) => tanhshrink(x);

            [Obsolete("Not using the PyTorch naming convention.", false)]
            public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                functional.threshold(x, threshold, value, inplace);

        }
    }

    public partial class Tensor
    {
        public Tensor gelu(GELU.Approximate approximate) => IsTanh(approximate) ? Unary(&Native.at_gelu_tanh, this) : gelu();

        public Tensor gelu_(GELU.Approximate approximate) => IsTanh(approximate) ? UnaryInPlace(&Native.at_gelu_tanh_, this) : gelu_();

        private static bool IsTanh(GELU.Approximate approximate) => approximate switch
        {
            GELU.Approximate.none => false,
            GELU.Approximate.tanh => true,
            _ => throw new ArgumentOutOfRangeException(
                nameof(approximate), $"there is no approximation {approximate}; choose none or tanh."),
        };
    }
}
