using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    private const string CholeskyMoved =
        "torch.cholesky is deprecated in favor of torch.linalg.cholesky and will be removed in a future release. "
        + "Use torch.linalg.cholesky instead.";

    public partial class Tensor
    {
        public Tensor matrix_power(int n)
        {
            using var self = Use(this);
            return Made(Native.at_linalg_matrix_power(self, n));
        }

        public Tensor matrix_exp() => Unary(&Native.at_linalg_matrix_exp, this);

        public Tensor det() => Unary(&Native.at_linalg_det, this);

        public Tensor logdet() => Unary(&Native.at_logdet, this);

        public Tensor inverse() => Unary(&Native.at_linalg_inv, this);

        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false)
        {
            using var self = Use(this);
            double none = 0;
            return Made(Native.at_linalg_pinv(self, &none, &rcond, Flag(hermitian)));
        }

        [Obsolete(CholeskyMoved, false)]
        public Tensor cholesky(bool upper = false)
        {
            using var self = Use(this);
            return Made(Native.at_cholesky(self, Flag(upper)));
        }

        public Tensor cholesky_inverse(bool upper = false)
        {
            using var self = Use(this);
            return Made(Native.at_cholesky_inverse(self, Flag(upper)));
        }

        public Tensor cholesky_solve(Tensor input2, bool upper = false)
        {
            using var self = Use(this);
            using var factor = Use(input2);
            return Made(Native.at_cholesky_solve(self, factor, Flag(upper)));
        }

        public (Tensor a, Tensor tau) geqrf()
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            Done(Native.at_geqrf(self, results));
            return (Own(results[0]), Own(results[1]));
        }

        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false)
        {
            using var self = Use(this);
            using var scales = Use(tau);
            using var factor = Use(other);
            return Made(Native.at_ormqr(self, scales, factor, Flag(left), Flag(transpose)));
        }
    }

    public static Tensor matrix_power(Tensor input, int n) => Given(input).matrix_power(n);

    public static Tensor matrix_exp(Tensor input) => Given(input).matrix_exp();

    public static Tensor det(Tensor input) => Given(input).det();

    public static Tensor logdet(Tensor input) => Given(input).logdet();

    /// <summary>The sign of the determinant, and the logarithm of its absolute value.</summary>
    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => linalg.slogdet(A);

    public static Tensor inverse(Tensor input) => Given(input).inverse();

    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => Given(input).pinverse(rcond, hermitian);

    [Obsolete(CholeskyMoved, false)]
    public static Tensor cholesky(Tensor input) => Given(input).cholesky();

    [Obsolete(CholeskyMoved, false)]
    public static Tensor cholesky(Tensor input, bool upper) => Given(input).cholesky(upper);

    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => Given(input).cholesky_inverse(upper);

    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) => Given(input).cholesky_solve(input2, upper);

    public static (Tensor a, Tensor tau) geqrf(Tensor input) => Given(input).geqrf();

    public static Tensor orgqr(Tensor input, Tensor tau) => Binary(&Native.at_linalg_householder_product, Given(input), tau);

    public static Tensor ormqr(Tensor input, Tensor tau, Tensor other, bool left = true, bool transpose = false) =>
        Given(input).ormqr(tau, other, left, transpose);

    /// <summary>
    /// Both triangles in one matrix, the pivots, and, where <paramref name="get_infos"/> asks for it instead of an exception, where the
    /// decomposition fails; else the third is null.
    /// </summary>
    public static (Tensor A_LU, Tensor pivots, Tensor infos) lu(Tensor A, bool pivot = true, bool get_infos = false)
    {
        using var matrix = Use(A);
        var results = stackalloc Produced[3];
        Done(Native.at_linalg_lu_factor_ex(matrix, Flag(pivot), Flag(!get_infos), results));
        var infos = Tensor.Own(results[2]);
        if (get_infos) return (Tensor.Own(results[0]), Tensor.Own(results[1]), infos);
        infos.Dispose();
        return (Tensor.Own(results[0]), Tensor.Own(results[1]), null!);
    }

    public static (Tensor P, Tensor L, Tensor U) lu_unpack(
        Tensor LU_data, Tensor LU_pivots, bool unpack_data = true, bool unpack_pivots = true)
    {
        using var factors = Use(LU_data);
        using var pivots = Use(LU_pivots);
        var results = stackalloc Produced[3];
        Done(Native.at_lu_unpack(factors, pivots, Flag(unpack_data), Flag(unpack_pivots), results));
        return (Tensor.Own(results[0]), Tensor.Own(results[1]), Tensor.Own(results[2]));
    }

    [Obsolete(
        "torch.lu_solve is deprecated in favor of torch.linalg.lu_solve and will be removed in a future release. "
        + "Use torch.linalg.lu_solve(LU, pivots, B) instead.",
        false)]
    public static Tensor lu_solve(Tensor b, Tensor LU_data, Tensor LU_pivots) => linalg.lu_solve(LU_data, LU_pivots, b);
}
