// What a tensor is and what it holds.
#include "bridge.h"

using namespace metadsl;

METADSL_API int32_t at_dtype(Arg self) { return static_cast<int32_t>(borrow(self).scalar_type()); }
METADSL_API int64_t at_dim(Arg self) { return borrow(self).dim(); }
METADSL_API int64_t at_numel(Arg self) { return borrow(self).numel(); }
METADSL_API int32_t at_device_type(Arg self) { return static_cast<int32_t>(borrow(self).device().type()); }
METADSL_API int32_t at_device_index(Arg self) { return borrow(self).device().index(); }
METADSL_API Flag at_requires_grad(Arg self) { return borrow(self).requires_grad(); }
METADSL_API Flag at_is_leaf(Arg self) { return borrow(self).is_leaf(); }

METADSL_API Status at_set_requires_grad(Arg self, Flag value) {
  return perform([&] { borrow(self).set_requires_grad(value != 0); }, self);
}

METADSL_API Status at_size(Arg self, int64_t dim, int64_t* result) {
  return perform([&] { *result = borrow(self).size(dim); }, self);
}

METADSL_API Status at_stride(Arg self, int64_t dim, int64_t* result) {
  return perform([&] { *result = borrow(self).stride(dim); }, self);
}

METADSL_API Status at_sizes(Arg self, int64_t* result) {
  return perform([&] { for (auto size : borrow(self).sizes()) *result++ = size; }, self);
}

METADSL_API Status at_strides(Arg self, int64_t* result) {
  return perform([&] { for (auto stride : borrow(self).strides()) *result++ = stride; }, self);
}

METADSL_API Status at_data_ptr(Arg self, void** result) {
  return perform([&] { *result = borrow(self).data_ptr(); }, self);
}

// The only element, as a number: at::Tensor::item.
METADSL_API Status at_item(Arg self, Number* result) {
  return perform(
      [&] {
        const at::Scalar value = borrow(self).item();
        if (value.isFloatingPoint()) {
          const double real = value.toDouble();
          result->kind = Number::real;
          std::memcpy(&result->bits, &real, sizeof real);
        } else {
          result->kind = value.isBoolean() ? Number::truth : Number::integer;
          result->bits = value.toLong();
        }
      },
      self);
}
