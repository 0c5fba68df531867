// Functions applied to each element: arithmetic, comparison, logic, elementary functions and activations.
#include "bridge.h"

#include <ATen/EmptyTensor.h>
#include <c10/core/InferenceMode.h>

#include <array>
#include <limits>

using namespace metadsl;

namespace {

// libtorch makes `tensor op number` cost three times `tensor op tensor`: the number becomes a 0-dimensional float64 (or int64) tensor,
// and the iterator over the operands then casts that to the tensor's dtype with a complete operation of its own. Here such numbers are
// made in the tensor's dtype at once, and those in use are kept, a few a thread.
//
// This gives the very same bits where libtorch's own cast is the conversion that C++ does here, and the promoted dtype is the tensor's:
// dense float32 and float64 tensors on the CPU. It is left to libtorch
//   - for integers, where a real number promotes, and for half and bfloat16, which newer kernels compute with the number unrounded;
//   - for truth values, which some operations refuse;
//   - for 0-dimensional tensors, whose gradients libtorch multiplies by the number in double precision;
//   - on other devices, whose kernels take a number as it is.
class Numbers {
 public:
  // The number as a tensor for `self`, or null where libtorch has to do it. It is valid until the thread's next call, and never written to.
  static const at::Tensor* like(const at::Tensor& self, Number number) {
    if (number.kind == Number::truth || self.dim() == 0 || !self.is_cpu() || self.layout() != at::kStrided) return nullptr;
    switch (self.scalar_type()) {
      case at::kFloat: return &kept<float>(at::kFloat, convert<float>(number));
      case at::kDouble: return &kept<double>(at::kDouble, convert<double>(number));
      default: return nullptr;
    }
  }

 private:
  struct Slot {
    uint64_t bits = 0;
    at::ScalarType type = at::kFloat;
    at::Tensor tensor;
  };

  static constexpr int slot_bits = 4;

  // An integer goes to float32 directly: through float64 it would be rounded twice.
  template <class T>
  static T convert(Number number) {
    if (number.kind == Number::integer) return static_cast<T>(number.bits);
    double value;
    std::memcpy(&value, &number.bits, sizeof value);
    return static_cast<T>(value);
  }

  template <class T>
  static const at::Tensor& kept(at::ScalarType type, T value) {
    static thread_local std::array<Slot, 1 << slot_bits> slots;
    uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof value);
    // The upper half of a float64 and the only half of a float32 tell most numbers apart.
    const uint64_t mixed = (bits ^ (bits >> 32)) * 0x9E3779B97F4A7C15u;
    Slot& slot = slots[mixed >> (64 - slot_bits)];
    if (slot.bits == bits && slot.type == type && slot.tensor.defined()) return slot.tensor;
    // Gradient graphs may keep it, so it must not be a tensor of an inference mode that happens to be on.
    const c10::InferenceMode normal(false);
    at::Tensor made = at::detail::empty_cpu({}, type);
    *static_cast<T*>(made.data_ptr()) = value;
    slot = {bits, type, std::move(made)};
    return slot.tensor;
  }
};

// The smallest integer divided by -1 has no result, and the processor answers with a signal that ends the process.
[[noreturn]] void overflow(at::ScalarType type) {
  TORCH_CHECK(false, "the smallest ", type == at::kInt ? "int32" : "int64",
              " divided by -1 does not fit into its type; convert to a floating or wider type first.");
}

bool may_trap(const at::Tensor& self, at::ScalarType type) {
  return (type == at::kInt || type == at::kLong) && self.is_cpu();
}

int64_t smallest(at::ScalarType type) {
  return type == at::kInt ? std::numeric_limits<int32_t>::min() : std::numeric_limits<int64_t>::min();
}

bool holds(const at::Tensor& truths) { return at::any(truths).item<bool>(); }

void check_quotient(const at::Tensor& self, const at::Tensor& other) {
  const at::ScalarType type = at::result_type(self, other);
  if (!may_trap(self, type)) return;
  const at::Tensor minus_one = other.eq(-1);
  if (holds(minus_one) && holds(at::logical_and(self.to(type).eq(smallest(type)), minus_one))) overflow(type);
}

