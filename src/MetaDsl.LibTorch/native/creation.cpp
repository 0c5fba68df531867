#include "bridge.h"

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

// Copies elements of type `held` from managed memory, and converts and moves them as asked.
METADSL_API Produced at_from_memory(const void* data, int32_t held, const int64_t* size, int32_t dims, Options asked) {
  return produce([&] {
    const auto type = static_cast<at::ScalarType>(held);
    const at::Tensor view = at::from_blob(const_cast<void*>(data), sizes(size, dims), at::TensorOptions().dtype(type));
    at::TensorOptions wanted = options(asked);
    if (asked.dtype < 0) wanted = wanted.dtype(type);
    if (asked.device_type < 0) wanted = wanted.device(at::kCPU);
    return created(view.to(wanted, false, true), asked);
  });
}
