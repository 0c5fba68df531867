// The products of matrices. at::bmm is one at::addmm a matrix in a libtorch without MKL, such as Debian's, whose views and checks cost
// more than the arithmetic of small matrices; and OpenBLAS wakes threads for matrices that are multiplied before these run. Here small
// matrices go straight to our kernel, and the other ones of a batch to the BLAS that libtorch itself uses.
#include "products.h"
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

// Where the elements of a matrix, or of a batch of them, lie: each matrix by rows, or by columns.
struct Layout {
  int64_t batch_stride, row_stride, column_stride;

  explicit Layout(const at::Tensor& tensor)
      : batch_stride(tensor.dim() == 3 ? tensor.stride(0) : 0), row_stride(tensor.stride(-2)), column_stride(tensor.stride(-1)) {
    // The stride of a dimension of one element means nothing, so it may be what suits.
    if (tensor.size(-2) == 1) row_stride = column_stride == 1 ? tensor.size(-1) : 1;
    if (tensor.size(-1) == 1) column_stride = row_stride == 1 ? tensor.size(-2) : 1;
  }

  bool by_rows() const { return column_stride == 1; }
  bool has_lines() const { return by_rows() || row_stride == 1; }
  int64_t leading() const { return by_rows() ? row_stride : column_stride; }

  bool suits_blas(const at::Tensor& tensor) const {
    return has_lines() && leading() >= tensor.size(by_rows() ? -1 : -2) && leading() <= std::numeric_limits<int>::max();
  }
};

// Whether the elements lie in memory as they are, and no graph asks for what is done to them.
bool is_plain(const at::Tensor& tensor) {
  return tensor.layout() == at::kStrided && tensor.device().is_cpu() && tensor.numel() > 0 && !tensor.is_neg() &&
         !tensor._is_zerotensor() && !(c10::GradMode::is_enabled() && tensor.requires_grad());
}

bool are_factors(const at::Tensor& left, const at::Tensor& right, int64_t dims) {
  return !at::hasMKL() && is_plain(left) && is_plain(right) && left.dim() == dims && right.dim() == dims &&
         left.scalar_type() == right.scalar_type() && left.size(-1) == right.size(-2);
}

bool is_for_us(const at::Tensor& left, const at::Tensor& right) {
  const auto fits_int = [](const at::Tensor& tensor) {
    return std::max(tensor.size(1), tensor.size(2)) <= std::numeric_limits<int>::max();
  };
  return are_factors(left, right, 3) && left.size(0) == right.size(0) && fits_int(left) && fits_int(right) &&
         Layout(left).suits_blas(left) && Layout(right).suits_blas(right);
}

// Whether it has the shape of a product of so many rows and columns, or is repeated to have it.
bool is_term(const at::Tensor& added, int64_t rows, int64_t columns) {
  const auto fits = [&](int64_t dim, int64_t size) { return added.dim() < -dim || added.size(dim) == size || added.size(dim) == 1; };
  return added.dim() <= 2 && fits(-1, columns) && fits(-2, rows);
}

template <class T>
at::Tensor small_product(const at::Tensor& left, const at::Tensor& right, const at::Tensor* added) {
  const int64_t rows = left.size(0), inner = left.size(1), columns = right.size(1);
  const Layout a(left), b(right);
  if (!has_small_product<T>(rows, inner, columns) || !a.has_lines() || !b.has_lines()) return {};

  SmallProduct<T> product{rows, inner, columns, left.data_ptr<T>(), a.row_stride, a.column_stride, right.data_ptr<T>(), b.row_stride,
                          b.column_stride, nullptr};
  if (added != nullptr) {
    const auto stride = [&](int64_t dim) { return added->dim() < -dim || added->size(dim) == 1 ? 0 : added->stride(dim); };
    product.start = added->data_ptr<T>();
    product.start_row = stride(-2);
    product.start_column = stride(-1);
    if ((columns == 1 ? product.start_row : product.start_column) > 1) return {};
  }
  at::Tensor result = at::empty({rows, columns}, left.options());
  product.result = result.data_ptr<T>();
  multiply(product);
  return result;
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

at::Tensor metadsl::quick_product(const at::Tensor& left, const at::Tensor& right, const at::Tensor* added) {
  if (!are_factors(left, right, 2)) return {};
  const at::ScalarType type = left.scalar_type();
  if (added != nullptr && !(is_plain(*added) && added->scalar_type() == type && is_term(*added, left.size(0), right.size(1)))) return {};
  if (type == at::kFloat) return small_product<float>(left, right, added);
  if (type == at::kDouble) return small_product<double>(left, right, added);
  return {};
}

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
