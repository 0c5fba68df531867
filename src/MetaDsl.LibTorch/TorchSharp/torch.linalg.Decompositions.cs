using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class linalg
    {
        /// <summary>A permutation, a lower and an upper triangle, whose product is the matrix.</summary>
        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true)
        {
            using var matrix = Use(input);
            var results = stackalloc Produced[3];
            Done(Native.at_linalg_lu(matrix, Flag(pivot), results));
            return Three(results);
        }

        /// <summary>Both triangles in one matrix, for <see cref="lu_solve"/>.</summary>
        public static (Tensor LU, Tensor Pivots) lu_factor(Tensor input, bool pivot = true)
        {
            using var matrix = Use(input);
            var results = stackalloc Produced[3];
            Done(Native.at_linalg_lu_factor_ex(matrix, Flag(pivot), Flag(true), results));
            Tensor.Own(results[2]).Dispose();
            return Two(results);
        }

        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null)
        {
            using var factors = Use(LU);
            using var rows = Use(pivots);
            using var right = Use(B);
            if (@out is null) return Made(Native.at_linalg_lu_solve(factors, rows, right, Flag(left), Flag(adjoint)));
            using var result = Use(@out);
            Done(Native.at_linalg_lu_solve_out(result, factors, rows, right, Flag(left), Flag(adjoint)));
            return @out;
        }

        public static (Tensor LU, Tensor Pivots) ldl_factor(Tensor input, bool hermitian = true)
        {
            using var matrix = Use(input);
            var results = stackalloc Produced[3];
            Done(Native.at_linalg_ldl_factor_ex(matrix, Flag(hermitian), Flag(true), results));
            Tensor.Own(results[2]).Dispose();
            return Two(results);
        }

        public static (Tensor LU, Tensor Pivots, Tensor Info) ldl_factor_ex(Tensor input, bool hermitian = true, bool check_errors = false)
        {
            using var matrix = Use(input);
            var results = stackalloc Produced[3];
            Done(Native.at_linalg_ldl_factor_ex(matrix, Flag(hermitian), Flag(check_errors), results));
            return Three(results);
        }

        public static Tensor ldl_solve(Tensor LD, Tensor pivots, Tensor B, bool hermitian = false)
        {
            using var factors = Use(LD);
            using var rows = Use(pivots);
            using var right = Use(B);
            return Made(Native.at_linalg_ldl_solve(factors, rows, right, Flag(hermitian)));
        }

        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced)
        {
            using var matrix = Use(input);
            var results = stackalloc Produced[2];
            var name = mode switch
            {
                QRMode.Reduced => "reduced"u8,
                QRMode.Complete => "complete"u8,
                QRMode.R => "r"u8,
                _ => throw new ArgumentOutOfRangeException(nameof(mode), $"there is no mode {mode}; choose Reduced, Complete or R."),
            };
            fixed (byte* characters = name) Done(Native.at_linalg_qr(matrix, characters, name.Length, results));
            return Two(results);
        }

        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true)
        {
            using var matrix = Use(input);
            var results = stackalloc Produced[3];
            Done(Native.at_linalg_svd(matrix, Flag(fullMatrices), results));
            return Three(results);
        }

        public static Tensor svdvals(Tensor input) => Unary(&Native.at_linalg_svdvals, Given(input));

        /// <summary>Eigenvalues, the smallest first, and eigenvectors as columns, of a symmetric matrix.</summary>
        /// <param name="input">The matrix.</param>
        /// <param name="UPLO">Which triangle is read: 'L' or 'U'.</param>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L')
        {
            using var matrix = Use(input);
            var results = stackalloc Produced[2];
            var triangle = Triangle(UPLO);
            Done(Native.at_linalg_eigh(matrix, &triangle, 1, results));
            return Two(results);
        }

        /// <inheritdoc cref="eigh"/>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L')
        {
            using var matrix = Use(input);
            var triangle = Triangle(UPLO);
            return Made(Native.at_linalg_eigvalsh(matrix, &triangle, 1));
        }

        public static Tensor householder_product(Tensor A, Tensor tau) => Binary(&Native.at_linalg_householder_product, Given(A), tau);

        /// <summary>
        /// The Moore-Penrose inverse; singular values up to the larger of both tolerances, the relative one times the largest, count as
        /// zero.
        /// </summary>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false)
        {
            using var matrix = Use(input);
            double absolute = atol.GetValueOrDefault(), relative = rtol.GetValueOrDefault();
            return Made(Native.at_linalg_pinv(matrix, atol is null ? null : &absolute, rtol is null ? null : &relative, Flag(hermitian)));
        }

        /// <inheritdoc cref="pinv(Tensor, double?, double?, bool)"/>
        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false)
        {
            using var matrix = Use(input);
            using var absolute = Use(atol);
            using var relative = UseOptional(rtol);
            return Made(Native.at_linalg_pinv_tensor(matrix, absolute, relative, Flag(hermitian)));
        }

        /// <summary>How many singular values are larger than both tolerances, the relative one times the largest.</summary>
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false)
        {
            using var matrix = Use(input);
            double absolute = atol.GetValueOrDefault(), relative = rtol.GetValueOrDefault();
            return Made(
                Native.at_linalg_matrix_rank(matrix, atol is null ? null : &absolute, rtol is null ? null : &relative, Flag(hermitian)));
        }

        /// <inheritdoc cref="matrix_rank(Tensor, double?, double?, bool)"/>
        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false)
        {
            using var matrix = Use(input);
            using var absolute = Use(atol);
            using var relative = UseOptional(rtol);
            return Made(Native.at_linalg_matrix_rank_tensor(matrix, absolute, relative, Flag(hermitian)));
        }

        private static byte Triangle(char name) => name is 'L' or 'l' or 'U' or 'u'
            ? (byte)name
            : throw new ArgumentException($"'UPLO' is '{name}'; it names the triangle to read, 'L' or 'U'.", "UPLO");
    }
}
