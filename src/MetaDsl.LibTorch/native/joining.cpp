// Many tensors into one, and one into many.
#include "bridge.h"

using namespace metadsl;

namespace {

// What a failure tells of a list: its first operands.
Arg operand(const Arg* tensors, int32_t count, int32_t index) { return index < count ? tensors[index] : nullptr; }

template <class Body>
Produced join(const Arg* tensors, int32_t count, const Body& body) noexcept {
  return produce([&] { return body(borrow_list(tensors, count)); }, operand(tensors, count, 0), operand(tensors, count, 1),
                 operand(tensors, count, 2), operand(tensors, count, 3));
}

template <class Body>
int64_t regroup(const Arg* tensors, int32_t count, const Body& body) noexcept {
  return produce_list([&] { return body(borrow_list(tensors, count)); }, operand(tensors, count, 0), operand(tensors, count, 1),
                      operand(tensors, count, 2), operand(tensors, count, 3));
}

// The dimension along which numpy's hsplit, vsplit and dsplit cut.
int64_t cut_dim(const at::Tensor& tensor, char direction) {
  switch (direction) {
    case 'h':
      TORCH_CHECK(tensor.dim() >= 1, "this needs a tensor with at least 1 dimension, and a single number has none.");
      return tensor.dim() == 1 ? 0 : 1;
    case 'v':
      TORCH_CHECK(tensor.dim() >= 2, "this needs a tensor with at least 2 dimensions, and this one has ", tensor.dim(), ".");
      return 0;
    default:
      TORCH_CHECK(tensor.dim() >= 3, "this needs a tensor with at least 3 dimensions, and this one has ", tensor.dim(), ".");
      return 2;
  }
}

}  // namespace

#define JOINING(op) \
  METADSL_API Produced at_##op(const Arg* tensors, int32_t count) { \
    return join(tensors, count, [](at::TensorList list) { return at::op(list); }); \
  }

METADSL_API Produced at_cat(const Arg* tensors, int32_t count, int64_t dim) {
  return join(tensors, count, [&](at::TensorList list) { return at::cat(list, dim); });
}

METADSL_API Produced at_stack(const Arg* tensors, int32_t count, int64_t dim) {
  return join(tensors, count, [&](at::TensorList list) { return at::stack(list, dim); });
}

JOINING(hstack)
JOINING(vstack)
JOINING(dstack)
JOINING(column_stack)
JOINING(block_diag)
JOINING(cartesian_prod)

METADSL_API int64_t at_meshgrid(const Arg* tensors, int32_t count, Flag columns_first) {
  return regroup(tensors, count, [&](at::TensorList list) { return at::meshgrid(list, columns_first != 0 ? "xy" : "ij"); });
}

METADSL_API int64_t at_broadcast_tensors(const Arg* tensors, int32_t count) {
  return regroup(tensors, count, [](at::TensorList list) { return at::broadcast_tensors(list); });
}

METADSL_API int64_t at_split(Arg self, int64_t size, int64_t dim) {
  return produce_list([&] { return at::split(borrow(self), size, dim); }, self);
}

METADSL_API int64_t at_split_with_sizes(Arg self, const int64_t* values, int32_t count, int64_t dim) {
  return produce_list([&] { return at::split_with_sizes(borrow(self), sizes(values, count), dim); }, self);
}

METADSL_API int64_t at_chunk(Arg self, int64_t chunks, int64_t dim) {
  return produce_list([&] { return at::chunk(borrow(self), chunks, dim); }, self);
}

METADSL_API int64_t at_tensor_split(Arg self, int64_t sections, int64_t dim) {
  return produce_list([&] { return at::tensor_split(borrow(self), sections, dim); }, self);
}

METADSL_API int64_t at_tensor_split_at(Arg self, const int64_t* indices, int32_t count, int64_t dim) {
  return produce_list([&] { return at::tensor_split(borrow(self), sizes(indices, count), dim); }, self);
}

METADSL_API int64_t at_tensor_split_tensor(Arg self, Arg indices, int64_t dim) {
  return produce_list([&] { return at::tensor_split(borrow(self), borrow(indices), dim); }, self, indices);
}

METADSL_API int64_t at_cut(Arg self, int64_t sections, int32_t direction) {
  return produce_list(
      [&] {
        const int64_t dim = cut_dim(borrow(self), static_cast<char>(direction));
        const int64_t size = borrow(self).size(dim);
        TORCH_CHECK(sections > 0 && size % sections == 0, "dimension ", dim, " has size ", size, ", which does not divide into ", sections,
                    " equal sections; tensor_split makes unequal ones.");
        return at::tensor_split(borrow(self), sections, dim);
      },
      self);
}

METADSL_API int64_t at_cut_at(Arg self, const int64_t* indices, int32_t count, int32_t direction) {
  return produce_list(
      [&] { return at::tensor_split(borrow(self), sizes(indices, count), cut_dim(borrow(self), static_cast<char>(direction))); }, self);
}

METADSL_API int64_t at_cut_tensor(Arg self, Arg indices, int32_t direction) {
  return produce_list(
      [&] { return at::tensor_split(borrow(self), borrow(indices), cut_dim(borrow(self), static_cast<char>(direction))); }, self, indices);
}

METADSL_API int64_t at_unbind(Arg self, int64_t dim) {
  return produce_list([&] { return at::unbind(borrow(self), dim); }, self);
}
