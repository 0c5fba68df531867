// The same elements in another shape or order: views, rearrangements, triangles and diagonals.
#include "bridge.h"

using namespace metadsl;

namespace {

Optional<int64_t> optional_number(const int64_t* number) {
  if (number == nullptr) return {};
  return *number;
}

}  // namespace

// The commonest forms here: a list of numbers, one number, two numbers, three.
#define LISTED(op) \
  METADSL_API Produced at_##op(Arg self, const int64_t* values, int32_t count) { \
    return produce([&] { return borrow(self).op(sizes(values, count)); }, self); \
  }
#define WITH_ONE(op) \
  METADSL_API Produced at_##op(Arg self, int64_t a) { return produce([&] { return at::op(borrow(self), a); }, self); }
#define WITH_TWO(op) \
  METADSL_API Produced at_##op(Arg self, int64_t a, int64_t b) { return produce([&] { return at::op(borrow(self), a, b); }, self); }
#define WITH_THREE(op) \
  METADSL_API Produced at_##op(Arg self, int64_t a, int64_t b, int64_t c) { return produce([&] { return at::op(borrow(self), a, b, c); }, self); }

LISTED(reshape)
LISTED(view)
LISTED(permute)
LISTED(repeat)
LISTED(tile)
LISTED(flip)
LISTED(broadcast_to)

METADSL_API Produced at_view_as(Arg self, Arg other) {
  return produce([&] { return borrow(self).view_as(borrow(other)); }, self, other);
}

METADSL_API Produced at_expand(Arg self, const int64_t* values, int32_t count, Flag implicit) {
  return produce([&] { return borrow(self).expand(sizes(values, count), implicit != 0); }, self);
}

METADSL_API Produced at_expand_as(Arg self, Arg other) {
  return produce([&] { return borrow(self).expand_as(borrow(other)); }, self, other);
}

WITH_TWO(flatten)
METADSL_UNARY(ravel)

METADSL_API Produced at_unflatten(Arg self, int64_t dim, const int64_t* values, int32_t count) {
  return produce([&] { return borrow(self).unflatten(dim, sizes(values, count)); }, self);
}

METADSL_UNARY(squeeze)
METADSL_UNARY_(squeeze)
METADSL_API Produced at_squeeze_dim(Arg self, int64_t dim) { return produce([&] { return at::squeeze(borrow(self), dim); }, self); }
METADSL_API Status at_squeeze_dim_(Arg self, int64_t dim) { return perform([&] { borrow(self).squeeze_(dim); }, self); }
WITH_ONE(unsqueeze)
METADSL_API Status at_unsqueeze_(Arg self, int64_t dim) { return perform([&] { borrow(self).unsqueeze_(dim); }, self); }

WITH_TWO(transpose)
METADSL_API Status at_transpose_(Arg self, int64_t a, int64_t b) { return perform([&] { borrow(self).transpose_(a, b); }, self); }
METADSL_UNARY(t)
METADSL_UNARY(adjoint)
METADSL_API Produced at_mT(Arg self) { return produce([&] { return borrow(self).mT(); }, self); }
METADSL_API Produced at_mH(Arg self) { return produce([&] { return borrow(self).mH(); }, self); }
METADSL_API Produced at_H(Arg self) {
  return produce(
      [&] {
        TORCH_CHECK(borrow(self).dim() <= 2, "H is the transpose of a matrix, and this tensor has ", borrow(self).dim(), " dimensions; use mH for a batch of matrices.");
        return borrow(self).dim() < 2 ? at::alias(borrow(self)) : at::transpose(borrow(self), 0, 1);
      },
      self);
}

// All dimensions in reverse; libtorch's own warns where there are not two.
METADSL_API Produced at_T(Arg self) {
  return produce(
      [&] {
        std::vector<int64_t> reversed;
        for (int64_t dim = borrow(self).dim() - 1; dim >= 0; dim--) reversed.push_back(dim);
        return at::permute(borrow(self), reversed);
      },
      self);
}

METADSL_API Produced at_movedim(Arg self, const int64_t* source, int32_t source_count, const int64_t* destination, int32_t destination_count) {
  return produce([&] { return at::movedim(borrow(self), sizes(source, source_count), sizes(destination, destination_count)); }, self);
}

METADSL_API Produced at_roll(Arg self, const int64_t* shifts, int32_t shift_count, const int64_t* dims, int32_t dim_count) {
  return produce([&] { return at::roll(borrow(self), sizes(shifts, shift_count), sizes(dims, dim_count)); }, self);
}

METADSL_API Produced at_rot90(Arg self, int64_t k, int64_t from, int64_t to) {
  return produce([&] { return at::rot90(borrow(self), k, {from, to}); }, self);
}

