// What holds for the whole process: defaults, type rules, threads, CUDA.
#include "bridge.h"

#include <ATen/Parallel.h>
#include <c10/core/DefaultDtype.h>
#include <c10/core/ScalarTypeToTypeMeta.h>
#include <torch/csrc/api/include/torch/cuda.h>
#include <torch/csrc/api/include/torch/version.h>

#include <cstdlib>
#include <cstring>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace metadsl;

// Weak, since a libtorch may have another BLAS, or keep its own to itself.
extern "C" __attribute__((weak)) void openblas_set_num_threads(int);
extern "C" __attribute__((weak)) int openblas_get_num_threads();

#ifdef __GLIBC__
namespace {

bool is_left_to_us(const char* variable, const char* tunable) {
  const char* tunables = std::getenv("GLIBC_TUNABLES");
  return std::getenv(variable) == nullptr && (tunables == nullptr || std::strstr(tunables, tunable) == nullptr);
}

// glibc gives memory at the end of its heap, and blocks from 128 kB on, back to the system, which has to clear every page of it when it
// is asked for again. Tensors of such sizes come and go at each step of a training: keeping their memory takes a quarter off the
// processor time of an iteration of bench/sinusoid with five inner steps.
const bool keeps_freed_memory = [] {
  constexpr int megabyte = 1 << 20;
  if (is_left_to_us("MALLOC_MMAP_THRESHOLD_", "glibc.malloc.mmap_threshold")) mallopt(M_MMAP_THRESHOLD, 32 * megabyte);
  if (is_left_to_us("MALLOC_TRIM_THRESHOLD_", "glibc.malloc.trim_threshold")) mallopt(M_TRIM_THRESHOLD, 128 * megabyte);
  return true;
}();

}  // namespace
#endif

METADSL_API const char* at_version() { return TORCH_VERSION; }

METADSL_API int32_t at_get_default_dtype() { return static_cast<int32_t>(c10::get_default_dtype_as_scalartype()); }

METADSL_API Status at_set_default_dtype(int32_t dtype) {
  return perform([&] { c10::set_default_dtype(c10::scalarTypeToTypeMeta(static_cast<at::ScalarType>(dtype))); });
}

METADSL_API int32_t at_promote_types(int32_t first, int32_t second) {
  return static_cast<int32_t>(c10::promoteTypes(static_cast<at::ScalarType>(first), static_cast<at::ScalarType>(second)));
}

METADSL_API Flag at_can_cast(int32_t from, int32_t to) {
  return c10::canCast(static_cast<at::ScalarType>(from), static_cast<at::ScalarType>(to));
}

METADSL_API Status at_result_type(Arg first, Arg second, int32_t* result) {
  return perform([&] { *result = static_cast<int32_t>(at::result_type(borrow(first), borrow(second))); }, first, second);
}

METADSL_API Status at_get_num_threads(int32_t* result) {
  return perform([&] { *result = at::get_num_threads(); });
}

METADSL_API Status at_set_num_threads(int32_t count) {
  return perform([&] {
    at::set_num_threads(count);
    // libtorch tells OpenMP and MKL only. OpenBLAS may have threads of its own, which wake for products that are larger than small, and
    // then turn for a while, waiting for more.
    // It must not be told anything while other threads compute, so not what it knows.
    if (openblas_set_num_threads != nullptr && openblas_get_num_threads() != count) openblas_set_num_threads(count);
  });
}

METADSL_API Status at_get_num_interop_threads(int32_t* result) {
  return perform([&] { *result = static_cast<int32_t>(at::get_num_interop_threads()); });
}

METADSL_API Status at_set_num_interop_threads(int32_t count) {
  return perform([&] { at::set_num_interop_threads(count); });
}

METADSL_API Status at_cuda_is_available(Flag* result) {
  return perform([&] { *result = torch::cuda::is_available(); });
}

METADSL_API Status at_cudnn_is_available(Flag* result) {
  return perform([&] { *result = torch::cuda::cudnn_is_available(); });
}

METADSL_API Status at_cuda_device_count(int32_t* result) {
  return perform([&] { *result = static_cast<int32_t>(torch::cuda::device_count()); });
}

METADSL_API Status at_cuda_manual_seed(int64_t seed) {
  return perform([&] { torch::cuda::manual_seed(static_cast<uint64_t>(seed)); });
}

METADSL_API Status at_cuda_manual_seed_all(int64_t seed) {
  return perform([&] { torch::cuda::manual_seed_all(static_cast<uint64_t>(seed)); });
}

METADSL_API Status at_cuda_synchronize(int32_t device_index) {
  return perform([&] { torch::cuda::synchronize(device_index); });
}

METADSL_API Status at_mps_is_available(Flag* result) {
  return perform([&] { *result = at::hasMPS(); });
}

METADSL_API Status at_get_allow_tf32(Flag cudnn, Flag* result) {
  return perform([&] { *result = cudnn ? at::globalContext().allowTF32CuDNN() : at::globalContext().allowTF32CuBLAS(); });
}

METADSL_API Status at_set_allow_tf32(Flag cudnn, Flag allow) {
  return perform([&] {
    if (cudnn) at::globalContext().setAllowTF32CuDNN(allow != 0);
    else at::globalContext().setAllowTF32CuBLAS(allow != 0);
  });
}

METADSL_API Status at_get_sdp(Flag flash, Flag* result) {
  return perform([&] { *result = flash ? at::globalContext().userEnabledFlashSDP() : at::globalContext().userEnabledMathSDP(); });
}

METADSL_API Status at_set_sdp(Flag flash, Flag enable) {
  return perform([&] {
    if (flash) at::globalContext().setSDPUseFlash(enable != 0);
    else at::globalContext().setSDPUseMath(enable != 0);
  });
}
