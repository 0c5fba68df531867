using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <param name="input">Scores, [batch, classes], [classes] or with positions after the classes.</param>
            /// <param name="target">Numbers of classes as int64, or probabilities in the shape of <paramref name="input"/>.</param>
            /// <param name="weight">One number for each class.</param>
            /// <param name="ignore_index">The number of no class, which counts for nothing.</param>
            /// <param name="reduction">What becomes of the losses.</param>
            /// <param name="label_smoothing">How much of a target, 0 to 1, is spread over all classes.</param>
            public static Tensor cross_entropy(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                long ignore_index = -100,
                Reduction reduction = Reduction.Mean,
                double label_smoothing = 0.0)
            {
                using var x = Use(input);
                using var y = Use(target);
                using var w = UseOptional(weight);
                return Made(Native.at_cross_entropy_loss(x, y, w, (long)reduction, ignore_index, label_smoothing));
            }

            /// <summary>The same of logarithms of probabilities; a target of -100 counts for nothing.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var x = Use(input);
                using var y = Use(target);
                using var w = UseOptional(weight);
                return Made(Native.at_nll_loss(x, y, w, (long)reduction));
            }

            /// <summary>Of probabilities; see <see cref="binary_cross_entropy_with_logits"/> for scores.</summary>
            public static Tensor binary_cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var x = Use(input);
                using var y = Use(target);
                using var w = UseOptional(weight);
                return Made(Native.at_binary_cross_entropy(x, y, w, (long)reduction));
            }

            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                using var x = Use(input);
                using var y = Use(target);
                using var w = UseOptional(weight);
                using var positive = UseOptional(pos_weights);
                return Made(Native.at_binary_cross_entropy_with_logits(x, y, w, positive, (long)reduction));
            }

            /// <param name="input">Scores, [batch, classes] or [classes].</param>
            /// <param name="target">In the same shape: the numbers of the classes that apply, then -1.</param>
            /// <param name="reduction">What becomes of the losses.</param>
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                using var x = Use(input);
                using var y = Use(target);
                return Made(Native.at_multilabel_margin_loss(x, y, (long)reduction));
            }

            /// <param name="input">Scores.</param>
            /// <param name="target">In the same shape: 1 where a class applies, else 0.</param>
            /// <param name="weight">One number for each class.</param>
            /// <param name="reduction">What becomes of the losses.</param>
            public static Tensor multilabel_soft_margin_loss(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var x = Use(input);
                using var y = Use(target);
                using var w = UseOptional(weight);
                return Made(Native.at_multilabel_soft_margin_loss(x, y, w, (long)reduction));
            }

            /// <param name="input">Scores, [batch, classes] or [classes].</param>
            /// <param name="target">Numbers of classes as int64.</param>
            /// <param name="p">1 or 2.</param>
            /// <param name="margin">By how much the right class should lead.</param>
            /// <param name="weight">One number for each class.</param>
            /// <param name="reduction">What becomes of the losses.</param>
            public static Tensor multi_margin_loss(
                Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var x = Use(input);
                using var y = Use(target);
                using var w = UseOptional(weight);
                return Made(Native.at_multi_margin_loss(x, y, p, margin, w, (long)reduction));
            }

            /// <param name="log_probs">Logarithms of probabilities, [time, batch, classes] or [time, classes].</param>
            /// <param name="targets">Labels, one row a sample or all in a row.</param>
            /// <param name="input_lengths">How many time steps each sample has.</param>
            /// <param name="target_lengths">How many labels each sample has.</param>
            /// <param name="blank">The number of the blank label.</param>
            /// <param name="zero_infinity">Whether a sample too short for its labels counts as zero instead of infinity.</param>
            /// <param name="reduction">The mean divides each sample by its number of labels first.</param>
            public static Tensor ctc_loss(
                Tensor log_probs,
                Tensor targets,
                Tensor input_lengths,
                Tensor target_lengths,
                long blank = 0,
                bool zero_infinity = false,
                Reduction reduction = Reduction.Mean)
            {
                using var x = Use(log_probs);
                using var y = Use(targets);
                using var steps = Use(input_lengths);
                using var labels = Use(target_lengths);
                return Made(Native.at_ctc_loss(x, y, steps, labels, blank, (long)reduction, Flag(zero_infinity)));
            }
        }
    }
}
