// A tile of sums stays in registers while the inner dimension passes by: a vector of columns of the right, times one element of the
// left for each row. The left is read as it lies; a right that lies by columns is turned into rows first, a panel at a time.
#include "small_products.h"

#include <algorithm>

#if defined(__x86_64__)
#include <immintrin.h>

namespace {

using metadsl::SmallProduct;

#define METADSL_AVX2 __attribute__((target("avx2,fma")))
#define METADSL_AVX2_INLINE __attribute__((target("avx2,fma"), always_inline)) static inline

// A vector of 32 bytes of each type; a mask picks the first elements of one.
template <class T>
struct Vector;
#define METADSL_VECTOR(T, Register, suffix) \
  template <> \
  struct Vector<T> { \
    using Value = Register; \
    METADSL_AVX2_INLINE Value zero() { return _mm256_setzero_##suffix(); } \
    METADSL_AVX2_INLINE Value all(T value) { return _mm256_set1_##suffix(value); } \
    METADSL_AVX2_INLINE Value load(const T* from) { return _mm256_loadu_##suffix(from); } \
    METADSL_AVX2_INLINE Value load(const T* from, __m256i mask) { return _mm256_maskload_##suffix(from, mask); } \
    METADSL_AVX2_INLINE void store(T* to, Value value) { _mm256_storeu_##suffix(to, value); } \
    METADSL_AVX2_INLINE void store(T* to, Value value, __m256i mask) { _mm256_maskstore_##suffix(to, mask, value); } \
    METADSL_AVX2_INLINE Value add_product(Value sum, Value a, Value b) { return _mm256_fmadd_##suffix(a, b, sum); } \
    METADSL_AVX2_INLINE Value low_pairs(Value a, Value b) { return _mm256_unpacklo_##suffix(a, b); } \
    METADSL_AVX2_INLINE Value high_pairs(Value a, Value b) { return _mm256_unpackhi_##suffix(a, b); } \
    METADSL_AVX2_INLINE Value low_halves(Value a, Value b) { return _mm256_permute2f128_##suffix(a, b, 0x20); } \
    METADSL_AVX2_INLINE Value high_halves(Value a, Value b) { return _mm256_permute2f128_##suffix(a, b, 0x31); } \
  };
METADSL_VECTOR(float, __m256, ps)
METADSL_VECTOR(double, __m256d, pd)

template <class T>
constexpr int64_t width = 32 / sizeof(T);

int64_t divided_up(int64_t a, int64_t b) { return (a + b - 1) / b; }

template <class T>
METADSL_AVX2_INLINE __m256i first(int64_t count) {
  static constexpr int64_t lanes[8] = {-1, -1, -1, -1, 0, 0, 0, 0};
  const int64_t bytes = std::min(count, width<T>) * sizeof(T);
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(reinterpret_cast<const char*>(lanes) + 32 - bytes));
}

// A part of a result that fits into registers: so many rows of so many vectors, the last of which may not be full. Every loop over
// the sums is unrolled, without which they would be an array in memory.
template <class T, int Rows, int Vectors>
METADSL_AVX2 void tile(const SmallProduct<T>& p, int64_t result_row) {
  using V = Vector<T>;
  constexpr int64_t full = (Vectors - 1) * width<T>;
  const bool is_full = p.columns == full + width<T>;
  const __m256i mask = first<T>(p.columns - full);
  typename V::Value sums[Rows][Vectors], factors[Vectors];
#pragma GCC unroll 12
  for (int row = 0; row < Rows; row++) {
    const T* from = p.start + row * p.start_row;
#pragma GCC unroll 3
    for (int i = 0; i < Vectors; i++) {
      if (p.start == nullptr) sums[row][i] = V::zero();
      else if (p.start_column == 0) sums[row][i] = V::all(*from);
      else sums[row][i] = i < Vectors - 1 ? V::load(from + i * width<T>) : V::load(from + full, mask);
    }
  }
  const T *left = p.left, *right = p.right;
  for (int64_t k = 0; k < p.inner; k++, left += p.left_column, right += p.right_row) {
#pragma GCC unroll 3
    for (int i = 0; i < Vectors; i++) factors[i] = i < Vectors - 1 ? V::load(right + i * width<T>) : V::load(right + full, mask);
#pragma GCC unroll 12
    for (int row = 0; row < Rows; row++)
#pragma GCC unroll 3
      for (int i = 0; i < Vectors; i++) sums[row][i] = V::add_product(sums[row][i], V::all(left[row * p.left_row]), factors[i]);
  }
#pragma GCC unroll 12
  for (int row = 0; row < Rows; row++) {
    T* to = p.result + row * result_row;
#pragma GCC unroll 3
    for (int i = 0; i < Vectors; i++, to += width<T>) {
      if (i < Vectors - 1 || is_full) V::store(to, sums[row][i]);
      else V::store(to, sums[row][i], mask);
    }
  }
}

// Of the 16 registers; the others hold factors.
constexpr int64_t most_sums = 12;

template <class T, int Vectors, int Rows = most_sums / Vectors>
void tile_of(int64_t rows, const SmallProduct<T>& p, int64_t result_row) {
  if (rows == Rows) return tile<T, Rows, Vectors>(p, result_row);
  if constexpr (Rows > 1) tile_of<T, Vectors, Rows - 1>(rows, p, result_row);
}

// Turns columns, each in one piece, into rows that are a whole number of vectors apart.
template <class T>
METADSL_AVX2 void transpose(const T* from, int64_t column_stride, int64_t rows, int64_t columns, T* to, int64_t to_row) {
  using V = Vector<T>;
  constexpr int64_t w = width<T>, half = w / 2;
  for (int64_t row = 0; row < rows; row += w) {
    const __m256i mask = first<T>(rows - row);
    for (int64_t column = 0; column < columns; column += w) {
      typename V::Value x[w], y[w];
#pragma GCC unroll 8
      for (int64_t i = 0; i < w; i++) x[i] = column + i < columns ? V::load(from + (column + i) * column_stride + row, mask) : V::zero();
      // Merging the first with the second half of the vectors, once for each bit of the index, turns each half of each vector.
#pragma GCC unroll 2
      for (int64_t step = 1; step < half; step *= 2) {
#pragma GCC unroll 4
        for (int64_t i = 0; i < half; i++) {
          const int64_t block = i / (half / 2) * half, a = block + i % (half / 2), b = block + i % (half / 2) * 2;
          y[b] = V::low_pairs(x[a], x[a + half / 2]);
          y[b + 1] = V::high_pairs(x[a], x[a + half / 2]);
        }
#pragma GCC unroll 8
        for (int64_t i = 0; i < w; i++) x[i] = y[i];
      }
#pragma GCC unroll 4
      for (int64_t i = 0; i < half; i++) {
        V::store(to + (row + i) * to_row + column, V::low_halves(x[i], x[i + half]));
        V::store(to + (row + i + half) * to_row + column, V::high_halves(x[i], x[i + half]));
      }
    }
  }
}

// Brings the columns of a panel together, a whole number of vectors a row.
template <class T>
METADSL_AVX2 void gather(const T* from, int64_t from_row, int64_t rows, int64_t columns, T* to, int64_t to_row) {
  using V = Vector<T>;
  for (int64_t row = 0; row < rows; row++, from += from_row, to += to_row) {
    for (int64_t column = 0; column < columns; column += width<T>) V::store(to + column, V::load(from + column, first<T>(columns - column)));
  }
}

constexpr int64_t most_vectors = 3;
// A panel that is read again and again has to stay in the first cache. What is longer is multiplied in pieces, each of which goes on
// with the sums of the one before.
constexpr int64_t most_inner = 128;
// From these on, the lines of a panel where it lies drive each other out of the cache often enough to be worth moving.
constexpr int64_t least_rows_to_gather = 64, least_bytes_to_gather = 512;

template <class T>
void multiply_part(const SmallProduct<T>& p) {
  alignas(32) T rows_of_right[most_inner * most_vectors * width<T>];
  const bool is_scattered = p.rows >= least_rows_to_gather && p.right_row * int64_t{sizeof(T)} >= least_bytes_to_gather;
  int64_t vectors_left = divided_up(p.columns, width<T>);
  // Panels as equally wide, and tiles as equally high, as can be.
  for (int64_t panels = divided_up(vectors_left, most_vectors), column = 0; panels > 0; panels--) {
    const int64_t vectors = divided_up(vectors_left, panels);
    SmallProduct<T> part = p;
    part.columns = std::min(vectors * width<T>, p.columns - column);
    part.right += column * p.right_column;
    part.result += column;
    part.start += column * p.start_column;
    if (p.right_column != 1 || is_scattered) {
      if (p.right_column != 1) transpose(part.right, p.right_column, p.inner, part.columns, rows_of_right, vectors * width<T>);
      else gather(part.right, p.right_row, p.inner, part.columns, rows_of_right, vectors * width<T>);
      part.right = rows_of_right;
      part.right_row = vectors * width<T>;
    }
    int64_t rows_left = p.rows;
    for (int64_t tiles = divided_up(p.rows, most_sums / vectors); tiles > 0; tiles--) {
      const int64_t rows = divided_up(rows_left, tiles);
      if (vectors == 1) tile_of<T, 1>(rows, part, p.columns);
      else if (vectors == 2) tile_of<T, 2>(rows, part, p.columns);
      else tile_of<T, 3>(rows, part, p.columns);
      part.left += rows * p.left_row;
      part.result += rows * p.columns;
      part.start += rows * p.start_row;
      rows_left -= rows;
    }
    vectors_left -= vectors;
    column += part.columns;
  }
}

// Beyond the second cache, and beyond a tenth of a millisecond, several threads of BLAS are quicker than one of ours.
constexpr int64_t most_elements = 1 << 18, most_work = 1 << 22;

}  // namespace

template <class T>
bool metadsl::has_small_product(int64_t rows, int64_t inner, int64_t columns) {
  static const bool has_instructions = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (!has_instructions || std::max({rows, inner, columns}) > most_elements) return false;
  // Few columns leave most of a vector idle; BLAS is better at many rows of them.
  const bool is_wide = columns == 1 || 3 * columns > width<T> || rows <= 16;
  return is_wide && std::max({rows * inner, inner * columns, rows * columns}) <= most_elements && rows * inner * columns <= most_work;
}

template <class T>
void metadsl::multiply(SmallProduct<T> p) {
  // A column is the transpose of a row, which fills vectors.
  if (p.columns == 1) {
    p = {1, p.inner, p.rows, p.right, p.right_column, p.right_row, p.left, p.left_column, p.left_row, p.result, p.start, 0, p.start_row};
  }
  const int64_t inner = p.inner;
  for (int64_t done = 0; done < inner; done += most_inner) {
    p.inner = std::min(most_inner, inner - done);
    multiply_part(p);
    p.left += most_inner * p.left_column;
    p.right += most_inner * p.right_row;
    p.start = p.result;
    p.start_row = p.columns;
    p.start_column = 1;
  }
}

#else

template <class T>
bool metadsl::has_small_product(int64_t, int64_t, int64_t) {
  return false;
}

template <class T>
void metadsl::multiply(SmallProduct<T>) {}

#endif

template bool metadsl::has_small_product<float>(int64_t, int64_t, int64_t);
template bool metadsl::has_small_product<double>(int64_t, int64_t, int64_t);
template void metadsl::multiply(SmallProduct<float>);
template void metadsl::multiply(SmallProduct<double>);
