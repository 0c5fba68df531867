// Elements chosen by index, by mask or by an index expression such as x[.., 0, 1..3, mask].
#include "bridge.h"

using namespace metadsl;

namespace {

// One item of an index expression, as TensorIndex holds it.
struct IndexItem {
  enum Kind : int64_t { new_axis = 0, single = 1, slice = 2, ellipsis = 3, truth = 4, tensor = 5 };
  int64_t kind;
  int64_t start;
  int64_t stop;
  int64_t step;
  Arg chosen;
};

using Chosen = c10::List<Optional<at::Tensor>>;

bool is_mask(const at::Tensor& index) { return index.scalar_type() == at::kBool || index.scalar_type() == at::kByte; }

bool is_number(const at::Tensor& index) { return index.dim() == 0 && !is_mask(index) && at::isIntegralType(index.scalar_type(), false); }

// How many dimensions of the tensor an item speaks of.
int64_t spoken_for(const IndexItem& item) {
  switch (item.kind) {
    case IndexItem::single:
    case IndexItem::slice:
      return 1;
    case IndexItem::tensor:
      return is_mask(borrow(item.chosen)) ? borrow(item.chosen).dim() : 1;
    default:
      return 0;
  }
}

// Takes an index expression apart: what views can do is done at once, what needs tensors of indices is collected for index and index_put_.
class Selection {
 public:
  Selection(const at::Tensor& self, const IndexItem* items, int32_t count) : result(self) {
    int64_t named = 0;
    bool ellipsis_seen = false;
    for (int32_t i = 0; i < count; i++) {
      named += spoken_for(items[i]);
      if (items[i].kind != IndexItem::ellipsis) continue;
      TORCH_CHECK_INDEX(!ellipsis_seen, "an index may hold one ellipsis only; it already stands for all dimensions that the others leave.");
      ellipsis_seen = true;
    }
    TORCH_CHECK_INDEX(named <= self.dim(), "too many indices: they speak of ", named, " dimensions, and the tensor has ", self.dim(), ".");
    const int64_t left = self.dim() - named;
    for (int32_t i = 0; i < count; i++) apply(items[i], left);
  }

  bool by_tensors() const { return chosen.size() > 0; }

  // What the views alone have made.
  at::Tensor result;
  Chosen chosen;

 private:
  void apply(const IndexItem& item, int64_t left) {
    switch (item.kind) {
      case IndexItem::single:
        result = at::select(result, dim, item.start);
        break;
      case IndexItem::slice:
        if (item.start != 0 || item.step != 1 || item.stop < result.size(dim)) result = at::slice(result, dim, item.start, item.stop, item.step);
        dim++;
        break;
      case IndexItem::ellipsis:
        dim += left;
        break;
      case IndexItem::truth:
        choose_all_or_nothing(item.start != 0);
        break;
      case IndexItem::tensor:
        choose(borrow(item.chosen));
        break;
      default:
        result = at::unsqueeze(result, dim);
        dim++;
        break;
    }
  }

  void choose(const at::Tensor& index) {
    if (is_number(index)) {
      result = at::select(result, dim, index.item().toLong());
    } else if (is_mask(index) && index.dim() == 0) {
      choose_all_or_nothing(index.item().toLong() != 0);
    } else if (index.scalar_type() == at::kInt) {
      // Newer libtorch takes these as they are.
      record(index.to(at::kLong), 1);
    } else {
      record(index, is_mask(index) ? index.dim() : 1);
    }
  }

  // A truth value adds a dimension of one element or of none.
  void choose_all_or_nothing(bool all) {
    result = at::unsqueeze(result, dim);
    record(at::zeros({all ? 1 : 0}, result.options().dtype(at::kLong).requires_grad(false)), 1);
  }

  // A mask covers as many dimensions as it has, and what follows it in the expression speaks of those after them, as in numpy.
  void record(const at::Tensor& index, int64_t dims) {
    for (; covered < dim; covered++) chosen.push_back(Optional<at::Tensor>());
    chosen.push_back(index);
    dim += dims;
    covered += dims;
  }

  int64_t dim = 0;
  int64_t covered = 0;
};

// A single number is converted to the type and the device of what it is written into, as a number of the language would be.
at::Tensor fitting(const at::Tensor& value, const at::Tensor& target) { return value.dim() == 0 ? value.to(target.options()) : value; }

// Leading dimensions of size one that the target has no room for do not count.
at::Tensor without_leading_ones(const at::Tensor& value, int64_t dims) {
  int64_t extra = 0;
  while (value.dim() - extra > dims && value.size(extra) == 1) extra++;
  return extra == 0 ? value : value.reshape(value.sizes().slice(static_cast<size_t>(extra)));
}

void put(const at::Tensor& self, const IndexItem* items, int32_t count, const at::Tensor& value, bool accumulate) {
  const Selection selection(self, items, count);
  at::Tensor target = selection.result;
  const at::Tensor source = fitting(value, target);
  if (selection.by_tensors()) {
    target.index_put_(selection.chosen, without_leading_ones(source, 0), accumulate);
    return;
  }

  const at::Tensor fit = without_leading_ones(source, target.dim());
  if (accumulate)
    target.add_(fit);
  else
    target.copy_(fit);
}

}  // namespace

