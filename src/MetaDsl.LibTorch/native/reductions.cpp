// Reductions, scans along a dimension, statistics, sorting and searching.
#include "bridge.h"

using namespace metadsl;

namespace {

Optional<int64_t> optional_dim(int64_t dim, Flag given) {
  if (given == 0) return {};
  return dim;
}

at::Tensor converted(const at::Tensor& self, int32_t dtype) { return dtype < 0 ? self : self.to(static_cast<at::ScalarType>(dtype)); }

}  // namespace

// The common forms: over all elements, and over one dimension.
#define METADSL_ALONG(op)                                                                              \
  METADSL_API Produced at_##op##_dim(Arg self, int64_t dim, Flag keepdim) {                            \
    return produce([&] { return at::op(borrow(self), dim, keepdim != 0); }, self);                     \
  }
#define METADSL_PAIR_ALONG(op)                                                                         \
  METADSL_API Status at_##op##_dim(Arg self, int64_t dim, Flag keepdim, Produced* results) {           \
    return produce_each(results, [&] { return at::op(borrow(self), dim, keepdim != 0); }, self);       \
  }
#define METADSL_SCAN(op) \
  METADSL_API Produced at_##op(Arg self, int64_t dim) { return produce([&] { return at::op(borrow(self), dim); }, self); }
#define METADSL_PAIR_SCAN(op)                                                                          \
  METADSL_API Status at_##op(Arg self, int64_t dim, Produced* results) {                               \
    return produce_each(results, [&] { return at::op(borrow(self), dim); }, self);                     \
  }
#define METADSL_TYPED_SCAN(op)                                                                         \
  METADSL_API Produced at_##op(Arg self, int64_t dim, int32_t dtype) {                                 \
    return produce([&] { return at::op(borrow(self), dim, optional_dtype(dtype)); }, self);            \
  }

// Sums, products and extremes

METADSL_UNARY(sum)
METADSL_UNARY(mean)
METADSL_UNARY(nansum)
METADSL_UNARY(all)
METADSL_ALONG(all)
METADSL_UNARY(any)
METADSL_ALONG(any)
METADSL_UNARY(max)
METADSL_PAIR_ALONG(max)
METADSL_UNARY(min)
METADSL_PAIR_ALONG(min)
METADSL_UNARY(argmax)
METADSL_ALONG(argmax)
METADSL_UNARY(argmin)
METADSL_ALONG(argmin)

METADSL_API Produced at_sum_dtype(Arg self, int32_t dtype) {
  return produce([&] { return at::sum(borrow(self), optional_dtype(dtype)); }, self);
}

METADSL_API Produced at_sum_dims(Arg self, const int64_t* dims, int32_t count, Flag keepdim, int32_t dtype) {
  return produce([&] { return at::sum(borrow(self), sizes(dims, count), keepdim != 0, optional_dtype(dtype)); }, self);
}

METADSL_API Produced at_mean_dims(Arg self, const int64_t* dims, int32_t count, Flag keepdim, int32_t dtype) {
  return produce([&] { return at::mean(borrow(self), sizes(dims, count), keepdim != 0, optional_dtype(dtype)); }, self);
}

METADSL_API Produced at_nanmean(Arg self, const int64_t* dims, int32_t count, Flag keepdim, int32_t dtype) {
  return produce([&] { return at::nanmean(borrow(self), sizes(dims, count), keepdim != 0, optional_dtype(dtype)); }, self);
}

METADSL_API Produced at_prod(Arg self, int32_t dtype) {
  return produce([&] { return at::prod(borrow(self), optional_dtype(dtype)); }, self);
}

METADSL_API Produced at_prod_dim(Arg self, int64_t dim, Flag keepdim, int32_t dtype) {
  return produce([&] { return at::prod(borrow(self), dim, keepdim != 0, optional_dtype(dtype)); }, self);
}

METADSL_API Produced at_amax(Arg self, const int64_t* dims, int32_t count, Flag keepdim) {
  return produce([&] { return at::amax(borrow(self), sizes(dims, count), keepdim != 0); }, self);
}

METADSL_API Status at_amax_out(Arg self, const int64_t* dims, int32_t count, Flag keepdim, Arg out) {
  return perform(
      [&] {
        at::Tensor target = borrow(out);
        at::amax_out(target, borrow(self), sizes(dims, count), keepdim != 0);
      },
      self, out);
}

