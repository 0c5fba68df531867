// The product of two small matrices, by a kernel for processors with AVX2.
#pragma once

#include <cstdint>

namespace metadsl {

// rows x inner times inner x columns. Each factor lies by rows or by columns, in any distance of each other; the result by rows,
// without gaps. The sums begin with the elements of a start, if there is one, which the rows or the columns may share: along the
// columns, or along the rows where there is one column, these are 0 or 1 apart.
template <class T>
struct SmallProduct {
  int64_t rows, inner, columns;
  const T* left;
  int64_t left_row, left_column;
  const T* right;
  int64_t right_row, right_column;
  T* result;
  const T* start = nullptr;
  int64_t start_row = 0, start_column = 0;
};

// Whether this processor has the kernel, and it is made for these sizes.
template <class T>
bool has_small_product(int64_t rows, int64_t inner, int64_t columns);

// Each element is the sum over the inner dimension from first to last, wherever the matrices lie: equal factors have equal products.
template <class T>
void multiply(SmallProduct<T> product);

}  // namespace metadsl
