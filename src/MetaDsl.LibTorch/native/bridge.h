// The shape of the C interface: what crosses it, who owns it, and how an error comes back.
//
//   A tensor crosses as a TensorImpl*. An argument is borrowed: the caller holds a reference for as long as the
//   call lasts. A result is owned: the caller gives it back through at_release.
//   No exception crosses. A function that produces a tensor answers with a null pointer, any other with a status
//   other than zero, and at_last_error then holds the message of the calling thread's last failure.
#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <tuple>
#include <utility>
#include <vector>

#define METADSL_API extern "C" __attribute__((visibility("default")))

namespace metadsl {

using Arg = at::TensorImpl*;
using Status = int32_t;
using Flag = int32_t;
constexpr Status ok = 0;
constexpr Status failed = 1;

// A new reference, and the bytes of storage that came into being with it (none for a view).
struct Produced {
  at::TensorImpl* tensor;
  int64_t bytes;
};

// A number as C# holds it: an integer, a double or a truth value in one word.
struct Number {
  enum Kind : int64_t { integer = 0, real = 1, truth = 2 };
  int64_t kind;
  int64_t bits;
};

// What a creation function is asked for; -1 stands for "not said" in each field.
struct Options {
  int32_t dtype;
  int32_t device_type;
  int32_t device_index;
  int32_t requires_grad;
};

// c10::optional up to libtorch 2.x, std::optional after: whichever this libtorch takes.
template <class T>
struct OptionalOf;
template <template <class...> class Box, class T>
struct OptionalOf<Box<T>> {
  template <class U>
  using Type = Box<U>;
};
template <class T>
using Optional = typename OptionalOf<decltype(at::TensorOptions().dtype_opt())>::template Type<T>;

static_assert(sizeof(at::Tensor) == sizeof(void*), "a tensor is one pointer, so a pointer can be borrowed as a tensor");

inline const at::Tensor& borrow(const Arg& tensor) { return reinterpret_cast<const at::Tensor&>(tensor); }

inline Optional<at::Tensor> borrow_optional(const Arg& tensor) {
  if (tensor == nullptr) return {};
  return borrow(tensor);
}

inline at::TensorList borrow_list(const Arg* tensors, int32_t count) {
  return {reinterpret_cast<const at::Tensor*>(tensors), static_cast<size_t>(count)};
}

inline at::IntArrayRef sizes(const int64_t* values, int32_t count) {
  return {values, static_cast<size_t>(count)};
}

inline at::OptionalIntArrayRef optional_sizes(const int64_t* values, int32_t count) {
  if (values == nullptr) return {};
  return sizes(values, count);
}

inline Optional<at::ScalarType> optional_dtype(int32_t dtype) {
  if (dtype < 0) return {};
  return static_cast<at::ScalarType>(dtype);
}

at::Scalar scalar(Number number);
at::TensorOptions options(const Options& asked);

// The last step of a creation function: at:: functions take no requires_grad.
inline at::Tensor created(at::Tensor tensor, const Options& asked) {
  if (asked.requires_grad > 0) tensor.set_requires_grad(true);
  return tensor;
}

// Second derivatives may be zeros without memory, which nothing outside libtorch can read.
inline at::Tensor with_memory(at::Tensor&& tensor) {
  return C10_UNLIKELY(tensor.defined() && tensor._is_zerotensor()) ? tensor.clone() : std::move(tensor);
}

inline Produced hand_over(at::Tensor&& result) {
  if (!result.defined()) return {nullptr, 0};
  at::Tensor tensor = with_memory(std::move(result));
  // An operation with nothing to do returns its operand: the same tensor, whose bytes are counted already.
  // The graph may share the storage of a result that its derivative needs; a view shares its base's.
  const bool is_new = tensor.use_count() == 1 && tensor.has_storage() &&
                      (tensor.storage().use_count() == 1 || (tensor.requires_grad() && !tensor.is_leaf() && !tensor.is_view()));
  at::TensorImpl* impl = tensor.unsafeReleaseTensorImpl();
  int64_t bytes = 0;
  if (is_new) bytes = static_cast<int64_t>(impl->storage().nbytes());
  return {impl, bytes};
}

// Called in a catch block: keeps the message of the exception in flight, and what the operands were.
void remember_failure(std::initializer_list<at::TensorImpl*> operands) noexcept;

// Runs a body that makes one tensor.
template <class Body, class... Operands>
Produced produce(const Body& body, Operands... operands) noexcept {
  try {
    return hand_over(body());
  } catch (...) {
    remember_failure({operands...});
    return {nullptr, 0};
  }
}

// Runs a body that makes no tensor, or writes its results itself.
template <class Body, class... Operands>
Status perform(const Body& body, Operands... operands) noexcept {
  try {
    body();
    return ok;
  } catch (...) {
    remember_failure({operands...});
    return failed;
  }
}

// Runs a body that writes into a tensor and may give it another size. libtorch sets the size before it asks for the memory, so a
// failure would leave a tensor that reaches out of its storage.
template <class Body>
Status write_into(Arg self, const Body& body) noexcept {
  return perform(
      [&] {
        at::Tensor out = borrow(self);
        const auto sizes = out.sizes().vec();
        const auto strides = out.strides().vec();
        try {
          body(out);
        } catch (...) {
          out.unsafeGetTensorImpl()->set_sizes_and_strides(sizes, strides);
          throw;
        }
      },
      self);
}

template <class Tuple, size_t... Index>
void hand_over_each(Tuple&& tensors, Produced* results, std::index_sequence<Index...>) {
  ((results[Index] = hand_over(std::move(std::get<Index>(tensors)))), ...);
}

// Runs a body that makes a tuple of tensors; results has room for each.
template <class Body, class... Operands>
Status produce_each(Produced* results, const Body& body, Operands... operands) noexcept {
  return perform(
      [&] {
        auto tensors = body();
        hand_over_each(tensors, results, std::make_index_sequence<std::tuple_size_v<decltype(tensors)>>());
      },
      operands...);
}

// Keeps a list of results until at_take_list collects it; answers its length.
int64_t keep_list(std::vector<at::Tensor>&& tensors);

// Runs a body that makes a list of tensors: the answer is the length, or -1.
template <class Body, class... Operands>
int64_t produce_list(const Body& body, Operands... operands) noexcept {
  try {
    return keep_list(body());
  } catch (...) {
    remember_failure({operands...});
    return -1;
  }
}

}  // namespace metadsl

// The two commonest forms; self.op() is `at::op(self)` and self.op_() is `self.op_()`.
#define METADSL_UNARY(op) \
  METADSL_API Produced at_##op(Arg self) { return produce([&] { return at::op(borrow(self)); }, self); }
#define METADSL_UNARY_(op) \
  METADSL_API Status at_##op##_(Arg self) { return perform([&] { borrow(self).op##_(); }, self); }
#define METADSL_BINARY(op) \
  METADSL_API Produced at_##op(Arg self, Arg other) { return produce([&] { return at::op(borrow(self), borrow(other)); }, self, other); }
#define METADSL_BINARY_(op) \
  METADSL_API Status at_##op##_(Arg self, Arg other) { return perform([&] { borrow(self).op##_(borrow(other)); }, self, other); }
#define METADSL_SCALAR(op) \
  METADSL_API Produced at_##op##_scalar(Arg self, Number other) { return produce([&] { return at::op(borrow(self), scalar(other)); }, self); }
#define METADSL_SCALAR_(op) \
  METADSL_API Status at_##op##_scalar_(Arg self, Number other) { return perform([&] { borrow(self).op##_(scalar(other)); }, self); }
