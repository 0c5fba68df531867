// Random numbers, and the generators they come from.
#include "bridge.h"

#include <ATen/CPUGeneratorImpl.h>

#include <mutex>

using namespace metadsl;

// A generator crosses as a pointer to a reference of it; where one may be absent, null stands for the device's own.
using Source = at::Generator*;

namespace {

Optional<at::Generator> from(Source source) {
  if (source == nullptr) return {};
  return *source;
}

at::Device device(int32_t type, int32_t index) {
  return at::Device(static_cast<at::DeviceType>(type), static_cast<at::DeviceIndex>(index));
}

at::TensorOptions whole_numbers(const Options& asked) {
  const at::TensorOptions result = options(asked);
  return asked.dtype < 0 ? result.dtype(at::kLong) : result;
}

// A generator is shared by threads, and its own functions do not lock.
using Lock = std::lock_guard<std::mutex>;

}  // namespace

METADSL_API Status at_new_generator(int64_t seed, int32_t device_type, int32_t device_index, Source* result) {
  return perform([&] {
    const auto place = device(device_type, device_index);
    at::Generator made = place.is_cpu() ? at::detail::createCPUGenerator(0) : at::globalContext().defaultGenerator(place).clone();
    made.set_current_seed(static_cast<uint64_t>(seed));
    *result = new at::Generator(std::move(made));
  });
}

METADSL_API Status at_default_generator(Source* result) {
  return perform([&] { *result = new at::Generator(at::detail::getDefaultCPUGenerator()); });
}

METADSL_API void at_free_generator(Source source) { delete source; }

METADSL_API Status at_generator_manual_seed(Source source, int64_t seed) {
  return perform([&] {
    Lock lock(source->mutex());
    source->set_current_seed(static_cast<uint64_t>(seed));
  });
}

METADSL_API Status at_generator_initial_seed(Source source, int64_t* result) {
  return perform([&] {
    Lock lock(source->mutex());
    *result = static_cast<int64_t>(source->current_seed());
  });
}

METADSL_API Status at_generator_seed(Source source, int64_t* result) {
  return perform([&] {
    Lock lock(source->mutex());
    *result = static_cast<int64_t>(source->seed());
  });
}

METADSL_API Produced at_generator_get_state(Source source) {
  return produce([&] {
    Lock lock(source->mutex());
    return source->get_state();
  });
}

METADSL_API Status at_generator_set_state(Source source, Arg state) {
  return perform(
      [&] {
        Lock lock(source->mutex());
        source->set_state(borrow(state));
      },
      state);
}

// Every device's own generator.
METADSL_API Status at_manual_seed(int64_t seed) {
  return perform([&] { at::manual_seed(static_cast<uint64_t>(seed)); });
}

METADSL_API Produced at_rand(const int64_t* size, int32_t dims, Source source, Options asked) {
  return produce([&] { return created(at::rand(sizes(size, dims), from(source), options(asked)), asked); });
}

METADSL_API Produced at_randn(const int64_t* size, int32_t dims, Source source, Options asked) {
  return produce([&] { return created(at::randn(sizes(size, dims), from(source), options(asked)), asked); });
}

METADSL_API Produced at_randint(int64_t low, int64_t high, const int64_t* size, int32_t dims, Source source, Options asked) {
  return produce([&] { return created(at::randint(low, high, sizes(size, dims), from(source), whole_numbers(asked)), asked); });
}

METADSL_API Produced at_randperm(int64_t count, Source source, Options asked) {
  return produce([&] { return created(at::randperm(count, from(source), whole_numbers(asked)), asked); });
}

METADSL_API Produced at_normal(double mean, double deviation, const int64_t* size, int32_t dims, Source source, Options asked) {
  return produce([&] { return created(at::normal(mean, deviation, sizes(size, dims), from(source), options(asked)), asked); });
}

METADSL_API Produced at_normal_tensors(Arg mean, Arg deviation, Source source) {
  return produce([&] { return at::normal(borrow(mean), borrow(deviation), from(source)); }, mean, deviation);
}

METADSL_API Produced at_rand_like(Arg self, Options asked) {
  return produce([&] { return created(at::rand_like(borrow(self), options(asked)), asked); }, self);
}

