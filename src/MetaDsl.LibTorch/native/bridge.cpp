#include "bridge.h"

#include <c10/util/Logging.h>

#include <exception>
#include <sstream>
#include <string>

using namespace metadsl;

namespace {

// libtorch looks up the name of every function on the stack for each of its errors, a millisecond or more, and nobody here reads it.
const bool without_backtraces = [] {
  c10::SetStackTraceFetcher([]() -> std::string { return {}; });
  return true;
}();

thread_local std::string last_error;
thread_local std::vector<at::Tensor> kept_list;

// libtorch wraps its own broken invariants in a source path and a plea to report them; what a user can act on stands after it.
std::string without_internals(std::string message) {
  const auto apology = message.find("  (Could this error message be improved?");
  if (apology != std::string::npos) message.erase(apology);
  const auto backends = message.find(" This could be because the operator doesn't exist");
  if (backends != std::string::npos) message.erase(backends);
  const auto allocator = message.find("DefaultCPUAllocator: ");
  if (allocator != std::string::npos) message.erase(0, allocator);
  static const std::string plea = "please report a bug to PyTorch.";
  const auto found = message.find(plea);
  if (found == std::string::npos) return message;
  auto told = message.substr(found + plea.size());
  told.erase(0, told.find_first_not_of(" \n"));
  return told.empty() ? "libtorch cannot do this with the given operands." : told;
}

const char* type_name(at::ScalarType type) {
  switch (type) {
    case at::kByte: return "uint8";
    case at::kChar: return "int8";
    case at::kShort: return "int16";
    case at::kInt: return "int32";
    case at::kLong: return "int64";
    case at::kHalf: return "float16";
    case at::kBFloat16: return "bfloat16";
    case at::kFloat: return "float32";
    case at::kDouble: return "float64";
    case at::kBool: return "bool";
    default: return c10::toString(type);
  }
}

// "float32 [25, 10, 1]", with the device where it is not the CPU.
void describe(std::ostream& text, const at::Tensor& tensor) {
  text << type_name(tensor.scalar_type()) << " " << tensor.sizes();
  if (!tensor.device().is_cpu()) text << " on " << tensor.device();
}

std::string current_message() {
  try {
    throw;
  } catch (const c10::Error& error) {
    return without_internals(error.what_without_backtrace());
  } catch (const std::bad_alloc&) {
    return "the machine has no memory left for this.";
  } catch (const std::exception& error) {
    return without_internals(error.what());
  } catch (...) {
    return "libtorch threw something that is not a C++ exception.";
  }
}

}  // namespace

namespace metadsl {

void remember_failure(std::initializer_list<at::TensorImpl*> operands) noexcept {
  try {
    std::ostringstream text;
    text << current_message();
    bool first = true;
    for (const Arg operand : operands) {
      if (operand == nullptr || !borrow(operand).defined()) continue;
      text << (first ? "\n  operands: " : ", ");
      first = false;
      describe(text, borrow(operand));
    }
    last_error = text.str();
  } catch (...) {
    last_error.clear();
  }
}

at::Scalar scalar(Number number) {
  switch (number.kind) {
    case Number::real: {
      double value;
      std::memcpy(&value, &number.bits, sizeof value);
      return value;
    }
    case Number::truth:
      return number.bits != 0;
    default:
      return number.bits;
  }
}

at::TensorOptions options(const Options& asked) {
  at::TensorOptions result;
  if (asked.dtype >= 0) result = result.dtype(static_cast<at::ScalarType>(asked.dtype));
  if (asked.device_type >= 0)
    result = result.device(at::Device(static_cast<at::DeviceType>(asked.device_type), static_cast<at::DeviceIndex>(asked.device_index)));
  return result;
}

int64_t keep_list(std::vector<at::Tensor>&& tensors) {
  for (auto& tensor : tensors) tensor = with_memory(std::move(tensor));
  kept_list = std::move(tensors);
  return static_cast<int64_t>(kept_list.size());
}

}  // namespace metadsl

METADSL_API const char* at_last_error() { return last_error.c_str(); }

METADSL_API void at_release(Arg tensor) {
  c10::intrusive_ptr<at::TensorImpl, at::UndefinedTensorImpl>::reclaim(tensor);
}

METADSL_API void at_take_list(Produced* results) {
  for (auto& tensor : kept_list) *results++ = hand_over(std::move(tensor));
  kept_list.clear();
}