void check_quotient(const at::Tensor& self, Number other) {
  const at::ScalarType type = self.scalar_type();
  if (!may_trap(self, type) || other.kind != Number::integer) return;
  // libtorch wraps the number around into the tensor's type.
  const int64_t divisor = type == at::kInt ? static_cast<int32_t>(other.bits) : other.bits;
  if (divisor == -1 && holds(self.eq(smallest(type)))) overflow(type);
}

const char* rounding(int32_t mode) {
  TORCH_CHECK(mode == 1 || mode == 2, "rounding_mode ", mode, " is none of RoundingMode.None, trunc and floor.");
  return mode == 1 ? "trunc" : "floor";
}

Optional<at::Scalar> optional_scalar(Number number, Flag given) {
  if (given == 0) return {};
  return scalar(number);
}

Optional<double> optional_double(double number, Flag given) {
  if (given == 0) return {};
  return number;
}

}  // namespace

// An operation with a number that may be taken as a tensor; see Numbers.
#define METADSL_NUMBER(op)                                                                  \
  METADSL_API Produced at_##op##_scalar(Arg self, Number number) {                          \
    return produce(                                                                         \
        [&] {                                                                               \
          const at::Tensor* other = Numbers::like(borrow(self), number);                    \
          if (other) return at::op(borrow(self), *other);                                   \
          return at::op(borrow(self), scalar(number));                                      \
        },                                                                                  \
        self);                                                                              \
  }
#define METADSL_NUMBER_(op)                                             \
  METADSL_API Status at_##op##_scalar_(Arg self, Number number) {       \
    return perform(                                                     \
        [&] {                                                           \
          const at::Tensor* other = Numbers::like(borrow(self), number); \
          if (other) {                                                  \
            borrow(self).op##_(*other);                                 \
          } else {                                                      \
            borrow(self).op##_(scalar(number));                         \
          }                                                             \
        },                                                              \
        self);                                                          \
  }

// Division whose integer form can trap.
#define METADSL_QUOTIENT(op)                                              \
  METADSL_API Produced at_##op(Arg self, Arg other) {                     \
    return produce(                                                       \
        [&] {                                                             \
          check_quotient(borrow(self), borrow(other));                    \
          return at::op(borrow(self), borrow(other));                     \
        },                                                                \
        self, other);                                                     \
  }                                                                       \
  METADSL_API Status at_##op##_(Arg self, Arg other) {                    \
    return perform(                                                       \
        [&] {                                                             \
          check_quotient(borrow(self), borrow(other));                    \
          borrow(self).op##_(borrow(other));                              \
        },                                                                \
        self, other);                                                     \
  }                                                                       \
  METADSL_API Produced at_##op##_scalar(Arg self, Number other) {         \
    return produce(                                                       \
        [&] {                                                             \
          check_quotient(borrow(self), other);                            \
          return at::op(borrow(self), scalar(other));                     \
        },                                                                \
        self);                                                            \
  }                                                                       \
  METADSL_API Status at_##op##_scalar_(Arg self, Number other) {          \
    return perform(                                                       \
        [&] {                                                             \
          check_quotient(borrow(self), other);                            \
          borrow(self).op##_(scalar(other));                              \
        },                                                                \
        self);                                                            \
  }

#define METADSL_BOTH(op) METADSL_UNARY(op) METADSL_UNARY_(op)
#define METADSL_BINARIES(op) METADSL_BINARY(op) METADSL_BINARY_(op)
#define METADSL_SCALARS(op) METADSL_SCALAR(op) METADSL_SCALAR_(op)
#define METADSL_NUMBERS(op) METADSL_NUMBER(op) METADSL_NUMBER_(op)

// Arithmetic

METADSL_API Produced at_add(Arg self, Arg other) { return produce([&] { return at::add(borrow(self), borrow(other)); }, self, other); }
METADSL_API Status at_add_(Arg self, Arg other) { return perform([&] { borrow(self).add_(borrow(other)); }, self, other); }
METADSL_NUMBERS(add)
METADSL_API Produced at_sub(Arg self, Arg other) { return produce([&] { return at::sub(borrow(self), borrow(other)); }, self, other); }
METADSL_API Status at_sub_(Arg self, Arg other) { return perform([&] { borrow(self).sub_(borrow(other)); }, self, other); }
METADSL_NUMBERS(sub)
METADSL_BINARIES(mul)
METADSL_NUMBERS(mul)
METADSL_BINARIES(div)
METADSL_NUMBERS(div)

