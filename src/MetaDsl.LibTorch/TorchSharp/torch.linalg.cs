using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Linear algebra: what is solved, inverted and decomposed. Leading dimensions are a batch.</summary>
    public static partial class linalg
    {
        /// <summary>Which factors <see cref="qr"/> computes.</summary>
        public enum QRMode
        {
            Reduced = 0,
            Complete = 1,
            R = 2,
        }

        public static Tensor cholesky(Tensor input) => Unary(&Native.at_linalg_cholesky, Given(input));

        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false)
        {
            using var matrix = Use(input);
            var results = stackalloc Produced[2];
            Done(Native.at_linalg_cholesky_ex(matrix, Flag(check_errors), results));
            return Two(results);
        }

        public static Tensor inv(Tensor input) => Unary(&Native.at_linalg_inv, Given(input));

        public static (Tensor L, Tensor info) inv_ex(Tensor input, bool check_errors = false)
        {
            using var matrix = Use(input);
            var results = stackalloc Produced[2];
            Done(Native.at_linalg_inv_ex(matrix, Flag(check_errors), results));
            return Two(results);
        }

        public static Tensor det(Tensor input) => Unary(&Native.at_linalg_det, Given(input));

        /// <summary>The sign of the determinant, and the logarithm of its absolute value.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input)
        {
            using var matrix = Use(input);
            var results = stackalloc Produced[2];
            Done(Native.at_linalg_slogdet(matrix, results));
            return Two(results);
        }

        public static Tensor solve(Tensor A, Tensor B, bool left = true)
        {
            using var matrix = Use(A);
            using var right = Use(B);
            return Made(Native.at_linalg_solve(matrix, right, Flag(left)));
        }

        public static (Tensor result, Tensor info) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false)
        {
            using var matrix = Use(A);
            using var right = Use(B);
            var results = stackalloc Produced[2];
            Done(Native.at_linalg_solve_ex(matrix, right, Flag(left), Flag(check_errors), results));
            return Two(results);
        }

        public static Tensor solve_triangular(
            Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null)
        {
            using var matrix = Use(A);
            using var right = Use(B);
            if (@out is null) return Made(Native.at_linalg_solve_triangular(matrix, right, Flag(upper), Flag(left), Flag(unitriangular)));
            using var result = Use(@out);
            Done(Native.at_linalg_solve_triangular_out(result, matrix, right, Flag(upper), Flag(left), Flag(unitriangular)));
            return @out;
        }

        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            LeastSquares(input, other, null);

        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(
            Tensor input, Tensor other, double rcond) =>
            LeastSquares(input, other, &rcond);

        public static Tensor tensorinv(Tensor input, long ind)
        {
            using var self = Use(input);
            return Made(Native.at_linalg_tensorinv(self, ind));
        }

        /// <param name="A">Its shape is that of <paramref name="B"/> followed by that of the solution.</param>
        /// <param name="B">The right side.</param>
        /// <param name="dims">Dimensions of <paramref name="A"/> that are moved to its end first; null for none.</param>
        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims)
        {
            using var matrix = Use(A);
            using var right = Use(B);
            fixed (long* moved = dims) return Made(Native.at_linalg_tensorsolve(matrix, right, moved, dims?.Length ?? 0));
        }

        /// <param name="input">The vector.</param>
        /// <param name="N">How many columns; null for as many as the vector has values.</param>
        public static Tensor vander(Tensor input, long? N = null)
        {
            using var self = Use(input);
            var columns = N.GetValueOrDefault();
            return Made(Native.at_linalg_vander(self, N is null ? null : &columns));
        }

        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null)
        {
            using var left = Use(x);
            using var right = Use(y);
            if (@out is null) return Made(Native.at_linalg_vecdot(left, right, dim));
            using var result = Use(@out);
            Done(Native.at_linalg_vecdot_out(result, left, right, dim));
            return @out;
        }

        public static Tensor multi_dot(IList<Tensor> tensors)
        {
            using var factors = UseAll(tensors);
            fixed (nint* pointers = factors.Pointers) return Made(Native.at_linalg_multi_dot(pointers, factors.Count));
        }

        public static Tensor cross(Tensor input, Tensor other, long dim = -1)
        {
            using var left = Use(input);
            using var right = Use(other);
            return Made(Native.at_linalg_cross(left, right, dim));
        }

        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1)
        {
            using var self = Use(input);
            return Made(Native.at_linalg_diagonal(self, offset, dim1, dim2));
        }

        public static Tensor matrix_exp(Tensor input) => Unary(&Native.at_linalg_matrix_exp, Given(input));

        private static (Tensor, Tensor) Two(Produced* results) => (Tensor.Own(results[0]), Tensor.Own(results[1]));

        private static (Tensor, Tensor, Tensor) Three(Produced* results) =>
            (Tensor.Own(results[0]), Tensor.Own(results[1]), Tensor.Own(results[2]));

        private static (Tensor, Tensor, Tensor, Tensor) LeastSquares(Tensor input, Tensor other, double* rcond)
        {
            using var matrix = Use(input);
            using var right = Use(other);
            var results = stackalloc Produced[4];
            Done(Native.at_linalg_lstsq(matrix, right, rcond, results), nameof(lstsq));
            return (Tensor.Own(results[0]), Tensor.Own(results[1]), Tensor.Own(results[2]), Tensor.Own(results[3]));
        }
    }
}
