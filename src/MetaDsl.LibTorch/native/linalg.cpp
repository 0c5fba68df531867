// Products of matrices, and what is solved and decomposed.
#include "bridge.h"
#include "products.h"

#include <cmath>
#include <limits>
#include <string>

using namespace metadsl;

namespace {

// A whole number counts as an integer: libtorch takes no other for tensors of integers.
at::Scalar whole_or_real(double value) {
  if (std::trunc(value) == value && std::abs(value) < 9e15) return static_cast<int64_t>(value);
  return value;
}

// The factor of a term; some operations would cut it off to fit a tensor of integers.
at::Scalar factor(double value, Arg self) {
  const at::Scalar result = whole_or_real(value);
  TORCH_CHECK(!result.isFloatingPoint() || !at::isIntegralType(borrow(self).scalar_type(), true), "the factor ", value,
              " is not whole, but the tensor holds integers; convert the tensor to a floating type");
  return result;
}

// A string turns into the view that this libtorch takes, be it its own or that of the C++ library.
std::string text(const char* characters, int32_t length) { return {characters, static_cast<size_t>(length)}; }

Optional<double> optional_real(const double* value) {
  if (value == nullptr) return {};
  return *value;
}

// LAPACK follows a pivot wherever it points; a negative one stands for a block of two rows.
void expect_pivots_within(const at::Tensor& pivots, const at::Tensor& factors) {
  if (pivots.numel() == 0 || factors.dim() < 2 || !at::isIntegralType(pivots.scalar_type(), false)) return;
  const at::Tensor rows = pivots.abs();
  const int64_t least = rows.min().item<int64_t>();
  const int64_t most = rows.max().item<int64_t>();
  TORCH_CHECK(least >= 1 && most <= factors.size(-2), "a pivot is ", least < 1 ? least : most, ", but the matrix has ", factors.size(-2),
              " rows, counted from 1; pass the pivots that ldl_factor gave");
}

}  // namespace

METADSL_API Produced at_mm(Arg self, Arg other) {
  return produce(
      [&] {
        at::Tensor result = quick_product(borrow(self), borrow(other));
        return result.defined() ? result : at::mm(borrow(self), borrow(other));
      },
      self, other);
}

METADSL_BINARY(mv)
METADSL_BINARY(dot)
METADSL_BINARY(vdot)
METADSL_BINARY(matmul)
METADSL_BINARY(outer)
METADSL_BINARY(inner)
METADSL_BINARY(kron)

// beta * self + alpha * (left @ right)
#define METADSL_PRODUCT_ADDED(op) \
  METADSL_API Produced at_##op(Arg self, Arg left, Arg right, double beta, double alpha) { \
    return produce( \
        [&] { return at::op(borrow(self), borrow(left), borrow(right), factor(beta, self), factor(alpha, self)); }, self, left, right); \
  }
