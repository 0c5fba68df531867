// What a tensor is, what it holds, and how it becomes another.
#include "bridge.h"

#include <ATen/core/DimVector.h>

using namespace metadsl;

namespace {

// The elements from `start` on in row-major order, whatever the strides, to or from memory outside.
void move_elements(const at::Tensor& tensor, int32_t type, int64_t start, int64_t count, char* outside, bool reading) {
  TORCH_CHECK(tensor.device().is_cpu(), "the tensor is on ", tensor.device(),
              ", and only elements on the CPU can be reached; take .cpu() first.");
  TORCH_CHECK(static_cast<int32_t>(tensor.scalar_type()) == type, "the tensor now holds ", tensor.scalar_type(),
              ", another type than was asked for.");
  TORCH_CHECK(start >= 0 && count >= 0 && start <= tensor.numel() && count <= tensor.numel() - start, "index ", start,
              " is out of range for ", tensor.numel(), " elements.");
  if (count == 0) return;
  const auto width = static_cast<int64_t>(tensor.element_size());
  char* const data = static_cast<char*>(tensor.data_ptr());
  const auto move = [&](char* element, int64_t bytes) {
    if (reading) std::memcpy(outside, element, bytes);
    else std::memcpy(element, outside, bytes);
    outside += bytes;
  };
  if (tensor.is_contiguous()) return move(data + start * width, count * width);

  const auto shape = tensor.sizes();
  const auto strides = tensor.strides();
  const int64_t dims = tensor.dim();
  at::DimVector index(dims);
  int64_t offset = 0;
  for (int64_t dim = dims - 1, rest = start; dim >= 0; rest /= shape[dim--]) {
    index[dim] = rest % shape[dim];
    offset += index[dim] * strides[dim];
  }
  for (; count > 0; count--) {
    move(data + offset * width, width);
    for (int64_t dim = dims - 1; dim >= 0; dim--) {
      offset += strides[dim];
      if (++index[dim] < shape[dim]) break;
      offset -= shape[dim] * strides[dim];
      index[dim] = 0;
    }
  }
}

// One index counts through all elements, several count through a dimension each.
int64_t row_major(const at::Tensor& tensor, const int64_t* indices, int32_t count) {
  if (count == 1 && tensor.dim() != 1) return indices[0];
  TORCH_CHECK(count == tensor.dim(), "there are ", count, " indices for ", tensor.dim(),
              " dimensions; give one for each dimension, or one alone.");
  int64_t result = 0;
  for (int64_t dim = 0; dim < count; dim++) {
    TORCH_CHECK(indices[dim] >= 0 && indices[dim] < tensor.size(dim), "index ", indices[dim], " is out of range for dimension ", dim,
                " of size ", tensor.size(dim), ".");
    result = result * tensor.size(dim) + indices[dim];
  }
  return result;
}

void set_real(Number* result, double value) {
  result->kind = Number::real;
  std::memcpy(&result->bits, &value, sizeof value);
}

void require_elements(const at::Tensor& tensor) {
  TORCH_CHECK(!tensor.is_meta(), "a tensor on the device 'meta' has a shape but no elements.");
}

// at::Tensor::item goes through the dispatcher twice; an element on the CPU is right there.
bool read_only_element(const at::Tensor& tensor, Number* result) {
  const bool plain = tensor.device().is_cpu() && tensor.layout() == at::kStrided && tensor.has_storage() && !tensor.is_neg();
  if (!plain || tensor.numel() != 1) return false;
  const void* element = tensor.data_ptr();
  if (element == nullptr) return false;
  result->kind = Number::integer;
  switch (tensor.scalar_type()) {
    case at::kFloat: set_real(result, *static_cast<const float*>(element)); return true;
    case at::kDouble: set_real(result, *static_cast<const double*>(element)); return true;
    case at::kLong: result->bits = *static_cast<const int64_t*>(element); return true;
    case at::kInt: result->bits = *static_cast<const int32_t*>(element); return true;
    case at::kBool: result->kind = Number::truth; result->bits = *static_cast<const bool*>(element); return true;
    default: return false;
  }
}

}  // namespace

METADSL_API int32_t at_dtype(Arg self) { return static_cast<int32_t>(borrow(self).scalar_type()); }
METADSL_API int64_t at_dim(Arg self) { return borrow(self).dim(); }
METADSL_API int64_t at_numel(Arg self) { return borrow(self).numel(); }
METADSL_API int64_t at_element_size(Arg self) { return static_cast<int64_t>(borrow(self).element_size()); }
METADSL_API int32_t at_device_type(Arg self) { return static_cast<int32_t>(borrow(self).device().type()); }
METADSL_API int32_t at_device_index(Arg self) { return borrow(self).device().index(); }
METADSL_API Flag at_requires_grad(Arg self) { return borrow(self).requires_grad(); }
METADSL_API Flag at_is_leaf(Arg self) { return borrow(self).is_leaf(); }
METADSL_API Flag at_is_sparse(Arg self) { return borrow(self).is_sparse(); }

