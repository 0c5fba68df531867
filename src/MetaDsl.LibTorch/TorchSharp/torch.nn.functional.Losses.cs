using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                using var x = Use(input);
                using var y = Use(target);
                return Made(Native.at_mse_loss(x, y, (long)reduction));
            }

            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                using var x = Use(input);
                using var y = Use(target);
                return Made(Native.at_l1_loss(x, y, (long)reduction));
            }

            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1)
            {
                using var x = Use(input);
                using var y = Use(target);
                return Made(Native.at_smooth_l1_loss(x, y, (long)reduction, beta));
            }

            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean)
            {
                using var x = Use(input);
                using var y = Use(target);
                return Made(Native.at_huber_loss(x, y, (long)reduction, delta));
            }

            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                using var x = Use(input);
                using var y = Use(target);
                return Made(Native.at_soft_margin_loss(x, y, (long)reduction));
            }

            /// <param name="input">Means.</param>
            /// <param name="target">What was observed.</param>
            /// <param name="variance">One for each mean, or one a row; what is below <paramref name="eps"/> counts as that.</param>
            /// <param name="full">Whether the constant 0.5 log(2 pi) is added.</param>
            /// <param name="eps">The smallest variance.</param>
            /// <param name="reduction">What becomes of the losses.</param>
            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                using var x = Use(input);
                using var y = Use(target);
                using var v = Use(variance);
                return Made(Native.at_gaussian_nll_loss(x, y, v, Flag(full), eps, (long)reduction));
            }

            public static Tensor poisson_nll_loss(
                Tensor input,
                Tensor target,
                bool log_input = true,
                bool full = false,
                float eps = 1e-8f,
                Reduction reduction = Reduction.Mean)
            {
                using var x = Use(input);
                using var y = Use(target);
                return Made(Native.at_poisson_nll_loss(x, y, Flag(log_input), Flag(full), eps, (long)reduction));
            }

            /// <param name="input">Logarithms of probabilities.</param>
            /// <param name="target">Logarithms of probabilities, or probabilities where <paramref name="log_target"/> is false.</param>
            /// <param name="log_target">True by default, as in TorchSharp; PyTorch's default is false.</param>
            /// <param name="reduction">The mean is over values, not over samples.</param>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean)
            {
                using var x = Use(input);
                using var y = Use(target);
                return Made(Native.at_kl_div(x, y, (long)reduction, Flag(log_target)));
            }

            public static Tensor cosine_embedding_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean)
            {
                using var x1 = Use(input1);
                using var x2 = Use(input2);
                using var y = Use(target);
                return Made(Native.at_cosine_embedding_loss(x1, x2, y, margin, (long)reduction));
            }

            /// <summary>PyTorch's default for <paramref name="margin"/> is 1.</summary>
            public static Tensor hinge_embedding_loss(
                Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean)
            {
                using var x = Use(input);
                using var y = Use(target);
                return Made(Native.at_hinge_embedding_loss(x, y, margin, (long)reduction));
            }

            public static Tensor margin_ranking_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean)
            {
                using var x1 = Use(input1);
                using var x2 = Use(input2);
                using var y = Use(target);
                return Made(Native.at_margin_ranking_loss(x1, x2, y, margin, (long)reduction));
            }

            public static Tensor triplet_margin_loss(
                Tensor anchor,
                Tensor positive,
                Tensor negative,
                double margin = 1.0,
                long p = 2,
                double eps = 1e-06,
                bool swap = false,
                Reduction reduction = Reduction.Mean)
            {
                using var a = Use(anchor);
                using var near = Use(positive);
                using var far = Use(negative);
                return Made(Native.at_triplet_margin_loss(a, near, far, margin, p, eps, Flag(swap), (long)reduction));
            }

            /// <param name="anchor">What is compared.</param>
            /// <param name="positive">What it should be near to.</param>
            /// <param name="negative">What it should be far from.</param>
            /// <param name="distance">The Euclidean distance for null. The tensors that it answers with are disposed.</param>
            /// <param name="margin">By how much farther.</param>
            /// <param name="swap">
            /// Whether the distance of positive and negative counts where it is smaller than that of anchor and negative.
            /// </param>
            /// <param name="reduction">What becomes of the losses.</param>
            public static Tensor triplet_margin_with_distance_loss(
                Tensor anchor,
                Tensor positive,
                Tensor negative,
                Func<Tensor, Tensor, Tensor>? distance = null,
                double margin = 1.0,
                bool swap = false,
                Reduction reduction = Reduction.Mean)
            {
                distance ??= static (left, right) => pairwise_distance(left, right);
                using var near = distance(Given(anchor), Given(positive));
                using var far = distance(anchor, Given(negative));
                using var between = swap ? distance(positive, negative) : null;
                using var toPositive = Use(near, nameof(distance));
                using var toNegative = Use(far, nameof(distance));
                using var apart = UseOptional(between);
                return Made(Native.at_triplet_loss_of_distances(toPositive, toNegative, apart, margin, (long)reduction));
            }
        }
    }
}
