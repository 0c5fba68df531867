// The product of batches. A libtorch without MKL, such as Debian's, runs at::bmm as one at::addmm a matrix, whose views and checks
// cost more than the arithmetic of small matrices. Here each matrix goes straight to our kernel for small ones, or to the BLAS that
// libtorch itself uses.
#include "bridge.h"
#include "small_products.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>

#include <algorithm>
#include <limits>

using namespace metadsl;

// The Fortran interface, which is what libtorch calls. Weak, since a libtorch may keep its BLAS to itself.
extern "C" {
__attribute__((weak)) void sgemm_(
    const char*, const char*, const int*, const int*, const int*, const float*, const float*, const int*, const float*, const int*,
    const float*, float*, const int*);
__attribute__((weak)) void dgemm_(
    const char*, const char*, const int*, const int*, const int*, const double*, const double*, const int*, const double*, const int*,
    const double*, double*, const int*);
}

namespace {

// Where the elements of a batch of matrices lie: each matrix by rows, or by columns.
struct Layout {
  int64_t batch_stride, row_stride, column_stride;

  explicit Layout(const at::Tensor& tensor) : batch_stride(tensor.stride(0)), row_stride(tensor.stride(1)), column_stride(tensor.stride(2)) {
    // The stride of a dimension of one element means nothing, so it may be what suits.
    if (tensor.size(1) == 1) row_stride = column_stride == 1 ? tensor.size(2) : 1;
    if (tensor.size(2) == 1) column_stride = row_stride == 1 ? tensor.size(1) : 1;
  }

  bool by_rows() const { return column_stride == 1; }
  int64_t leading() const { return by_rows() ? row_stride : column_stride; }

  bool suits_blas(const at::Tensor& tensor) const {
    return (by_rows() || row_stride == 1) && leading() >= tensor.size(by_rows() ? 2 : 1) && leading() <= std::numeric_limits<int>::max();
  }
};

bool is_plain(const at::Tensor& tensor) {
  return tensor.layout() == at::kStrided && tensor.device().is_cpu() && tensor.dim() == 3 && tensor.numel() > 0 && !tensor.is_neg() &&
         !tensor._is_zerotensor();
}

bool is_for_us(const at::Tensor& left, const at::Tensor& right) {
  const auto fits_int = [](const at::Tensor& tensor) {
    return std::max(tensor.size(1), tensor.size(2)) <= std::numeric_limits<int>::max();
  };
  return !at::hasMKL() && is_plain(left) && is_plain(right) && left.scalar_type() == right.scalar_type() &&
         left.size(0) == right.size(0) && left.size(2) == right.size(1) && fits_int(left) && fits_int(right) &&
         !(c10::GradMode::is_enabled() && (left.requires_grad() || right.requires_grad())) && Layout(left).suits_blas(left) &&
         Layout(right).suits_blas(right);
}

// In multiplications. Below the first number a matrix, libtorch's own loops over the elements are faster than a call of BLAS. A share
// below the second is not worth a thread: on a busy machine, waiting for one may take a whole slice of its time.
constexpr int64_t least_for_blas = 100, least_for_thread = 4'000'000;

template <class T, class Gemm>
at::Tensor products(const at::Tensor& left, const at::Tensor& right, Gemm* gemm) {
  const int64_t batch = left.size(0), rows = left.size(1), inner = left.size(2), columns = right.size(2);
  const int64_t work = rows * inner * columns;
  const bool is_small = has_small_product<T>(rows, inner, columns);
  if (!is_small && (!gemm || work < least_for_blas)) return at::bmm(left, right);

  at::Tensor result = at::empty({batch, rows, columns}, left.options());
  const Layout a(left), b(right);
  const T *a_data = left.data_ptr<T>(), *b_data = right.data_ptr<T>();
  T* c_data = result.data_ptr<T>();
  if (is_small) {
    at::parallel_for(0, batch, std::max<int64_t>(1, least_for_thread / work), [&](int64_t begin, int64_t end) {
      for (int64_t i = begin; i < end; i++) {
        multiply<T>({rows, inner, columns, a_data + i * a.batch_stride, a.row_stride, a.column_stride, b_data + i * b.batch_stride,
                     b.row_stride, b.column_stride, c_data + i * rows * columns});
      }
    });
    return result;
  }

  // BLAS counts by columns, so it is asked for the transposed product: that of the transposed factors the other way round. It divides
  // a large matrix among threads itself.
  const int m = columns, n = rows, k = inner, a_leading = a.leading(), b_leading = b.leading();
  const T one = 1, zero = 0;
  for (int64_t i = 0; i < batch; i++) {
    gemm(b.by_rows() ? "N" : "T", a.by_rows() ? "N" : "T", &m, &n, &k, &one, b_data + i * b.batch_stride, &b_leading,
         a_data + i * a.batch_stride, &a_leading, &zero, c_data + i * rows * columns, &m);
  }
  return result;
}

}  // namespace

METADSL_API Produced at_bmm(Arg self, Arg other) {
  return produce(
      [&] {
        const at::Tensor &left = borrow(self), &right = borrow(other);
        if (is_for_us(left, right)) {
          if (left.scalar_type() == at::kFloat) return products<float>(left, right, sgemm_);
          if (left.scalar_type() == at::kDouble) return products<double>(left, right, dgemm_);
        }
        return at::bmm(left, right);
      },
      self, other);
}
