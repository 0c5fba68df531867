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
// A size that so many requests in a row were not for is one that nobody uses any more: many times what a training step makes of each.
constexpr uint64_t most_idle = 10000;

struct OfOneSize {
  std::vector<void*> blocks;
  uint64_t last_request = 0;
};

struct Kept {
  std::mutex gate;
  std::unordered_map<size_t, OfOneSize> sizes;
  size_t bytes = 0;
  uint64_t requests = 0;
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

// Takes the blocks of sizes that were idle for more requests than that out of the store, to be freed outside of its gate.
std::vector<void*> take_idle(Kept& store, uint64_t idle) {
  std::vector<void*> taken;
  for (auto& [size, kept] : store.sizes) {
    if (store.requests - kept.last_request < idle) continue;
    taken.insert(taken.end(), kept.blocks.begin(), kept.blocks.end());
    store.bytes -= size * kept.blocks.size();
    kept.blocks.clear();
  }
  return taken;
}

void free_all(const std::vector<void*>& blocks) {
  for (auto* block : blocks) std::free(block);
}

void release_all() {
  auto& store = kept();
  std::unique_lock lock(store.gate);
  const auto blocks = take_idle(store, 0);
  lock.unlock();
  free_all(blocks);
}

// A block with its size in front; small ones are not kept.
void* take(size_t size) {
  if (size >= smallest) {
    auto& store = kept();
    std::lock_guard lock(store.gate);
    auto& kept = store.sizes[size];
    kept.last_request = ++store.requests;
    if (!kept.blocks.empty()) {
      auto* block = kept.blocks.back();
      kept.blocks.pop_back();
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
  if (size < smallest || size > most_kept) return std::free(block);
  auto& store = kept();
  std::unique_lock lock(store.gate);
  std::vector<void*> idle;
  // Sizes that nobody uses any more make place; others do not, or sizes that are used in turn would drive each other out.
  if (store.bytes + size > most_kept) idle = take_idle(store, most_idle);
  if (store.bytes + size <= most_kept) {
    store.sizes[size].blocks.push_back(block);
    store.bytes += size;
  } else {
    idle.push_back(block);
  }
  lock.unlock();
  free_all(idle);
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
