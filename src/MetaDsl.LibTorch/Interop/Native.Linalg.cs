using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // linalg.cpp
    [DllImport(Library)] internal static extern Produced at_mm(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_bmm(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_mv(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_dot(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_vdot(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_matmul(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_outer(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_inner(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_kron(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_addmm(nint self, nint left, nint right, double beta, double alpha);
    [DllImport(Library)] internal static extern int at_addmm_(nint self, nint left, nint right, double beta, double alpha);
    [DllImport(Library)] internal static extern Produced at_addmv(nint self, nint left, nint right, double beta, double alpha);
    [DllImport(Library)] internal static extern int at_addmv_(nint self, nint left, nint right, double beta, double alpha);
    [DllImport(Library)] internal static extern Produced at_addr(nint self, nint left, nint right, double beta, double alpha);
    [DllImport(Library)] internal static extern int at_addr_(nint self, nint left, nint right, double beta, double alpha);
    [DllImport(Library)] internal static extern Produced at_addbmm(nint self, nint left, nint right, double beta, double alpha);
    [DllImport(Library)] internal static extern int at_addbmm_(nint self, nint left, nint right, double beta, double alpha);
    [DllImport(Library)] internal static extern Produced at_baddbmm(nint self, nint left, nint right, double beta, double alpha);
    [DllImport(Library)] internal static extern Produced at_tensordot(
        nint self, nint other, long* dimsSelf, int countSelf, long* dimsOther, int countOther);
    [DllImport(Library)] internal static extern Produced at_einsum(byte* equation, int length, nint* tensors, int count);
    [DllImport(Library)] internal static extern Produced at_chain_matmul(nint* matrices, int count);
    [DllImport(Library)] internal static extern Produced at_linalg_multi_dot(nint* tensors, int count);
    [DllImport(Library)] internal static extern Produced at_cdist(nint x1, nint x2, double p, long computeMode);
    [DllImport(Library)] internal static extern Produced at_linalg_cross(nint self, nint other, long dim);
    [DllImport(Library)] internal static extern Produced at_linalg_vecdot(nint x, nint y, long dim);
    [DllImport(Library)] internal static extern int at_linalg_vecdot_out(nint result, nint x, nint y, long dim);
    [DllImport(Library)] internal static extern Produced at_linalg_diagonal(nint self, long offset, long dim1, long dim2);
    [DllImport(Library)] internal static extern Produced at_linalg_vander(nint self, long* columns);
    [DllImport(Library)] internal static extern Produced at_linalg_det(nint self);
    [DllImport(Library)] internal static extern Produced at_logdet(nint self);
    [DllImport(Library)] internal static extern Produced at_linalg_inv(nint self);
    [DllImport(Library)] internal static extern Produced at_linalg_svdvals(nint self);
    [DllImport(Library)] internal static extern Produced at_linalg_cholesky(nint self);
    [DllImport(Library)] internal static extern Produced at_linalg_householder_product(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_linalg_matrix_exp(nint self);
    [DllImport(Library)] internal static extern Produced at_linalg_matrix_power(nint self, long n);
    [DllImport(Library)] internal static extern int at_linalg_slogdet(nint self, Produced* results);
    [DllImport(Library)] internal static extern int at_linalg_inv_ex(nint self, int checkErrors, Produced* results);
    [DllImport(Library)] internal static extern Produced at_cholesky(nint self, int upper);
    [DllImport(Library)] internal static extern int at_linalg_cholesky_ex(nint self, int checkErrors, Produced* results);
    [DllImport(Library)] internal static extern Produced at_cholesky_inverse(nint self, int upper);
    [DllImport(Library)] internal static extern Produced at_cholesky_solve(nint self, nint factor, int upper);
    [DllImport(Library)] internal static extern Produced at_linalg_solve(nint a, nint b, int left);
    [DllImport(Library)] internal static extern int at_linalg_solve_ex(nint a, nint b, int left, int checkErrors, Produced* results);
    [DllImport(Library)] internal static extern Produced at_linalg_solve_triangular(nint a, nint b, int upper, int left, int unitriangular);
    [DllImport(Library)] internal static extern int at_linalg_solve_triangular_out(
        nint result, nint a, nint b, int upper, int left, int unitriangular);
    [DllImport(Library)] internal static extern int at_linalg_lstsq(nint a, nint b, double* rcond, Produced* results);
    [DllImport(Library)] internal static extern Produced at_linalg_tensorinv(nint self, long ind);
    [DllImport(Library)] internal static extern Produced at_linalg_tensorsolve(nint a, nint b, long* dims, int count);
    [DllImport(Library)] internal static extern int at_linalg_lu(nint self, int pivot, Produced* results);
    [DllImport(Library)] internal static extern int at_linalg_lu_factor_ex(nint self, int pivot, int checkErrors, Produced* results);
    [DllImport(Library)] internal static extern Produced at_linalg_lu_solve(nint lu, nint pivots, nint b, int left, int adjoint);
    [DllImport(Library)] internal static extern int at_linalg_lu_solve_out(
        nint result, nint lu, nint pivots, nint b, int left, int adjoint);
    [DllImport(Library)] internal static extern int at_lu_unpack(nint lu, nint pivots, int unpackData, int unpackPivots, Produced* results);
    [DllImport(Library)] internal static extern int at_linalg_ldl_factor_ex(nint self, int hermitian, int checkErrors, Produced* results);
    [DllImport(Library)] internal static extern Produced at_linalg_ldl_solve(nint ld, nint pivots, nint b, int hermitian);
    [DllImport(Library)] internal static extern int at_geqrf(nint self, Produced* results);
    [DllImport(Library)] internal static extern Produced at_ormqr(nint self, nint tau, nint other, int left, int transpose);
    [DllImport(Library)] internal static extern int at_linalg_qr(nint self, byte* mode, int length, Produced* results);
    [DllImport(Library)] internal static extern int at_linalg_svd(nint self, int fullMatrices, Produced* results);
    [DllImport(Library)] internal static extern int at_linalg_eigh(nint self, byte* triangle, int length, Produced* results);
    [DllImport(Library)] internal static extern Produced at_linalg_eigvalsh(nint self, byte* triangle, int length);
    [DllImport(Library)] internal static extern Produced at_linalg_pinv(nint self, double* atol, double* rtol, int hermitian);
    [DllImport(Library)] internal static extern Produced at_linalg_pinv_tensor(nint self, nint atol, nint rtol, int hermitian);
    [DllImport(Library)] internal static extern Produced at_linalg_matrix_rank(nint self, double* atol, double* rtol, int hermitian);
    [DllImport(Library)] internal static extern Produced at_linalg_matrix_rank_tensor(nint self, nint atol, nint rtol, int hermitian);
    [DllImport(Library)] internal static extern Produced at_linalg_cond(nint self, double* order);
    [DllImport(Library)] internal static extern Produced at_linalg_cond_named(nint self, byte* order, int length);
    [DllImport(Library)] internal static extern Produced at_linalg_norm(nint self, double* order, long* dims, int count, int keepdim);
    [DllImport(Library)] internal static extern Produced at_linalg_norm_named(
        nint self, byte* order, int length, long* dims, int count, int keepdim);
    [DllImport(Library)] internal static extern Produced at_linalg_vector_norm(nint self, double order, long* dims, int count, int keepdim);
    [DllImport(Library)] internal static extern Produced at_linalg_matrix_norm(nint self, double order, long* dims, int count, int keepdim);
    [DllImport(Library)] internal static extern Produced at_linalg_matrix_norm_named(
        nint self, byte* order, int length, long* dims, int count, int keepdim);
}