METADSL_API Produced at_randn_like(Arg self, Options asked) {
  return produce([&] { return created(at::randn_like(borrow(self), options(asked)), asked); }, self);
}

METADSL_API Produced at_randint_like(Arg self, int64_t low, int64_t high, Options asked) {
  return produce([&] { return created(at::randint_like(borrow(self), low, high, options(asked)), asked); }, self);
}

METADSL_API Status at_rand_out(Arg self, const int64_t* size, int32_t dims) {
  return write_into(self, [&](at::Tensor& out) { at::rand_out(out, sizes(size, dims)); });
}

METADSL_API Status at_randn_out(Arg self, const int64_t* size, int32_t dims) {
  return write_into(self, [&](at::Tensor& out) { at::randn_out(out, sizes(size, dims)); });
}

METADSL_API Status at_randint_out(Arg self, int64_t high, const int64_t* size, int32_t dims) {
  return write_into(self, [&](at::Tensor& out) { at::randint_out(out, high, sizes(size, dims)); });
}

METADSL_API Status at_randperm_out(Arg self, int64_t count, Source source) {
  return write_into(self, [&](at::Tensor& out) { at::randperm_out(out, count, from(source)); });
}

METADSL_API Produced at_bernoulli(Arg self, Source source) {
  return produce([&] { return at::bernoulli(borrow(self), from(source)); }, self);
}

METADSL_API Produced at_multinomial(Arg self, int64_t samples, Flag replacement, Source source) {
  return produce([&] { return at::multinomial(borrow(self), samples, replacement != 0, from(source)); }, self);
}

METADSL_API Produced at_poisson(Arg self, Source source) {
  return produce([&] { return at::poisson(borrow(self), from(source)); }, self);
}

// libtorch draws for ever where a count or a probability is none.
METADSL_API Produced at_binomial(Arg self, Arg probability, Source source) {
  return produce(
      [&] {
        const at::Tensor& count = borrow(self);
        const at::Tensor& chance = borrow(probability);
        TORCH_CHECK(at::isfinite(count).logical_and_(count.ge(0)).all().item<bool>(), "every count must be a number of at least 0.");
        TORCH_CHECK(chance.ge(0).logical_and_(chance.le(1)).all().item<bool>(), "every probability must lie between 0 and 1.");
        return at::binomial(count, chance, from(source));
      },
      self, probability);
}

METADSL_API Produced at_standard_gamma(Arg self, Source source) {
  return produce([&] { return at::_standard_gamma(borrow(self), from(source)); }, self);
}

METADSL_API Produced at_sample_dirichlet(Arg self, Source source) {
  return produce([&] { return at::_sample_dirichlet(borrow(self), from(source)); }, self);
}

METADSL_API Status at_bernoulli_(Arg self, double probability, Source source) {
  return perform([&] { borrow(self).bernoulli_(probability, from(source)); }, self);
}

METADSL_API Status at_bernoulli_tensor_(Arg self, Arg probability, Source source) {
  return perform([&] { borrow(self).bernoulli_(borrow(probability), from(source)); }, self, probability);
}

METADSL_API Status at_cauchy_(Arg self, double median, double sigma, Source source) {
  return perform([&] { borrow(self).cauchy_(median, sigma, from(source)); }, self);
}

METADSL_API Status at_exponential_(Arg self, double lambda, Source source) {
  return perform([&] { borrow(self).exponential_(lambda, from(source)); }, self);
}

METADSL_API Status at_geometric_(Arg self, double probability, Source source) {
  return perform([&] { borrow(self).geometric_(probability, from(source)); }, self);
}

METADSL_API Status at_log_normal_(Arg self, double mean, double deviation, Source source) {
  return perform([&] { borrow(self).log_normal_(mean, deviation, from(source)); }, self);
}

METADSL_API Status at_normal_(Arg self, double mean, double deviation, Source source) {
  return perform([&] { borrow(self).normal_(mean, deviation, from(source)); }, self);
}

METADSL_API Status at_random_(Arg self, int64_t low, int64_t high, Source source) {
  return perform([&] { borrow(self).random_(low, high, from(source)); }, self);
}

METADSL_API Status at_uniform_(Arg self, double low, double high, Source source) {
  return perform([&] { borrow(self).uniform_(low, high, from(source)); }, self);
}
