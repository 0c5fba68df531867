using System.Runtime.CompilerServices;
using System.Text;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class linalg
    {
        /// <summary>The norm of all values for null <paramref name="dims"/>, of vectors for one dimension, of matrices for two.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => Norm(input, null, dims, keepdim);

        /// <inheritdoc cref="norm(Tensor, long[], bool)"/>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) => Norm(input, &ord, dims, keepdim);

        /// <inheritdoc cref="norm(Tensor, long[], bool)"/>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false)
        {
            double order = ord;
            return Norm(input, &order, dims, keepdim);
        }

        /// <inheritdoc cref="norm(Tensor, long[], bool)"/>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false)
        {
            using var self = Use(input);
            var name = Text(ord);
            fixed (byte* characters = name)
            fixed (long* over = dims)
            {
                return Made(Native.at_linalg_norm_named(self, characters, name.Length, over, dims?.Length ?? 0, Flag(keepdim)));
            }
        }

        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false)
        {
            using var self = Use(input);
            fixed (long* over = dims) return Made(Native.at_linalg_vector_norm(self, ord, over, dims?.Length ?? 0, Flag(keepdim)));
        }

        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false)
        {
            using var self = Use(input);
            var over = dims ?? [-2, -1];
            fixed (long* pointer = over) return Made(Native.at_linalg_matrix_norm(self, ord, pointer, over.Length, Flag(keepdim)));
        }

        /// <param name="input">The matrices.</param>
        /// <param name="ord">"fro" or "nuc".</param>
        /// <param name="dims">The dimensions of rows and columns; the last two unless said.</param>
        /// <param name="keepdim">Whether they stay, of size 1.</param>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false)
        {
            using var self = Use(input);
            var name = Text(ord);
            var over = dims ?? [-2, -1];
            fixed (byte* characters = name)
            fixed (long* pointer = over)
            {
                return Made(Native.at_linalg_matrix_norm_named(self, characters, name.Length, pointer, over.Length, Flag(keepdim)));
            }
        }

        public static Tensor cond(Tensor input)
        {
            using var matrix = Use(input);
            return Made(Native.at_linalg_cond(matrix, null));
        }

        public static Tensor cond(Tensor input, double p)
        {
            using var matrix = Use(input);
            return Made(Native.at_linalg_cond(matrix, &p));
        }

        public static Tensor cond(Tensor input, int p) => cond(input, (double)p);

        public static Tensor cond(Tensor input, string p)
        {
            using var matrix = Use(input);
            var name = Text(p);
            fixed (byte* characters = name) return Made(Native.at_linalg_cond_named(matrix, characters, name.Length));
        }

        private static Tensor Norm(Tensor input, double* order, long[]? dims, bool keepdim)
        {
            using var self = Use(input);
            fixed (long* over = dims) return Made(Native.at_linalg_norm(self, order, over, dims?.Length ?? 0, Flag(keepdim)), nameof(norm));
        }

        private static byte[] Text(string text, [CallerArgumentExpression(nameof(text))] string name = "")
        {
            ArgumentNullException.ThrowIfNull(text, name);
            return Encoding.UTF8.GetBytes(text);
        }
    }
}