METADSL_API Produced at_amin(Arg self, const int64_t* dims, int32_t count, Flag keepdim) {
  return produce([&] { return at::amin(borrow(self), sizes(dims, count), keepdim != 0); }, self);
}

METADSL_API Status at_amin_out(Arg self, const int64_t* dims, int32_t count, Flag keepdim, Arg out) {
  return perform(
      [&] {
        at::Tensor target = borrow(out);
        at::amin_out(target, borrow(self), sizes(dims, count), keepdim != 0);
      },
      self, out);
}

METADSL_API Status at_aminmax(Arg self, int64_t dim, Flag has_dim, Flag keepdim, Produced* results) {
  return produce_each(results, [&] { return at::aminmax(borrow(self), optional_dim(dim, has_dim), keepdim != 0); }, self);
}

METADSL_API Produced at_norm(Arg self, double p) {
  return produce([&] { return at::norm(borrow(self), p); }, self);
}

METADSL_API Produced at_norm_dim(Arg self, double p, int64_t dim, Flag keepdim) {
  return produce([&] { return at::norm(borrow(self), Optional<at::Scalar>(p), at::IntArrayRef(dim), keepdim != 0); }, self);
}

METADSL_API Produced at_logsumexp(Arg self, int64_t dim, Flag keepdim) {
  return produce([&] { return at::logsumexp(borrow(self), at::IntArrayRef(dim), keepdim != 0); }, self);
}

METADSL_API Produced at_count_nonzero(Arg self, const int64_t* dims, int32_t count) {
  return produce([&] { return count == 0 ? at::count_nonzero(borrow(self)) : at::count_nonzero(borrow(self), sizes(dims, count)); }, self);
}

METADSL_API Produced at_softmax(Arg self, int64_t dim, int32_t dtype) {
  return produce([&] { return at::softmax(borrow(self), dim, optional_dtype(dtype)); }, self);
}

METADSL_API Produced at_log_softmax(Arg self, int64_t dim, int32_t dtype) {
  return produce([&] { return at::log_softmax(borrow(self), dim, optional_dtype(dtype)); }, self);
}

METADSL_API Produced at_renorm(Arg self, double p, int64_t dim, double maxnorm) {
  return produce([&] { return at::renorm(borrow(self), p, dim, maxnorm); }, self);
}

// Scans

METADSL_TYPED_SCAN(cumsum)
METADSL_TYPED_SCAN(cumprod)
METADSL_PAIR_SCAN(cummax)
METADSL_PAIR_SCAN(cummin)
METADSL_SCAN(logcumsumexp)

METADSL_API Produced at_diff(Arg self, int64_t n, int64_t dim, Arg prepend, Arg append) {
  return produce([&] { return at::diff(borrow(self), n, dim, borrow_optional(prepend), borrow_optional(append)); }, self, prepend, append);
}

METADSL_API Produced at_trapezoid(Arg self, Arg x, int64_t dim) {
  return produce([&] { return at::trapezoid(borrow(self), borrow(x), dim); }, self, x);
}

METADSL_API Produced at_trapezoid_dx(Arg self, double dx, int64_t dim) {
  return produce([&] { return at::trapezoid(borrow(self), at::Scalar(dx), dim); }, self);
}

METADSL_API Produced at_cumulative_trapezoid(Arg self, Arg x, int64_t dim) {
  return produce([&] { return at::cumulative_trapezoid(borrow(self), borrow(x), dim); }, self, x);
}

METADSL_API Produced at_cumulative_trapezoid_dx(Arg self, double dx, int64_t dim) {
  return produce([&] { return at::cumulative_trapezoid(borrow(self), at::Scalar(dx), dim); }, self);
}

// Statistics

#define METADSL_SPREAD(op)                                                                                                     \
  METADSL_API Produced at_##op(Arg self, Flag unbiased) {                                                                      \
    return produce([&] { return at::op(borrow(self), unbiased != 0); }, self);                                                 \
  }                                                                                                                            \
  METADSL_API Produced at_##op##_dims(Arg self, const int64_t* dims, int32_t count, Flag unbiased, Flag keepdim, int32_t dtype) { \
    return produce(                                                                                                            \
        [&] { return at::op(converted(borrow(self), dtype), sizes(dims, count), unbiased != 0, keepdim != 0); }, self);        \
  }