METADSL_API Produced at_add_alpha(Arg self, Arg other, Number alpha) {
  return produce([&] { return at::add(borrow(self), borrow(other), scalar(alpha)); }, self, other);
}

METADSL_API Status at_add_alpha_(Arg self, Arg other, Number alpha) {
  return perform([&] { borrow(self).add_(borrow(other), scalar(alpha)); }, self, other);
}

METADSL_API Produced at_add_scalar_alpha(Arg self, Number other, Number alpha) {
  return produce([&] { return at::add(borrow(self), scalar(other), scalar(alpha)); }, self);
}

METADSL_API Status at_add_scalar_alpha_(Arg self, Number other, Number alpha) {
  return perform([&] { borrow(self).add_(scalar(other), scalar(alpha)); }, self);
}

// number - self
METADSL_API Produced at_rsub_scalar(Arg self, Number number) {
  return produce(
      [&] {
        const at::Tensor* left = Numbers::like(borrow(self), number);
        return left ? at::sub(*left, borrow(self)) : at::rsub(borrow(self), scalar(number));
      },
      self);
}

// number / self, as PyTorch computes it: the reciprocal, times the number.
METADSL_API Produced at_rdiv_scalar(Arg self, Number number) {
  return produce(
      [&] {
        const at::Tensor reciprocal = at::reciprocal(borrow(self));
        const at::Tensor* other = Numbers::like(reciprocal, number);
        return other ? at::mul(reciprocal, *other) : at::mul(reciprocal, scalar(number));
      },
      self);
}

METADSL_API Produced at_div_rounded(Arg self, Arg other, int32_t mode) {
  return produce(
      [&] {
        check_quotient(borrow(self), borrow(other));
        return at::div(borrow(self), borrow(other), rounding(mode));
      },
      self, other);
}

METADSL_API Status at_div_rounded_(Arg self, Arg other, int32_t mode) {
  return perform(
      [&] {
        check_quotient(borrow(self), borrow(other));
        borrow(self).div_(borrow(other), rounding(mode));
      },
      self, other);
}

METADSL_API Produced at_div_rounded_scalar(Arg self, Number other, int32_t mode) {
  return produce(
      [&] {
        check_quotient(borrow(self), other);
        return at::div(borrow(self), scalar(other), rounding(mode));
      },
      self);
}

METADSL_API Status at_div_rounded_scalar_(Arg self, Number other, int32_t mode) {
  return perform(
      [&] {
        check_quotient(borrow(self), other);
        borrow(self).div_(scalar(other), rounding(mode));
      },
      self);
}

METADSL_QUOTIENT(floor_divide)
METADSL_QUOTIENT(fmod)
METADSL_QUOTIENT(remainder)

METADSL_BINARIES(pow)
METADSL_SCALARS(pow)
METADSL_BINARIES(float_power)
METADSL_BINARIES(xlogy)
METADSL_SCALARS(xlogy)
METADSL_BINARIES(atan2)
METADSL_BINARIES(copysign)
METADSL_BINARIES(heaviside)
METADSL_BINARIES(ldexp)
METADSL_BINARIES(nextafter)
METADSL_BINARIES(gcd)
METADSL_BINARY(fmax)
METADSL_BINARY(fmin)
METADSL_BINARY(hypot)
METADSL_BINARY(igamma)
METADSL_BINARY(igammac)
METADSL_BINARY(logaddexp)
METADSL_BINARY(logaddexp2)
METADSL_BINARY(maximum)
METADSL_BINARY(minimum)

namespace {

// The least common multiple divides by the greatest common divisor, which is -1 for some pairs with the smallest integer.
void check_multiple(const at::Tensor& self, const at::Tensor& other) {
  const at::ScalarType type = at::result_type(self, other);
  if (!may_trap(self, type)) return;
  if (holds(self.to(type).eq(smallest(type))) || holds(other.to(type).eq(smallest(type)))) overflow(type);
}

}  // namespace

METADSL_API Produced at_lcm(Arg self, Arg other) {
  return produce(
      [&] {
        check_multiple(borrow(self), borrow(other));
        return at::lcm(borrow(self), borrow(other));
      },
      self, other);
}

