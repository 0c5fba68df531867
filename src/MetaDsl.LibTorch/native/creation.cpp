// Tensors out of nothing: from sizes, ranges, memory, and in the likeness of another.
#include "bridge.h"

#include <cmath>

using namespace metadsl;

METADSL_API Produced at_empty(const int64_t* size, int32_t dims, Options asked) {
  return produce([&] { return created(at::empty(sizes(size, dims), options(asked)), asked); });
}

METADSL_API Produced at_zeros(const int64_t* size, int32_t dims, Options asked) {
  return produce([&] { return created(at::zeros(sizes(size, dims), options(asked)), asked); });
}

METADSL_API Produced at_ones(const int64_t* size, int32_t dims, Options asked) {
  return produce([&] { return created(at::ones(sizes(size, dims), options(asked)), asked); });
}

METADSL_API Produced at_full(const int64_t* size, int32_t dims, Number value, Options asked) {
  return produce([&] { return created(at::full(sizes(size, dims), scalar(value), options(asked)), asked); });
}

// libtorch itself lets strides pass that reach out of any storage.
METADSL_API Produced at_empty_strided(const int64_t* size, int32_t dims, const int64_t* strides, int32_t stride_count, Options asked) {
  return produce([&] {
    TORCH_CHECK(dims == stride_count, "there are ", dims, " sizes but ", stride_count, " strides; give one stride for each size.");
    for (auto stride : sizes(strides, stride_count)) TORCH_CHECK(stride >= 0, "the stride ", stride, " is negative; strides start at 0.");
    return created(at::empty_strided(sizes(size, dims), sizes(strides, stride_count), options(asked)), asked);
  });
}

namespace {

// libtorch divides whole numbers here and dies of an overflow.
void require_countable(Number start, Number stop, Number step) {
  const double by = scalar(step).toDouble();
  TORCH_CHECK(by == 0 || std::abs((scalar(stop).toDouble() - scalar(start).toDouble()) / by) < 9e18,
              "the range from start to stop holds more elements than a tensor can; take a larger step.");
}

}  // namespace

METADSL_API Produced at_eye(int64_t rows, int64_t columns, Options asked) {
  return produce([&] { return created(at::eye(rows, columns, options(asked)), asked); });
}

METADSL_API Produced at_arange(Number start, Number stop, Number step, Options asked) {
  return produce([&] {
    require_countable(start, stop, step);
    return created(at::arange(scalar(start), scalar(stop), scalar(step), options(asked)), asked);
  });
}

METADSL_API Produced at_linspace(double start, double end, int64_t steps, Options asked) {
  return produce([&] { return created(at::linspace(start, end, steps, options(asked)), asked); });
}

METADSL_API Produced at_logspace(double start, double end, int64_t steps, double base, Options asked) {
  return produce([&] { return created(at::logspace(start, end, steps, base, options(asked)), asked); });
}

METADSL_API Produced at_bartlett_window(int64_t length, Flag periodic, Options asked) {
  return produce([&] { return created(at::bartlett_window(length, periodic != 0, options(asked)), asked); });
}

METADSL_API Produced at_blackman_window(int64_t length, Flag periodic, Options asked) {
  return produce([&] { return created(at::blackman_window(length, periodic != 0, options(asked)), asked); });
}

METADSL_API Produced at_hann_window(int64_t length, Flag periodic, Options asked) {
  return produce([&] { return created(at::hann_window(length, periodic != 0, options(asked)), asked); });
}

METADSL_API Produced at_hamming_window(int64_t length, Flag periodic, double alpha, double beta, Options asked) {
  return produce([&] { return created(at::hamming_window(length, periodic != 0, alpha, beta, options(asked)), asked); });
}

METADSL_API Produced at_kaiser_window(int64_t length, Flag periodic, double beta, Options asked) {
  return produce([&] { return created(at::kaiser_window(length, periodic != 0, beta, options(asked)), asked); });
}

METADSL_API Produced at_empty_like(Arg self, Options asked) {
  return produce([&] { return created(at::empty_like(borrow(self), options(asked)), asked); }, self);
}