#define METADSL_SPREAD_AND_MEAN(op)                                                                                            \
  METADSL_API Status at_##op(Arg self, Flag unbiased, Produced* results) {                                                     \
    return produce_each(results, [&] { return at::op(borrow(self), unbiased != 0); }, self);                                   \
  }                                                                                                                            \
  METADSL_API Status at_##op##_dims(                                                                                           \
      Arg self, const int64_t* dims, int32_t count, Flag unbiased, Flag keepdim, int32_t dtype, Produced* results) {           \
    return produce_each(                                                                                                       \
        results, [&] { return at::op(converted(borrow(self), dtype), sizes(dims, count), unbiased != 0, keepdim != 0); }, self); \
  }

METADSL_SPREAD(std)
METADSL_SPREAD(var)
METADSL_SPREAD_AND_MEAN(std_mean)
METADSL_SPREAD_AND_MEAN(var_mean)
METADSL_UNARY(median)
METADSL_UNARY(nanmedian)
METADSL_PAIR_ALONG(mode)
METADSL_UNARY(corrcoef)

METADSL_API Status at_kthvalue(Arg self, int64_t k, int64_t dim, Flag keepdim, Produced* results) {
  return produce_each(results, [&] { return at::kthvalue(borrow(self), k, dim, keepdim != 0); }, self);
}

METADSL_API Produced at_quantile(Arg self, Arg q, int64_t dim, Flag keepdim) {
  return produce([&] { return at::quantile(borrow(self), borrow(q), dim, keepdim != 0); }, self, q);
}

METADSL_API Produced at_nanquantile(Arg self, Arg q, int64_t dim, Flag keepdim) {
  return produce([&] { return at::nanquantile(borrow(self), borrow(q), dim, keepdim != 0); }, self, q);
}

METADSL_API Produced at_cov(Arg self, int64_t correction, Arg fweights, Arg aweights) {
  return produce(
      [&] { return at::cov(borrow(self), correction, borrow_optional(fweights), borrow_optional(aweights)); }, self, fweights, aweights);
}

namespace {

// libtorch makes a bin number, and from that an address, of a NaN. What is none stays in no bin.
void drop_nans(at::Tensor& values, Optional<at::Tensor>* weights = nullptr) {
  if (!at::isFloatingType(values.scalar_type())) return;
  const at::Tensor kept = at::logical_not(at::isnan(values));
  if (at::all(kept).item<bool>()) return;
  if (weights != nullptr && weights->has_value()) {
    // Weights of another shape are libtorch's to refuse.
    if (!(*weights)->sizes().equals(values.sizes())) return;
    *weights = (*weights)->masked_select(kept);
  }
  values = values.masked_select(kept);
}

// libtorch counts in a tensor with one element more than the largest label, and does not notice that the length overflows.
void check_labels(const at::Tensor& labels) {
  if (labels.scalar_type() != at::kLong || labels.numel() == 0) return;
  const int64_t largest = at::max(labels).item<int64_t>();
  TORCH_CHECK(largest < (int64_t{1} << 56), "the label ", largest, " is too large: the result would have one element for each number up to it.");
}

}  // namespace

METADSL_API Produced at_histc(Arg self, int64_t bins, int64_t min, int64_t max) {
  return produce(
      [&] {
        at::Tensor values = borrow(self);
        // Without bounds the values give them, and a NaN among them is an error.
        if (min != max) drop_nans(values);
        return at::histc(values, bins, min, max);
      },
      self);
}

METADSL_API Produced at_bincount(Arg self, Arg weights, int64_t minlength) {
  return produce(
      [&] {
        check_labels(borrow(self));
        return at::bincount(borrow(self), borrow_optional(weights), minlength);
      },
      self, weights);
}

METADSL_API Status at_histogram(Arg self, Arg bins, Arg weight, Flag density, Produced* results) {
  return produce_each(
      results,
      [&] {
        at::Tensor values = borrow(self);
        Optional<at::Tensor> weights = borrow_optional(weight);
        drop_nans(values, &weights);
        return at::histogram(values, borrow(bins), weights, density != 0);
      },
      self, bins, weight);
}

// range holds two numbers, or is null.
METADSL_API Status at_histogram_bins(Arg self, int64_t bins, const double* range, Arg weight, Flag density, Produced* results) {
  return produce_each(
      results,
      [&] {
        at::Tensor values = borrow(self);
        Optional<at::Tensor> weights = borrow_optional(weight);
        Optional<at::ArrayRef<double>> within;
        if (range != nullptr) {
          within = at::ArrayRef<double>(range, 2);
          drop_nans(values, &weights);
        }
        return at::histogram(values, bins, within, weights, density != 0);
      },
      self, weight);
}