METADSL_API Status at_lcm_(Arg self, Arg other) {
  return perform(
      [&] {
        check_multiple(borrow(self), borrow(other));
        borrow(self).lcm_(borrow(other));
      },
      self, other);
}

METADSL_API Produced at_addcmul(Arg self, Arg tensor1, Arg tensor2, Number value) {
  return produce([&] { return at::addcmul(borrow(self), borrow(tensor1), borrow(tensor2), scalar(value)); }, self, tensor1, tensor2);
}

METADSL_API Status at_addcmul_(Arg self, Arg tensor1, Arg tensor2, Number value) {
  return perform([&] { borrow(self).addcmul_(borrow(tensor1), borrow(tensor2), scalar(value)); }, self, tensor1, tensor2);
}

METADSL_API Produced at_addcdiv(Arg self, Arg tensor1, Arg tensor2, Number value) {
  return produce([&] { return at::addcdiv(borrow(self), borrow(tensor1), borrow(tensor2), scalar(value)); }, self, tensor1, tensor2);
}

METADSL_API Status at_addcdiv_(Arg self, Arg tensor1, Arg tensor2, Number value) {
  return perform([&] { borrow(self).addcdiv_(borrow(tensor1), borrow(tensor2), scalar(value)); }, self, tensor1, tensor2);
}

METADSL_API Produced at_lerp(Arg self, Arg end, Arg weight) {
  return produce([&] { return at::lerp(borrow(self), borrow(end), borrow(weight)); }, self, end, weight);
}

METADSL_API Status at_lerp_(Arg self, Arg end, Arg weight) {
  return perform([&] { borrow(self).lerp_(borrow(end), borrow(weight)); }, self, end, weight);
}

METADSL_API Produced at_clamp(Arg self, Arg min, Arg max) {
  return produce([&] { return at::clamp(borrow(self), borrow_optional(min), borrow_optional(max)); }, self, min, max);
}

METADSL_API Status at_clamp_(Arg self, Arg min, Arg max) {
  return perform([&] { borrow(self).clamp_(borrow_optional(min), borrow_optional(max)); }, self, min, max);
}

METADSL_API Produced at_clamp_scalar(Arg self, Number min, Flag has_min, Number max, Flag has_max) {
  return produce([&] { return at::clamp(borrow(self), optional_scalar(min, has_min), optional_scalar(max, has_max)); }, self);
}

METADSL_API Status at_clamp_scalar_(Arg self, Number min, Flag has_min, Number max, Flag has_max) {
  return perform([&] { borrow(self).clamp_(optional_scalar(min, has_min), optional_scalar(max, has_max)); }, self);
}

METADSL_SCALARS(clamp_max)
METADSL_SCALARS(clamp_min)

METADSL_API Produced at_masked_fill_scalar(Arg self, Arg mask, Number value) {
  return produce([&] { return at::masked_fill(borrow(self), borrow(mask), scalar(value)); }, self, mask);
}

METADSL_API Status at_masked_fill_scalar_(Arg self, Arg mask, Number value) {
  return perform([&] { borrow(self).masked_fill_(borrow(mask), scalar(value)); }, self, mask);
}

METADSL_API Produced at_dist(Arg self, Arg other, double p) {
  return produce([&] { return at::dist(borrow(self), borrow(other), p); }, self, other);
}

// Comparison

METADSL_BINARIES(eq)
METADSL_NUMBERS(eq)
METADSL_BINARIES(ge)
METADSL_NUMBERS(ge)
METADSL_BINARIES(gt)
METADSL_NUMBERS(gt)
METADSL_BINARIES(le)
METADSL_NUMBERS(le)
METADSL_BINARIES(lt)
METADSL_NUMBERS(lt)
METADSL_BINARIES(ne)
METADSL_NUMBERS(ne)

METADSL_API Produced at_isclose(Arg self, Arg other, double rtol, double atol, Flag equal_nan) {
  return produce([&] { return at::isclose(borrow(self), borrow(other), rtol, atol, equal_nan != 0); }, self, other);
}

METADSL_API Status at_allclose(Arg self, Arg other, double rtol, double atol, Flag equal_nan, Flag* result) {
  return perform([&] { *result = at::allclose(borrow(self), borrow(other), rtol, atol, equal_nan != 0); }, self, other);
}