METADSL_UNARY(fliplr)
METADSL_UNARY(flipud)
WITH_THREE(narrow)
WITH_TWO(select)

METADSL_API Produced at_slice(Arg self, int64_t dim, int64_t start, int64_t end, int64_t step) {
  return produce([&] { return at::slice(borrow(self), dim, start, end, step); }, self);
}

METADSL_API Produced at_as_strided(Arg self, const int64_t* size, int32_t dims, const int64_t* strides, int32_t stride_count, int64_t offset) {
  return produce(
      [&] {
        TORCH_CHECK(offset >= 0, "the storage offset is ", offset, "; it counts elements from the start of the storage, so use 0 or more.");
        return at::as_strided(borrow(self), sizes(size, dims), sizes(strides, stride_count), offset);
      },
      self);
}

METADSL_API Produced at_unfold(Arg self, int64_t dim, int64_t size, int64_t step) {
  return produce([&] { return borrow(self).unfold(dim, size, step); }, self);
}

METADSL_API Produced at_repeat_interleave(Arg self, int64_t repeats, const int64_t* dim, const int64_t* output_size) {
  return produce([&] { return at::repeat_interleave(borrow(self), repeats, optional_number(dim), optional_number(output_size)); }, self);
}

METADSL_API Produced at_repeat_interleave_each(Arg self, Arg repeats, const int64_t* dim, const int64_t* output_size) {
  return produce(
      [&] {
        const at::Tensor& counts = borrow(repeats);
        TORCH_CHECK(counts.numel() == 0 || !counts.device().is_cpu() || counts.to(at::kDouble).sum().item<double>() < 9e15,
                    "the repeats add up to more elements than memory holds.");
        if (output_size == nullptr || !counts.device().is_cpu()) {
          return at::repeat_interleave(borrow(self), counts, optional_number(dim), optional_number(output_size));
        }

        // A size told in advance spares a GPU a wait. On the CPU it spares nothing, and libtorch 2.x writes past the end if it is too small.
        at::Tensor result = at::repeat_interleave(borrow(self), counts, optional_number(dim));
        const int64_t length = result.size(dim == nullptr ? 0 : *dim);
        TORCH_CHECK(length == *output_size, "'output_size' is ", *output_size, ", but the repeats add up to ", length, ".");
        return result;
      },
      self, repeats);
}

WITH_THREE(diagonal)
WITH_ONE(diag)
WITH_THREE(diag_embed)
WITH_ONE(diagflat)
METADSL_UNARY(trace)
WITH_ONE(tril)
WITH_ONE(triu)
METADSL_API Status at_tril_(Arg self, int64_t diagonal) { return perform([&] { borrow(self).tril_(diagonal); }, self); }
METADSL_API Status at_triu_(Arg self, int64_t diagonal) { return perform([&] { borrow(self).triu_(diagonal); }, self); }

METADSL_API Produced at_tril_indices(int64_t rows, int64_t columns, int64_t offset, Options asked) {
  return produce([&] { return at::tril_indices(rows, columns, offset, options(asked)); });
}

METADSL_API Produced at_triu_indices(int64_t rows, int64_t columns, int64_t offset, Options asked) {
  return produce([&] { return at::triu_indices(rows, columns, offset, options(asked)); });
}

METADSL_API Produced at_diagonal_scatter(Arg self, Arg source, int64_t offset, int64_t dim1, int64_t dim2) {
  return produce([&] { return at::diagonal_scatter(borrow(self), borrow(source), offset, dim1, dim2); }, self, source);
}

METADSL_API Produced at_select_scatter(Arg self, Arg source, int64_t dim, int64_t index) {
  return produce([&] { return at::select_scatter(borrow(self), borrow(source), dim, index); }, self, source);
}

METADSL_API Produced at_slice_scatter(Arg self, Arg source, int64_t dim, int64_t start, int64_t end, int64_t step) {
  return produce([&] { return at::slice_scatter(borrow(self), borrow(source), dim, start, end, step); }, self, source);
}

METADSL_UNARY(atleast_1d)
METADSL_UNARY(atleast_2d)
METADSL_UNARY(atleast_3d)
WITH_ONE(channel_shuffle)

METADSL_API Produced at_combinations(Arg self, int64_t r, Flag with_replacement) {
  return produce([&] { return at::combinations(borrow(self), r, with_replacement != 0); }, self);
}

METADSL_API Produced at_vander(Arg self, const int64_t* columns, Flag increasing) {
  return produce([&] { return at::vander(borrow(self), optional_number(columns), increasing != 0); }, self);
}