// Sorting and searching

METADSL_API Status at_sort(Arg self, int64_t dim, Flag descending, Flag stable, Produced* results) {
  return produce_each(
      results,
      [&] {
        return stable ? at::sort(borrow(self), Optional<bool>(true), dim, descending != 0) : at::sort(borrow(self), dim, descending != 0);
      },
      self);
}

METADSL_API Produced at_argsort(Arg self, int64_t dim, Flag descending) {
  return produce([&] { return at::argsort(borrow(self), dim, descending != 0); }, self);
}

METADSL_UNARY(msort)

METADSL_API Status at_topk(Arg self, int64_t k, int64_t dim, Flag largest, Flag sorted, Produced* results) {
  return produce_each(results, [&] { return at::topk(borrow(self), k, dim, largest != 0, sorted != 0); }, self);
}

namespace {

// libtorch makes empty tensors for what was not asked for; here nothing is made.
std::tuple<at::Tensor, at::Tensor, at::Tensor> as_asked(std::tuple<at::Tensor, at::Tensor, at::Tensor> found, Flag inverse, Flag counts) {
  if (inverse == 0) std::get<1>(found).reset();
  if (counts == 0) std::get<2>(found).reset();
  return found;
}

}  // namespace

METADSL_API Status at_unique(Arg self, Flag sorted, Flag inverse, Flag counts, int64_t dim, Flag has_dim, Produced* results) {
  return produce_each(
      results,
      [&] {
        auto found = has_dim ? at::unique_dim(borrow(self), dim, sorted != 0, inverse != 0, counts != 0)
                             : at::_unique2(borrow(self), sorted != 0, inverse != 0, counts != 0);
        return as_asked(std::move(found), inverse, counts);
      },
      self);
}

METADSL_API Status at_unique_consecutive(Arg self, Flag inverse, Flag counts, int64_t dim, Flag has_dim, Produced* results) {
  return produce_each(
      results,
      [&] {
        auto found = at::unique_consecutive(borrow(self), inverse != 0, counts != 0, optional_dim(dim, has_dim));
        return as_asked(std::move(found), inverse, counts);
      },
      self);
}

namespace {

// libtorch follows the indices of a sorter without looking at them.
void check_sorter(const at::Tensor& sequence, Arg sorter) {
  if (sorter == nullptr || borrow(sorter).numel() == 0 || borrow(sorter).scalar_type() != at::kLong) return;
  const auto [least, most] = at::aminmax(borrow(sorter));
  const int64_t length = sequence.dim() == 0 ? 1 : sequence.size(-1);
  TORCH_CHECK(least.item<int64_t>() >= 0 && most.item<int64_t>() < length, "'sorter' must hold indices from 0 to ", length - 1,
              ", one for each element of the last dimension of 'sorted_sequence'; take it from argsort.");
}

}  // namespace

METADSL_API Produced at_searchsorted(Arg sequence, Arg values, Flag out_int32, Flag right, Arg sorter) {
  return produce(
      [&] {
        check_sorter(borrow(sequence), sorter);
        return at::searchsorted(borrow(sequence), borrow(values), out_int32 != 0, right != 0, {}, borrow_optional(sorter));
      },
      sequence, values, sorter);
}

METADSL_API Produced at_searchsorted_scalar(Arg sequence, Number value, Flag out_int32, Flag right, Arg sorter) {
  return produce(
      [&] {
        check_sorter(borrow(sequence), sorter);
        return at::searchsorted(borrow(sequence), scalar(value), out_int32 != 0, right != 0, {}, borrow_optional(sorter));
      },
      sequence, sorter);
}

METADSL_API Produced at_bucketize(Arg self, Arg boundaries, Flag out_int32, Flag right) {
  return produce([&] { return at::bucketize(borrow(self), borrow(boundaries), out_int32 != 0, right != 0); }, self, boundaries);
}

METADSL_API Produced at_isin(Arg self, Arg test_elements, Flag assume_unique, Flag invert) {
  return produce([&] { return at::isin(borrow(self), borrow(test_elements), assume_unique != 0, invert != 0); }, self, test_elements);
}
