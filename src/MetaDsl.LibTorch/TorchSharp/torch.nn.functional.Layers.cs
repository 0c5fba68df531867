using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class nn
    {
        /// <summary>The functions of networks, with explicit weights.</summary>
        public static partial class functional
        {
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null)
            {
                using var x = Use(input);
                using var w = Use(weights);
                using var b = UseOptional(bias);
                return Made(Native.at_linear(x, w, b));
            }

            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null)
            {
                using var x1 = Use(input1);
                using var x2 = Use(input2);
                using var w = Use(weight);
                using var b = UseOptional(bias);
                return Made(Native.at_bilinear(x1, x2, w, b));
            }

            /// <summary>Each class number becomes a row of zeros with a one at its place.</summary>
            /// <param name="x">Numbers of classes, as int64.</param>
            /// <param name="num_classes">How many classes; -1 for as many as the largest number asks for.</param>
            public static Tensor one_hot(Tensor x, long num_classes = -1)
            {
                using var self = Use(x);
                return Made(Native.at_one_hot(self, num_classes));
            }

            /// <summary>softmax(query @ key^T / sqrt(width)) @ value.</summary>
            /// <param name="query">Shape [..., queries, width].</param>
            /// <param name="key">Shape [..., keys, width].</param>
            /// <param name="value">Shape [..., keys, values].</param>
            /// <param name="attn_mask">
            /// What is added to the scores or, where it holds truth values, which keys a query may see; a query that may see none
            /// gets zeros.
            /// </param>
            /// <param name="p">The probability with which a weight is dropped. There is no training flag: pass 0 for evaluation.</param>
            /// <param name="is_casual">Whether a query sees only keys up to its own position.</param>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                using var q = Use(query);
                using var k = Use(key);
                using var v = Use(value);
                using var mask = UseOptional(attn_mask);
                return Made(Native.at_scaled_dot_product_attention(q, k, v, mask, p, Flag(is_casual)));
            }

            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                using var self = Use(input);
                if (!inplace) return Made(Native.at_dropout(self, p, Flag(training)));
                Done(Native.at_dropout_(self, p, Flag(training)));
                return input;
            }

            /// <summary>Drops whole channels of [batch, channels, length]; two dimensions are one sample.</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropChannels(input, p, training, inplace, unbatched: 2, nameof(dropout1d));

            /// <summary>Drops whole channels of [batch, channels, height, width].</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropChannels(input, p, training, inplace, unbatched: -1, nameof(dropout2d));

            /// <summary>Drops whole channels of [batch, channels, depth, height, width]; four dimensions are one sample.</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                DropChannels(input, p, training, inplace, unbatched: 4, nameof(dropout3d));

            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
            {
                using var self = Use(input);
                if (!inplace) return Made(Native.at_alpha_dropout(self, p, Flag(training)));
                Done(Native.at_alpha_dropout_(self, p, Flag(training)));
                return input;
            }

            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
            {
                using var self = Use(input);
                if (!inplace) return Made(Native.at_feature_alpha_dropout(self, p, Flag(training)));
                Done(Native.at_feature_alpha_dropout_(self, p, Flag(training)));
                return input;
            }

            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8)
            {
                using var left = Use(x1);
                using var right = Use(x2);
                return Made(Native.at_cosine_similarity(left, right, dim, eps));
            }

            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false)
            {
                using var left = Use(input1);
                using var right = Use(input2);
                return Made(Native.at_pairwise_distance(left, right, p, eps, Flag(keepdim)));
            }

            // A tensor of `unbatched` dimensions is one sample without a batch.
            private static Tensor DropChannels(Tensor input, double p, bool training, bool inplace, long unbatched, string operation)
            {
                using var self = Use(input);
                if (!inplace) return Made(Native.at_feature_dropout(self, p, Flag(training), unbatched), operation);
                Done(Native.at_feature_dropout_(self, p, Flag(training), unbatched), operation);
                return input;
            }
        }
    }
}
