using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Normalizes each channel: in training by the mean and variance of the batch, which also move the running statistics where
            /// they are given; else by the running statistics, which must then be given.
            /// </summary>
            public static Tensor batch_norm(
                Tensor input,
                Tensor? running_mean,
                Tensor? running_var,
                Tensor? weight = null,
                Tensor? bias = null,
                bool training = false,
                double momentum = 0.1,
                double eps = 1e-5)
            {
                using var x = Use(input);
                using var mean = UseOptional(running_mean);
                using var variance = UseOptional(running_var);
                using var w = UseOptional(weight);
                using var b = UseOptional(bias);
                return Made(Native.at_batch_norm(x, mean, variance, w, b, Flag(training), momentum, eps));
            }

            public static Tensor instance_norm(
                Tensor input,
                Tensor? running_mean = null,
                Tensor? running_var = null,
                Tensor? weight = null,
                Tensor? bias = null,
                bool use_input_stats = true,
                double momentum = 0.1,
                double eps = 1e-5)
            {
                using var x = Use(input);
                using var mean = UseOptional(running_mean);
                using var variance = UseOptional(running_var);
                using var w = UseOptional(weight);
                using var b = UseOptional(bias);
                return Made(Native.at_instance_norm(x, mean, variance, w, b, Flag(use_input_stats), momentum, eps));
            }

            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                using var x = Use(input);
                using var w = UseOptional(weight);
                using var b = UseOptional(bias);
                fixed (long* shape = Arguments.Numbers(normalized_shape))
                {
                    return Made(Native.at_layer_norm(x, shape, normalized_shape.Length, w, b, eps));
                }
            }

            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                using var x = Use(input);
                using var w = UseOptional(weight);
                using var b = UseOptional(bias);
                return Made(Native.at_group_norm(x, num_groups, w, b, eps));
            }

            /// <param name="input">The batch, the channels, then the positions.</param>
            /// <param name="size">How many neighbouring channels a value is normalized by.</param>
            /// <param name="alpha">The factor of the mean square over them.</param>
            /// <param name="beta">The exponent.</param>
            /// <param name="k">What is added before the exponent.</param>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0)
            {
                using var x = Use(input);
                return Made(Native.at_local_response_norm(x, size, alpha, beta, k));
            }

            /// <summary>Divides by the <paramref name="p"/>-norm along a dimension.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1, double eps = 1e-12)
            {
                using var x = Use(input);
                return Made(Native.at_normalize(x, p, dim, eps));
            }
        }
    }
}