// The same dtype, device, shape and elements.
METADSL_API Status at_equal(Arg self, Arg other, Flag* result) {
  return perform(
      [&] {
        const at::Tensor& a = borrow(self);
        const at::Tensor& b = borrow(other);
        *result = a.scalar_type() == b.scalar_type() && a.device() == b.device() && at::equal(a, b);
      },
      self, other);
}

// Logic

METADSL_BOTH(logical_not)
METADSL_BINARIES(logical_and)
METADSL_BINARIES(logical_or)
METADSL_BINARIES(logical_xor)
METADSL_BOTH(bitwise_not)
METADSL_BINARIES(bitwise_and)
METADSL_BINARIES(bitwise_or)
METADSL_BINARIES(bitwise_xor)
METADSL_BINARIES(bitwise_left_shift)
METADSL_BINARIES(bitwise_right_shift)
METADSL_UNARY(isfinite)
METADSL_UNARY(isinf)
METADSL_UNARY(isnan)
METADSL_UNARY(isneginf)
METADSL_UNARY(isposinf)
METADSL_UNARY(isreal)

// Elementary functions

METADSL_BOTH(abs)
METADSL_BOTH(acos)
METADSL_BOTH(acosh)
METADSL_BOTH(asin)
METADSL_BOTH(asinh)
METADSL_BOTH(atan)
METADSL_BOTH(atanh)
METADSL_BOTH(ceil)
METADSL_BOTH(cos)
METADSL_BOTH(cosh)
METADSL_BOTH(deg2rad)
METADSL_BOTH(digamma)
METADSL_BOTH(erf)
METADSL_BOTH(erfc)
METADSL_BOTH(erfinv)
METADSL_BOTH(exp)
METADSL_BOTH(exp2)
METADSL_BOTH(expm1)
METADSL_BOTH(floor)
METADSL_BOTH(frac)
METADSL_BOTH(i0)
METADSL_BOTH(lgamma)
METADSL_BOTH(log)
METADSL_BOTH(log10)
METADSL_BOTH(log1p)
METADSL_BOTH(log2)
METADSL_BOTH(neg)
METADSL_BOTH(rad2deg)
METADSL_BOTH(reciprocal)
METADSL_BOTH(rsqrt)
METADSL_BOTH(sgn)
METADSL_BOTH(sigmoid)
METADSL_BOTH(sign)
METADSL_BOTH(sin)
METADSL_BOTH(sinc)
METADSL_BOTH(sinh)
METADSL_BOTH(sqrt)
METADSL_BOTH(tan)
METADSL_BOTH(tanh)
METADSL_BOTH(trunc)
METADSL_UNARY(positive)
METADSL_UNARY(signbit)
METADSL_UNARY(square)

METADSL_API Produced at_round(Arg self, int64_t decimals) {
  return produce([&] { return decimals == 0 ? at::round(borrow(self)) : at::round(borrow(self), decimals); }, self);
}

METADSL_API Status at_round_(Arg self, int64_t decimals) {
  return perform([&] { decimals == 0 ? borrow(self).round_() : borrow(self).round_(decimals); }, self);
}

METADSL_API Produced at_polygamma(Arg self, int64_t order) {
  return produce([&] { return at::polygamma(order, borrow(self)); }, self);
}

METADSL_API Status at_polygamma_(Arg self, int64_t order) {
  return perform([&] { borrow(self).polygamma_(order); }, self);
}

METADSL_API Produced at_mvlgamma(Arg self, int64_t p) {
  return produce([&] { return at::mvlgamma(borrow(self), p); }, self);
}

METADSL_API Status at_mvlgamma_(Arg self, int64_t p) {
  return perform([&] { borrow(self).mvlgamma_(p); }, self);
}

METADSL_API Produced at_logit(Arg self, double eps, Flag has_eps) {
  return produce([&] { return at::logit(borrow(self), optional_double(eps, has_eps)); }, self);
}

METADSL_API Status at_logit_(Arg self, double eps, Flag has_eps) {
  return perform([&] { borrow(self).logit_(optional_double(eps, has_eps)); }, self);
}