#define METADSL_PRODUCT_ADDED_(op) \
  METADSL_API Status at_##op##_(Arg self, Arg left, Arg right, double beta, double alpha) { \
    return perform([&] { borrow(self).op##_(borrow(left), borrow(right), factor(beta, self), factor(alpha, self)); }, self, left, right); \
  }
METADSL_API Produced at_addmm(Arg self, Arg left, Arg right, double beta, double alpha) {
  return produce(
      [&] {
        at::Tensor result;
        if (beta == 1 && alpha == 1) result = quick_product(borrow(left), borrow(right), &borrow(self));
        if (result.defined()) return result;
        return at::addmm(borrow(self), borrow(left), borrow(right), factor(beta, self), factor(alpha, self));
      },
      self, left, right);
}

METADSL_PRODUCT_ADDED_(addmm)
METADSL_PRODUCT_ADDED(addmv)
METADSL_PRODUCT_ADDED_(addmv)
METADSL_PRODUCT_ADDED(addr)
METADSL_PRODUCT_ADDED_(addr)
METADSL_PRODUCT_ADDED(addbmm)
METADSL_PRODUCT_ADDED_(addbmm)
METADSL_PRODUCT_ADDED(baddbmm)

METADSL_API Produced at_tensordot(
    Arg self, Arg other, const int64_t* dims_self, int32_t count_self, const int64_t* dims_other, int32_t count_other) {
  return produce(
      [&] { return at::tensordot(borrow(self), borrow(other), sizes(dims_self, count_self), sizes(dims_other, count_other)); },
      self, other);
}

METADSL_API Produced at_einsum(const char* equation, int32_t length, Arg* tensors, int32_t count) {
  return produce([&] { return at::einsum(text(equation, length), borrow_list(tensors, count)); });
}

METADSL_API Produced at_chain_matmul(Arg* matrices, int32_t count) {
  return produce([&] {
    TORCH_CHECK(count > 0, "there is no matrix to multiply; give at least one");
    if (count == 1) return at::alias(borrow(matrices[0]));
    // at::chain_matmul does the same, and warns that it is going to be removed.
    return at::linalg_multi_dot(borrow_list(matrices, count));
  });
}

METADSL_API Produced at_linalg_multi_dot(Arg* tensors, int32_t count) {
  return produce([&] { return at::linalg_multi_dot(borrow_list(tensors, count)); });
}

METADSL_API Produced at_cdist(Arg x1, Arg x2, double p, int64_t compute_mode) {
  return produce([&] { return at::cdist(borrow(x1), borrow(x2), p, compute_mode); }, x1, x2);
}

METADSL_API Produced at_linalg_cross(Arg self, Arg other, int64_t dim) {
  return produce([&] { return at::linalg_cross(borrow(self), borrow(other), dim); }, self, other);
}

METADSL_API Produced at_linalg_vecdot(Arg x, Arg y, int64_t dim) {
  return produce([&] { return at::linalg_vecdot(borrow(x), borrow(y), dim); }, x, y);
}

METADSL_API Status at_linalg_vecdot_out(Arg result, Arg x, Arg y, int64_t dim) {
  return perform([&] { at::Tensor out = borrow(result); at::linalg_vecdot_out(out, borrow(x), borrow(y), dim); }, result, x, y);
}

METADSL_API Produced at_linalg_diagonal(Arg self, int64_t offset, int64_t dim1, int64_t dim2) {
  return produce([&] { return at::linalg_diagonal(borrow(self), offset, dim1, dim2); }, self);
}

METADSL_API Produced at_linalg_vander(Arg self, const int64_t* columns) {
  return produce(
      [&] {
        Optional<int64_t> n;
        if (columns != nullptr) n = *columns;
        return at::linalg_vander(borrow(self), n);
      },
      self);
}

METADSL_UNARY(linalg_det)
METADSL_UNARY(logdet)
METADSL_UNARY(linalg_inv)
METADSL_UNARY(linalg_svdvals)
METADSL_UNARY(linalg_cholesky)
METADSL_BINARY(linalg_householder_product)

METADSL_API Produced at_linalg_matrix_exp(Arg self) {
  return produce(
      [&] {
        const at::Tensor& a = borrow(self);
        at::Tensor result = at::linalg_matrix_exp(a);
        if (a.numel() == 0) return result;
        // libtorch leaves the memory of a result as it found it where the matrix is not finite.
        const at::Tensor broken = at::isfinite(a).logical_not().flatten(-2).any(-1, true).unsqueeze(-1);
        return result.masked_fill(broken, std::numeric_limits<double>::quiet_NaN());
      },
      self);
}

METADSL_API Produced at_linalg_matrix_power(Arg self, int64_t n) {
  return produce([&] { return at::linalg_matrix_power(borrow(self), n); }, self);
}

METADSL_API Status at_linalg_slogdet(Arg self, Produced* results) {
  return produce_each(results, [&] { return at::linalg_slogdet(borrow(self)); }, self);
}

METADSL_API Status at_linalg_inv_ex(Arg self, Flag check_errors, Produced* results) {
  return produce_each(results, [&] { return at::linalg_inv_ex(borrow(self), check_errors != 0); }, self);
}

METADSL_API Produced at_cholesky(Arg self, Flag upper) {
  return produce([&] { return at::linalg_cholesky(borrow(self), upper != 0); }, self);
}

METADSL_API Status at_linalg_cholesky_ex(Arg self, Flag check_errors, Produced* results) {
  return produce_each(results, [&] { return at::linalg_cholesky_ex(borrow(self), false, check_errors != 0); }, self);
}

METADSL_API Produced at_cholesky_inverse(Arg self, Flag upper) {
  return produce([&] { return at::cholesky_inverse(borrow(self), upper != 0); }, self);
}

METADSL_API Produced at_cholesky_solve(Arg self, Arg factor, Flag upper) {
  return produce([&] { return at::cholesky_solve(borrow(self), borrow(factor), upper != 0); }, self, factor);
}

METADSL_API Produced at_linalg_solve(Arg a, Arg b, Flag left) {
  return produce([&] { return at::linalg_solve(borrow(a), borrow(b), left != 0); }, a, b);
}

METADSL_API Status at_linalg_solve_ex(Arg a, Arg b, Flag left, Flag check_errors, Produced* results) {
  return produce_each(results, [&] { return at::linalg_solve_ex(borrow(a), borrow(b), left != 0, check_errors != 0); }, a, b);
}

METADSL_API Produced at_linalg_solve_triangular(Arg a, Arg b, Flag upper, Flag left, Flag unitriangular) {
  return produce([&] { return at::linalg_solve_triangular(borrow(a), borrow(b), upper != 0, left != 0, unitriangular != 0); }, a, b);
}

METADSL_API Status at_linalg_solve_triangular_out(Arg result, Arg a, Arg b, Flag upper, Flag left, Flag unitriangular) {
  return perform(
      [&] {
        at::Tensor out = borrow(result);
        at::linalg_solve_triangular_out(out, borrow(a), borrow(b), upper != 0, left != 0, unitriangular != 0);
      },
      result, a, b);
}

METADSL_API Status at_linalg_lstsq(Arg a, Arg b, const double* rcond, Produced* results) {
  return produce_each(results, [&] { return at::linalg_lstsq(borrow(a), borrow(b), optional_real(rcond)); }, a, b);
}

METADSL_API Produced at_linalg_tensorinv(Arg self, int64_t ind) {
  return produce(
      [&] {
        const int64_t dims = borrow(self).dim();
        TORCH_CHECK(ind > 0 && ind <= dims, "'ind' is ", ind, ", but the tensor has ", dims, " dimensions; choose between 1 and that");
        return at::linalg_tensorinv(borrow(self), ind);
      },
      self);
}

METADSL_API Produced at_linalg_tensorsolve(Arg a, Arg b, const int64_t* dims, int32_t count) {
  return produce(
      [&] {
        TORCH_CHECK(borrow(a).dim() >= borrow(b).dim(),
                    "'A' has fewer dimensions than 'B'; its shape is that of 'B' followed by that of the solution");
        return at::linalg_tensorsolve(borrow(a), borrow(b), optional_sizes(dims, count));
      },
      a, b);
}

METADSL_API Status at_linalg_lu(Arg self, Flag pivot, Produced* results) {
  return produce_each(results, [&] { return at::linalg_lu(borrow(self), pivot != 0); }, self);
}

METADSL_API Status at_linalg_lu_factor_ex(Arg self, Flag pivot, Flag check_errors, Produced* results) {
  return produce_each(results, [&] { return at::linalg_lu_factor_ex(borrow(self), pivot != 0, check_errors != 0); }, self);
}

METADSL_API Produced at_linalg_lu_solve(Arg lu, Arg pivots, Arg b, Flag left, Flag adjoint) {
  return produce([&] { return at::linalg_lu_solve(borrow(lu), borrow(pivots), borrow(b), left != 0, adjoint != 0); }, lu, pivots, b);
}

METADSL_API Status at_linalg_lu_solve_out(Arg result, Arg lu, Arg pivots, Arg b, Flag left, Flag adjoint) {
  return perform(
      [&] {
        at::Tensor out = borrow(result);
        at::linalg_lu_solve_out(out, borrow(lu), borrow(pivots), borrow(b), left != 0, adjoint != 0);
      },
      result, lu, pivots, b);
}

METADSL_API Status at_lu_unpack(Arg lu, Arg pivots, Flag unpack_data, Flag unpack_pivots, Produced* results) {
  return produce_each(results, [&] { return at::lu_unpack(borrow(lu), borrow(pivots), unpack_data != 0, unpack_pivots != 0); }, lu, pivots);
}

METADSL_API Status at_linalg_ldl_factor_ex(Arg self, Flag hermitian, Flag check_errors, Produced* results) {
  return produce_each(results, [&] { return at::linalg_ldl_factor_ex(borrow(self), hermitian != 0, check_errors != 0); }, self);
}

METADSL_API Produced at_linalg_ldl_solve(Arg ld, Arg pivots, Arg b, Flag hermitian) {
  return produce(
      [&] {
        expect_pivots_within(borrow(pivots), borrow(ld));
        return at::linalg_ldl_solve(borrow(ld), borrow(pivots), borrow(b), hermitian != 0);
      },
      ld, pivots, b);
}

METADSL_API Status at_geqrf(Arg self, Produced* results) {
  return produce_each(results, [&] { return at::geqrf(borrow(self)); }, self);
}

METADSL_API Produced at_ormqr(Arg self, Arg tau, Arg other, Flag left, Flag transpose) {
  return produce([&] { return at::ormqr(borrow(self), borrow(tau), borrow(other), left != 0, transpose != 0); }, self, tau, other);
}

METADSL_API Status at_linalg_qr(Arg self, const char* mode, int32_t length, Produced* results) {
  return produce_each(results, [&] { return at::linalg_qr(borrow(self), text(mode, length)); }, self);
}

METADSL_API Status at_linalg_svd(Arg self, Flag full_matrices, Produced* results) {
  return produce_each(results, [&] { return at::linalg_svd(borrow(self), full_matrices != 0); }, self);
}

METADSL_API Status at_linalg_eigh(Arg self, const char* triangle, int32_t length, Produced* results) {
  return produce_each(results, [&] { return at::linalg_eigh(borrow(self), text(triangle, length)); }, self);
}

METADSL_API Produced at_linalg_eigvalsh(Arg self, const char* triangle, int32_t length) {
  return produce([&] { return at::linalg_eigvalsh(borrow(self), text(triangle, length)); }, self);
}

METADSL_API Produced at_linalg_pinv(Arg self, const double* atol, const double* rtol, Flag hermitian) {
  return produce([&] { return at::linalg_pinv(borrow(self), optional_real(atol), optional_real(rtol), hermitian != 0); }, self);
}

METADSL_API Produced at_linalg_pinv_tensor(Arg self, Arg atol, Arg rtol, Flag hermitian) {
  return produce(
      [&] { return at::linalg_pinv(borrow(self), borrow_optional(atol), borrow_optional(rtol), hermitian != 0); }, self, atol, rtol);
}

METADSL_API Produced at_linalg_matrix_rank(Arg self, const double* atol, const double* rtol, Flag hermitian) {
  return produce([&] { return at::linalg_matrix_rank(borrow(self), optional_real(atol), optional_real(rtol), hermitian != 0); }, self);
}

METADSL_API Produced at_linalg_matrix_rank_tensor(Arg self, Arg atol, Arg rtol, Flag hermitian) {
  return produce(
      [&] { return at::linalg_matrix_rank(borrow(self), borrow_optional(atol), borrow_optional(rtol), hermitian != 0); }, self, atol, rtol);
}

METADSL_API Produced at_linalg_cond(Arg self, const double* order) {
  return produce(
      [&] {
        Optional<at::Scalar> p;
        if (order != nullptr) p = whole_or_real(*order);
        return at::linalg_cond(borrow(self), p);
      },
      self);
}

METADSL_API Produced at_linalg_cond_named(Arg self, const char* order, int32_t length) {
  return produce([&] { return at::linalg_cond(borrow(self), text(order, length)); }, self);
}

METADSL_API Produced at_linalg_norm(Arg self, const double* order, const int64_t* dims, int32_t count, Flag keepdim) {
  return produce(
      [&] {
        Optional<at::Scalar> ord;
        if (order != nullptr) ord = whole_or_real(*order);
        return at::linalg_norm(borrow(self), ord, optional_sizes(dims, count), keepdim != 0);
      },
      self);
}

METADSL_API Produced at_linalg_norm_named(Arg self, const char* order, int32_t length, const int64_t* dims, int32_t count, Flag keepdim) {
  return produce([&] { return at::linalg_norm(borrow(self), text(order, length), optional_sizes(dims, count), keepdim != 0); }, self);
}

METADSL_API Produced at_linalg_vector_norm(Arg self, double order, const int64_t* dims, int32_t count, Flag keepdim) {
  return produce([&] { return at::linalg_vector_norm(borrow(self), order, optional_sizes(dims, count), keepdim != 0); }, self);
}

METADSL_API Produced at_linalg_matrix_norm(Arg self, double order, const int64_t* dims, int32_t count, Flag keepdim) {
  return produce([&] { return at::linalg_matrix_norm(borrow(self), whole_or_real(order), sizes(dims, count), keepdim != 0); }, self);
}

METADSL_API Produced at_linalg_matrix_norm_named(
    Arg self, const char* order, int32_t length, const int64_t* dims, int32_t count, Flag keepdim) {
  return produce([&] { return at::linalg_matrix_norm(borrow(self), text(order, length), sizes(dims, count), keepdim != 0); }, self);
}