METADSL_API Status at_is_contiguous(Arg self, Flag* result) {
  return perform([&] { *result = borrow(self).is_contiguous(); }, self);
}

METADSL_API Status at_is_pinned(Arg self, Flag* result) {
  return perform([&] { *result = borrow(self).is_pinned(); }, self);
}

METADSL_API Status at_is_nonzero(Arg self, Flag* result) {
  return perform(
      [&] {
        require_elements(borrow(self));
        *result = at::is_nonzero(borrow(self));
      },
      self);
}

METADSL_API Status at_storage_offset(Arg self, int64_t* result) {
  return perform([&] { *result = borrow(self).storage_offset(); }, self);
}

METADSL_API Status at_set_requires_grad(Arg self, Flag value) {
  return perform(
      [&] {
        // libtorch would cut the tensor out of its graph without a word.
        TORCH_CHECK(value != 0 || borrow(self).is_leaf(), "requires_grad can be turned off for leaves only; use 'detach()' for a tensor that cannot pass gradients on.");
        borrow(self).set_requires_grad(value != 0);
      },
      self);
}

METADSL_API Status at_size(Arg self, int64_t dim, int64_t* result) {
  return perform([&] { *result = borrow(self).size(dim); }, self);
}

METADSL_API Status at_stride(Arg self, int64_t dim, int64_t* result) {
  return perform([&] { *result = borrow(self).stride(dim); }, self);
}

// `room` guards against a tensor that another thread has given more dimensions meanwhile.
METADSL_API Status at_sizes(Arg self, int64_t* result, int64_t room) {
  return perform(
      [&] {
        TORCH_CHECK(borrow(self).dim() == room, "the shape changed while it was read.");
        for (auto size : borrow(self).sizes()) *result++ = size;
      },
      self);
}

METADSL_API Status at_strides(Arg self, int64_t* result, int64_t room) {
  return perform(
      [&] {
        TORCH_CHECK(borrow(self).dim() == room, "the shape changed while it was read.");
        for (auto stride : borrow(self).strides()) *result++ = stride;
      },
      self);
}

METADSL_API Status at_data_ptr(Arg self, void** result) {
  return perform([&] { *result = borrow(self).data_ptr(); }, self);
}

// The only element, as a number: at::Tensor::item.
METADSL_API Status at_item(Arg self, Number* result) {
  return perform(
      [&] {
        if (read_only_element(borrow(self), result)) return;
        require_elements(borrow(self));
        const at::Scalar value = borrow(self).item();
        if (value.isFloatingPoint()) {
          set_real(result, value.toDouble());
        } else {
          result->kind = value.isBoolean() ? Number::truth : Number::integer;
          result->bits = value.toLong();
        }
      },
      self);
}

METADSL_API Status at_read_elements(Arg self, int32_t type, int64_t start, int64_t count, void* into) {
  return perform([&] { move_elements(borrow(self), type, start, count, static_cast<char*>(into), true); }, self);
}

METADSL_API Status at_write_elements(Arg self, int32_t type, int64_t start, int64_t count, void* from) {
  return perform([&] { move_elements(borrow(self), type, start, count, static_cast<char*>(from), false); }, self);
}

METADSL_API Status at_read_at(Arg self, int32_t type, const int64_t* indices, int32_t count, void* into) {
  return perform(
      [&] { move_elements(borrow(self), type, row_major(borrow(self), indices, count), 1, static_cast<char*>(into), true); }, self);
}

METADSL_API Status at_write_at(Arg self, int32_t type, const int64_t* indices, int32_t count, void* from) {
  return perform(
      [&] { move_elements(borrow(self), type, row_major(borrow(self), indices, count), 1, static_cast<char*>(from), false); }, self);
}

METADSL_API Produced at_to(Arg self, Options asked, Flag non_blocking, Flag copy) {
  return produce([&] { return borrow(self).to(options(asked), non_blocking != 0, copy != 0); }, self);
}

METADSL_API Produced at_type_as(Arg self, Arg other) {
  return produce([&] { return borrow(self).type_as(borrow(other)); }, self, other);
}

METADSL_API Produced at_contiguous(Arg self) {
  return produce([&] { return borrow(self).contiguous(); }, self);
}

METADSL_API Produced at_pin_memory(Arg self) {
  return produce([&] { return borrow(self).pin_memory(); }, self);
}

METADSL_UNARY(clone)
METADSL_UNARY(alias)
METADSL_UNARY_(zero)

METADSL_API Status at_fill_(Arg self, Number value) {
  return perform([&] { borrow(self).fill_(scalar(value)); }, self);
}

METADSL_API Status at_copy_(Arg self, Arg source, Flag non_blocking) {
  return perform([&] { borrow(self).copy_(borrow(source), non_blocking != 0); }, self, source);
}

METADSL_API Status at_set_(Arg self, Arg source) {
  return perform(
      [&] {
        TORCH_CHECK(borrow(self).scalar_type() == borrow(source).scalar_type(),
                    "the tensors hold elements of different types; convert one first.");
        borrow(self).set_(borrow(source));
      },
      self, source);
}