METADSL_API Produced at_zeros_like(Arg self, Options asked) {
  return produce([&] { return created(at::zeros_like(borrow(self), options(asked)), asked); }, self);
}

METADSL_API Produced at_ones_like(Arg self, Options asked) {
  return produce([&] { return created(at::ones_like(borrow(self), options(asked)), asked); }, self);
}

METADSL_API Produced at_full_like(Arg self, Number value, Options asked) {
  return produce([&] { return created(at::full_like(borrow(self), scalar(value), options(asked)), asked); }, self);
}

METADSL_API Produced at_new_empty(Arg self, const int64_t* size, int32_t dims, Options asked) {
  return produce([&] { return created(borrow(self).new_empty(sizes(size, dims), options(asked)), asked); }, self);
}

METADSL_API Produced at_new_zeros(Arg self, const int64_t* size, int32_t dims, Options asked) {
  return produce([&] { return created(borrow(self).new_zeros(sizes(size, dims), options(asked)), asked); }, self);
}

METADSL_API Produced at_new_ones(Arg self, const int64_t* size, int32_t dims, Options asked) {
  return produce([&] { return created(borrow(self).new_ones(sizes(size, dims), options(asked)), asked); }, self);
}

METADSL_API Produced at_new_full(Arg self, const int64_t* size, int32_t dims, Number value, Options asked) {
  return produce([&] { return created(borrow(self).new_full(sizes(size, dims), scalar(value), options(asked)), asked); }, self);
}

// The forms that write into a tensor and give it their size.
METADSL_API Status at_empty_out(Arg self, const int64_t* size, int32_t dims) {
  return write_into(self, [&](at::Tensor& out) { at::empty_out(out, sizes(size, dims)); });
}

METADSL_API Status at_zeros_out(Arg self, const int64_t* size, int32_t dims) {
  return write_into(self, [&](at::Tensor& out) { at::zeros_out(out, sizes(size, dims)); });
}

METADSL_API Status at_ones_out(Arg self, const int64_t* size, int32_t dims) {
  return write_into(self, [&](at::Tensor& out) { at::ones_out(out, sizes(size, dims)); });
}

METADSL_API Status at_full_out(Arg self, const int64_t* size, int32_t dims, Number value) {
  return write_into(self, [&](at::Tensor& out) { at::full_out(out, sizes(size, dims), scalar(value)); });
}

METADSL_API Status at_eye_out(Arg self, int64_t rows, int64_t columns) {
  return write_into(self, [&](at::Tensor& out) { at::eye_out(out, rows, columns); });
}

METADSL_API Status at_arange_out(Arg self, Number start, Number stop, Number step) {
  return write_into(self, [&](at::Tensor& out) {
    require_countable(start, stop, step);
    at::arange_out(out, scalar(start), scalar(stop), scalar(step));
  });
}

// Copies elements of type `held` from managed memory, and converts and moves them as asked.
METADSL_API Produced at_from_memory(const void* data, int32_t held, const int64_t* size, int32_t dims, Options asked) {
  return produce([&] {
    const auto type = static_cast<at::ScalarType>(held);
    at::Tensor copy = at::empty(sizes(size, dims), at::TensorOptions().dtype(type).device(at::kCPU));
    if (copy.numel() > 0) std::memcpy(copy.data_ptr(), data, copy.nbytes());
    const at::TensorOptions wanted = options(asked);
    const auto target = asked.dtype < 0 ? type : static_cast<at::ScalarType>(asked.dtype);
    if (target != type || (asked.device_type > 0)) copy = copy.to(wanted.dtype(target));
    return created(std::move(copy), asked);
  });
}

// `shared` is -1 where it is not said.
METADSL_API Produced at_from_file(const char* path, int32_t shared, int64_t elements, Options asked) {
  return produce([&] {
    Optional<bool> share;
    if (shared >= 0) share = shared != 0;
    return created(at::from_file(path, share, elements, options(asked)), asked);
  });
}