METADSL_API Produced at_nan_to_num(Arg self, double nan, double posinf, Flag has_posinf, double neginf, Flag has_neginf) {
  return produce(
      [&] { return at::nan_to_num(borrow(self), nan, optional_double(posinf, has_posinf), optional_double(neginf, has_neginf)); }, self);
}

METADSL_API Status at_nan_to_num_(Arg self, double nan, double posinf, Flag has_posinf, double neginf, Flag has_neginf) {
  return perform([&] { borrow(self).nan_to_num_(nan, optional_double(posinf, has_posinf), optional_double(neginf, has_neginf)); }, self);
}

METADSL_API Status at_frexp(Arg self, Produced* results) {
  return produce_each(results, [&] { return at::frexp(borrow(self)); }, self);
}

// Activations: most have an in-place form only as a function, on a tensor that is not const.

#define METADSL_ACTIVATION_(op)                        \
  METADSL_API Status at_##op##_(Arg self) {            \
    return perform(                                    \
        [&] {                                          \
          at::Tensor target = borrow(self);            \
          at::op##_(target);                           \
        },                                             \
        self);                                         \
  }

METADSL_BOTH(relu)
METADSL_UNARY(relu6)
METADSL_ACTIVATION_(relu6)
METADSL_UNARY(gelu)
METADSL_ACTIVATION_(gelu)
METADSL_UNARY(silu)
METADSL_ACTIVATION_(silu)
METADSL_UNARY(selu)
METADSL_ACTIVATION_(selu)
METADSL_UNARY(hardsigmoid)
METADSL_ACTIVATION_(hardsigmoid)
METADSL_UNARY(hardswish)
METADSL_ACTIVATION_(hardswish)
METADSL_UNARY(log_sigmoid)
METADSL_SCALAR(celu)
METADSL_SCALAR(leaky_relu)
METADSL_BINARY(prelu)

METADSL_API Status at_celu_scalar_(Arg self, Number alpha) {
  return perform(
      [&] {
        at::Tensor target = borrow(self);
        at::celu_(target, scalar(alpha));
      },
      self);
}

METADSL_API Status at_leaky_relu_scalar_(Arg self, Number slope) {
  return perform(
      [&] {
        at::Tensor target = borrow(self);
        at::leaky_relu_(target, scalar(slope));
      },
      self);
}

METADSL_API Produced at_elu(Arg self, Number alpha, Number scale, Number input_scale) {
  return produce([&] { return at::elu(borrow(self), scalar(alpha), scalar(scale), scalar(input_scale)); }, self);
}

METADSL_API Status at_elu_(Arg self, Number alpha, Number scale, Number input_scale) {
  return perform(
      [&] {
        at::Tensor target = borrow(self);
        at::elu_(target, scalar(alpha), scalar(scale), scalar(input_scale));
      },
      self);
}

METADSL_API Produced at_glu(Arg self, int64_t dim) {
  return produce([&] { return at::glu(borrow(self), dim); }, self);
}

METADSL_API Produced at_hardtanh(Arg self, Number min, Number max) {
  return produce([&] { return at::hardtanh(borrow(self), scalar(min), scalar(max)); }, self);
}

METADSL_API Status at_hardtanh_(Arg self, Number min, Number max) {
  return perform(
      [&] {
        at::Tensor target = borrow(self);
        at::hardtanh_(target, scalar(min), scalar(max));
      },
      self);
}

METADSL_API Produced at_rrelu(Arg self, double lower, double upper) {
  return produce([&] { return at::rrelu(borrow(self), lower, upper); }, self);
}

METADSL_API Status at_rrelu_(Arg self, double lower, double upper) {
  return perform(
      [&] {
        at::Tensor target = borrow(self);
        at::rrelu_(target, lower, upper);
      },
      self);
}

METADSL_API Produced at_softplus(Arg self, double beta, double threshold) {
  return produce([&] { return at::softplus(borrow(self), beta, threshold); }, self);
}

METADSL_API Produced at_threshold(Arg self, Number threshold, Number value) {
  return produce([&] { return at::threshold(borrow(self), scalar(threshold), scalar(value)); }, self);
}

METADSL_API Status at_threshold_(Arg self, Number threshold, Number value) {
  return perform(
      [&] {
        at::Tensor target = borrow(self);
        at::threshold_(target, scalar(threshold), scalar(value));
      },
      self);
}
