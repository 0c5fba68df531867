// Products of two matrices, where we are quicker than libtorch.
#pragma once

#include <ATen/ATen.h>

namespace metadsl {

// left @ right, plus what is added; undefined where libtorch has to do it.
at::Tensor quick_product(const at::Tensor& left, const at::Tensor& right, const at::Tensor* added = nullptr);

}  // namespace metadsl
