// Memory for tensors on the CPU: what a large one leaves is kept for the next of its size. glibc gives such blocks back to the system, at
// once or as soon as they are many, and the system clears every page of them when they are asked for again: in bench/conv4 that took as
// long as the convolutions.
#include <c10/core/CPUAllocator.h>
#include <c10/util/Exception.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace {

// In front of each block, as wide as the alignment of what follows.
constexpr size_t header = 64;
// Smaller blocks glibc keeps well.
constexpr size_t smallest = size_t{1} << 18;
constexpr size_t most_kept = size_t{1} << 29;

struct Kept {
  std::mutex gate;
  std::unordered_map<size_t, std::vector<void*>> blocks;
  size_t bytes = 0;
};

// Never destroyed: tensors may outlive whatever is.
Kept& kept() {
  static auto& instance = *new Kept;
  return instance;
}

// Sizes with three digits after the first in binary: at most an eighth is wasted, and different sizes share blocks.
size_t size_class(size_t size) {
  int shift = 0;
  while ((size >> shift) >= 16) ++shift;
  return ((size + (size_t{1} << shift) - 1) >> shift) << shift;
}

void release_all() {
  auto& store = kept();
  std::lock_guard lock(store.gate);
  for (auto& [size, blocks] : store.blocks) {
    for (auto* block : blocks) std::free(block);
  }
  store.blocks.clear();
  store.bytes = 0;
}

// A block with its size in front; small ones are not kept.
void* take(size_t size) {
  if (size >= smallest) {
    auto& store = kept();
    std::lock_guard lock(store.gate);
    auto found = store.blocks.find(size);
    if (found != store.blocks.end() && !found->second.empty()) {
      auto* block = found->second.back();
      found->second.pop_back();
      store.bytes -= size;
      return block;
    }
  }
  void* block = nullptr;
  if (posix_memalign(&block, header, header + size) != 0) {
    release_all();
    if (posix_memalign(&block, header, header + size) != 0) return nullptr;
  }
  *static_cast<size_t*>(block) = size;
  return block;
}

void give(void* data) {
  if (data == nullptr) return;
  auto* block = static_cast<char*>(data) - header;
  const auto size = *reinterpret_cast<size_t*>(block);
  if (size >= smallest) {
    auto& store = kept();
    std::lock_guard lock(store.gate);
    if (store.bytes + size <= most_kept) {
      store.blocks[size].push_back(block);
      store.bytes += size;
      return;
    }
  }
  std::free(block);
}

class KeepingAllocator final : public c10::Allocator {
 public:
  // Newer libtorch declares it without const, and wants copying too: neither is marked as what it overrides.
  c10::DataPtr allocate(size_t size) { return static_cast<const KeepingAllocator*>(this)->allocate(size); }

  void copy_data(void* to, const void* from, size_t size) const { std::memcpy(to, from, size); }

  c10::DataPtr allocate(size_t size) const {
    const c10::Device cpu(c10::DeviceType::CPU);
    if (size == 0) return {nullptr, nullptr, &give, cpu};
    auto* block = size > SIZE_MAX / 2 ? nullptr : take(size < smallest ? size : size_class(size));
    // In the usual allocator's words.
    TORCH_CHECK(block != nullptr, "DefaultCPUAllocator: not enough memory: you tried to allocate ", size, " bytes.");
    auto* data = static_cast<char*>(block) + header;
    return {data, data, &give, cpu};
  }

  c10::DeleterFnPtr raw_deleter() const override { return &give; }
};

const bool is_set = [] {
  c10::SetCPUAllocator(new KeepingAllocator);
  return true;
}();

}  // namespace