METADSL_API Produced at_index(Arg self, const IndexItem* items, int32_t count) {
  return produce(
      [&] {
        const Selection selection(borrow(self), items, count);
        if (selection.by_tensors()) return at::index(selection.result, selection.chosen);
        // The result may be disposed on its own, and changed in its shape.
        return selection.result.is_same(borrow(self)) ? at::alias(borrow(self)) : selection.result;
      },
      self);
}

METADSL_API Status at_index_put_(Arg self, const IndexItem* items, int32_t count, Arg value, Flag accumulate) {
  return perform([&] { put(borrow(self), items, count, borrow(value), accumulate != 0); }, self, value);
}

METADSL_API Status at_index_put_scalar_(Arg self, const IndexItem* items, int32_t count, Number value) {
  return perform([&] { put(borrow(self), items, count, at::scalar_tensor(scalar(value), borrow(self).options().requires_grad(false)), false); }, self);
}

namespace {

at::Tensor select_leading(const at::Tensor& self, const int64_t* indices, int32_t count) {
  TORCH_CHECK_INDEX(count <= self.dim(), "too many indices: there are ", count, ", and the tensor has ", self.dim(), " dimensions.");
  if (count == 0) return at::alias(self);
  at::Tensor result = at::select(self, 0, indices[0]);
  for (int32_t i = 1; i < count; i++) result = at::select(result, 0, indices[i]);
  return result;
}

}  // namespace

// Indices that are all plain numbers: the common case, without the bookkeeping of an index expression.
METADSL_API Produced at_select_leading(Arg self, const int64_t* indices, int32_t count) {
  return produce([&] { return select_leading(borrow(self), indices, count); }, self);
}

METADSL_API Status at_select_leading_put_(Arg self, const int64_t* indices, int32_t count, Arg value) {
  return perform(
      [&] {
        const at::Tensor target = select_leading(borrow(self), indices, count);
        target.copy_(without_leading_ones(borrow(value), target.dim()));
      },
      self, value);
}

METADSL_API Produced at_gather(Arg self, int64_t dim, Arg index, Flag sparse_grad) {
  return produce([&] { return at::gather(borrow(self), dim, borrow(index), sparse_grad != 0); }, self, index);
}

METADSL_API Produced at_index_select(Arg self, int64_t dim, Arg index) {
  return produce([&] { return at::index_select(borrow(self), dim, borrow(index)); }, self, index);
}

// The out-of-place and the in-place form of what writes source at index along a dimension.
#define WRITING(op) \
  METADSL_API Produced at_##op(Arg self, int64_t dim, Arg index, Arg source) { \
    return produce([&] { return at::op(borrow(self), dim, borrow(index), borrow(source)); }, self, index, source); \
  } \
  METADSL_API Status at_##op##_(Arg self, int64_t dim, Arg index, Arg source) { \
    return perform([&] { borrow(self).op##_(dim, borrow(index), borrow(source)); }, self, index, source); \
  }

WRITING(scatter)
WRITING(scatter_add)
WRITING(index_copy)

METADSL_API Produced at_index_add(Arg self, int64_t dim, Arg index, Arg source, Number alpha) {
  return produce([&] { return at::index_add(borrow(self), dim, borrow(index), borrow(source), scalar(alpha)); }, self, index, source);
}

METADSL_API Status at_index_add_(Arg self, int64_t dim, Arg index, Arg source, Number alpha) {
  return perform([&] { borrow(self).index_add_(dim, borrow(index), borrow(source), scalar(alpha)); }, self, index, source);
}

METADSL_API Produced at_index_fill(Arg self, int64_t dim, Arg index, Number value) {
  return produce([&] { return at::index_fill(borrow(self), dim, borrow(index), scalar(value)); }, self, index);
}

METADSL_API Status at_index_fill_(Arg self, int64_t dim, Arg index, Number value) {
  return perform([&] { borrow(self).index_fill_(dim, borrow(index), scalar(value)); }, self, index);
}

METADSL_BINARY(take)

METADSL_API Produced at_take_along_dim(Arg self, Arg indices) {
  return produce([&] { return at::take_along_dim(borrow(self), borrow(indices)); }, self, indices);
}

METADSL_API Produced at_take_along_dim_dim(Arg self, Arg indices, int64_t dim) {
  return produce([&] { return at::take_along_dim(borrow(self), borrow(indices), dim); }, self, indices);
}

METADSL_BINARY(masked_select)

METADSL_API Produced at_masked_scatter(Arg self, Arg mask, Arg value) {
  return produce([&] { return at::masked_scatter(borrow(self), borrow(mask), borrow(value)); }, self, mask, value);
}

METADSL_API Status at_masked_scatter_(Arg self, Arg mask, Arg value) {
  return perform([&] { borrow(self).masked_scatter_(borrow(mask), borrow(value)); }, self, mask, value);
}

METADSL_API Produced at_where(Arg condition, Arg self, Arg other) {
  return produce([&] { return at::where(borrow(condition), borrow(self), borrow(other)); }, condition, self, other);
}

METADSL_API int64_t at_where_list(Arg condition) {
  return produce_list([&] { return at::where(borrow(condition)); }, condition);
}

METADSL_API int64_t at_nonzero_list(Arg self) {
  return produce_list([&] { return at::nonzero_numpy(borrow(self)); }, self);
}

METADSL_UNARY(nonzero)
METADSL_UNARY(argwhere)
