// Gradients: torch.autograd without Python.
#include "bridge.h"

#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>

using namespace metadsl;

namespace {

std::vector<at::Tensor> list(const Arg* tensors, int32_t count) { return borrow_list(tensors, count).vec(); }

// Absent gradients stand for ones, as in PyTorch.
std::vector<at::Tensor> gradients_or_ones(const Arg* tensors, int32_t count) {
  std::vector<at::Tensor> result;
  for (int32_t i = 0; i < count; i++) result.push_back(tensors[i] == nullptr ? at::Tensor() : borrow(tensors[i]));
  return result;
}

}  // namespace

METADSL_API int64_t at_grad(const Arg* outputs, int32_t output_count, const Arg* inputs, int32_t input_count, const Arg* grad_outputs,
                            int32_t grad_output_count, Flag retain_graph, Flag create_graph, Flag allow_unused) {
  return produce_list([&] {
    return torch::autograd::grad(list(outputs, output_count), list(inputs, input_count), gradients_or_ones(grad_outputs, grad_output_count),
                                 retain_graph != 0, create_graph != 0, allow_unused != 0);
  });
}

METADSL_API Status at_backward(const Arg* tensors, int32_t count, const Arg* grad_tensors, int32_t grad_count, Flag retain_graph, Flag create_graph,
                               const Arg* inputs, int32_t input_count) {
  return perform([&] {
    torch::autograd::backward(list(tensors, count), gradients_or_ones(grad_tensors, grad_count), retain_graph != 0, create_graph != 0,
                              list(inputs, input_count));
  });
}

// The accumulated gradient; no tensor and no error where there is none.
METADSL_API Status at_gradient(Arg self, Produced* result) {
  return perform([&] { *result = hand_over(at::Tensor(borrow(self).grad())); }, self);
}

// The checks of PyTorch's own setter, which libtorch leaves to its callers.
METADSL_API Status at_set_gradient(Arg self, Arg value) {
  return perform(
      [&] {
        if (value != nullptr) {
          const at::Tensor& tensor = borrow(self);
          const at::Tensor& gradient = borrow(value);
          TORCH_CHECK(value != self, "a tensor cannot be its own gradient; clone it.");
          TORCH_CHECK(gradient.sizes() == tensor.sizes(), "the gradient has shape ", gradient.sizes(), " but the tensor has shape ", tensor.sizes(), ".");
          TORCH_CHECK(gradient.scalar_type() == tensor.scalar_type(), "the gradient and the tensor are of different types; convert one of them.");
          TORCH_CHECK(gradient.device() == tensor.device(), "the gradient is on ", gradient.device(), " but the tensor is on ", tensor.device(), ".");
        }
        borrow(self).mutable_grad() = value == nullptr ? at::Tensor() : borrow(value);
      },
      self, value);
}

METADSL_API Status at_retain_grad(Arg self) {
  return perform([&] { borrow(self).retain_grad(); }, self);
}

METADSL_API Produced at_detach(Arg self) {
  return produce([&] { return borrow(self).detach(); }, self);
}

METADSL_API Status at_detach_(Arg self) {
  return perform([&] { borrow(self).detach_(); }, self);
}

METADSL_API Flag at_is_grad_enabled() { return c10::GradMode::is_enabled(); }
METADSL_API void at_set_grad_enabled(Flag enabled) { c10::GradMode::set_enabled(enabled != 0); }
METADSL_API Flag at_is_inference_mode_enabled() { return c10::InferenceMode::is_enabled(); }

// A guard is bound to the thread that made it, and guards end in the reverse order of their beginning.
METADSL_API Status at_begin_inference_mode(Flag enabled, void** guard) {
  return perform([&] { *guard = new c10::InferenceMode(enabled != 0); });
}

METADSL_API void at_end_inference_mode(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }
