// Functions of a network that act on every position alike: linear maps, normalization, activations, dropout and attention.
#include "bridge.h"

// libtorch has an attention from 2.0 on; from 2.5 on, where it has this softmax, a query that may see nothing no longer gets NaN.
#if __has_include(<ATen/ops/scaled_dot_product_attention.h>) && __has_include(<ATen/ops/_safe_softmax.h>)
#define METADSL_FUSED_ATTENTION
#endif

#include <cmath>
#include <limits>

using namespace metadsl;

namespace {

// One value has no variance.
void expect_several(int64_t count, const char* of) {
  TORCH_CHECK(count != 1, "there is only one value per ", of, ", which has no variance; give more than one");
}

// A dropout of whole channels, where a tensor of `unbatched` dimensions is one sample without a batch.
at::Tensor as_batch(const at::Tensor& x, int64_t unbatched) { return x.dim() == unbatched ? x.unsqueeze(0) : x; }

#ifndef METADSL_FUSED_ATTENTION
// What libtorch 2.5 calls by this name.
at::Tensor attention(
    const at::Tensor& query, const at::Tensor& key, const at::Tensor& value, const Optional<at::Tensor>& mask, double dropout,
    bool causal) {
  TORCH_CHECK(query.dim() >= 2 && key.dim() >= 2 && value.dim() >= 2, "'query', 'key' and 'value' must have at least two dimensions");
  TORCH_CHECK(!causal || !mask, "a causal attention makes its own mask; leave 'attn_mask' out");
  at::Tensor scores = at::matmul(query / std::sqrt(static_cast<double>(query.size(-1))), key.transpose(-2, -1));
  const double never = -std::numeric_limits<double>::infinity();
  if (causal) {
    const at::Tensor seen = at::ones({query.size(-2), key.size(-2)}, query.options().dtype(at::kBool).requires_grad(false)).tril();
    scores = scores.masked_fill(seen.logical_not(), never);
  } else if (mask && mask->scalar_type() == at::kBool) {
    scores = scores.masked_fill(mask->logical_not(), never);
  } else if (mask) {
    scores = scores + *mask;
  }
  at::Tensor weights = at::softmax(scores, -1);
  if (mask) {
    // What may see nothing sees zeros, not NaN.
    const at::Tensor blind = (scores == never).all(-1, true);
    weights = weights.masked_fill(blind, 0.0);
  }
  if (dropout > 0) weights = at::dropout(weights, dropout, true);
  return at::matmul(weights, value);
}
#endif

}  // namespace

METADSL_API Produced at_linear(Arg input, Arg weight, Arg bias) {
  return produce([&] { return at::linear(borrow(input), borrow(weight), borrow_optional(bias)); }, input, weight, bias);
}

METADSL_API Produced at_bilinear(Arg input1, Arg input2, Arg weight, Arg bias) {
  return produce(
      [&] { return at::bilinear(borrow(input1), borrow(input2), borrow(weight), borrow_optional(bias)); },
      input1, input2, weight, bias);
}

METADSL_API Produced at_batch_norm(
    Arg input, Arg running_mean, Arg running_var, Arg weight, Arg bias, Flag training, double momentum, double eps) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(input);
        TORCH_CHECK(x.dim() >= 2, "an input of at least 2 dimensions is needed: the batch, then the channels");
        if (training && x.size(1) > 0) expect_several(x.numel() / x.size(1), "channel");
        return at::batch_norm(
            x, borrow_optional(weight), borrow_optional(bias), borrow_optional(running_mean), borrow_optional(running_var), training != 0,
            momentum, eps, true);
      },
      input, running_mean, running_var, weight, bias);
}

METADSL_API Produced at_instance_norm(
    Arg input, Arg running_mean, Arg running_var, Arg weight, Arg bias, Flag use_input_stats, double momentum, double eps) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(input);
        TORCH_CHECK(x.dim() >= 2, "an input of at least 2 dimensions is needed: the batch, then the channels");
        if (use_input_stats && x.size(0) * x.size(1) > 0) expect_several(x.numel() / (x.size(0) * x.size(1)), "channel of a sample");
        return at::instance_norm(
            x, borrow_optional(weight), borrow_optional(bias), borrow_optional(running_mean), borrow_optional(running_var),
            use_input_stats != 0, momentum, eps, true);
      },
      input, running_mean, running_var, weight, bias);
}

METADSL_API Produced at_layer_norm(Arg input, const int64_t* shape, int32_t count, Arg weight, Arg bias, double eps) {
  return produce(
      [&] { return at::layer_norm(borrow(input), sizes(shape, count), borrow_optional(weight), borrow_optional(bias), eps); },
      input, weight, bias);
}

METADSL_API Produced at_group_norm(Arg input, int64_t groups, Arg weight, Arg bias, double eps) {
  return produce(
      [&] {
        TORCH_CHECK(borrow(input).dim() >= 2, "an input of at least 2 dimensions is needed: the batch, then the channels");
        TORCH_CHECK(groups > 0, "'num_groups' is ", groups, "; it must be at least 1 and divide the number of channels");
        return at::group_norm(borrow(input), groups, borrow_optional(weight), borrow_optional(bias), eps);
      },
      input, weight, bias);
}

METADSL_API Produced at_local_response_norm(Arg input, int64_t size, double alpha, double beta, double k) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(input);
        TORCH_CHECK(x.dim() >= 3, "an input of at least 3 dimensions is needed: the batch, the channels, then the positions");
        TORCH_CHECK(size > 0 && size <= std::numeric_limits<int32_t>::max(), "'size' is ", size, "; it must be at least 1");
        if (x.numel() == 0) return x.clone();
        // The mean over neighbouring channels is a pooling of images whose height is the channels.
        const at::Tensor squares = at::constant_pad_nd(x.square().flatten(2).unsqueeze(1), {0, 0, size / 2, (size - 1) / 2});
        const at::Tensor mean = at::avg_pool2d(squares, {size, 1}, 1).squeeze(1).view(x.sizes());
        return x / mean.mul(alpha).add(k).pow(beta);
      },
      input);
}

METADSL_API Produced at_normalize(Arg input, double p, int64_t dim, double eps) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(input);
        return x / at::norm(x, p, at::IntArrayRef(dim), true).clamp_min(eps);
      },
      input);
}

METADSL_UNARY(mish)

METADSL_API Status at_mish_(Arg self) {
  return perform(
      [&] {
        at::Tensor target = borrow(self);
        at::mish_(target);
      },
      self);
}

METADSL_API Produced at_gelu_tanh(Arg self) { return produce([&] { return at::gelu(borrow(self), "tanh"); }, self); }

METADSL_API Status at_gelu_tanh_(Arg self) {
  return perform(
      [&] {
        at::Tensor target = borrow(self);
        at::gelu_(target, "tanh");
      },
      self);
}

METADSL_API Produced at_hardshrink(Arg self, double lambda) { return produce([&] { return at::hardshrink(borrow(self), lambda); }, self); }
METADSL_API Produced at_softshrink(Arg self, double lambda) { return produce([&] { return at::softshrink(borrow(self), lambda); }, self); }
METADSL_API Produced at_tanhshrink(Arg self) { return produce([&] { return borrow(self) - at::tanh(borrow(self)); }, self); }
METADSL_API Status at_tanhshrink_(Arg self) { return perform([&] { borrow(self).sub_(at::tanh(borrow(self))); }, self); }
METADSL_API Produced at_softsign(Arg self) { return produce([&] { return borrow(self) / (borrow(self).abs() + 1); }, self); }
// The gradient needs the values from before.
METADSL_API Status at_softsign_(Arg self) { return perform([&] { borrow(self).div_(borrow(self).clone().abs() + 1); }, self); }
METADSL_API Produced at_softmin(Arg self, int64_t dim) { return produce([&] { return at::softmax(-borrow(self), dim); }, self); }

METADSL_API Produced at_softmax2d(Arg self) {
  return produce(
      [&] {
        const int64_t dims = borrow(self).dim();
        TORCH_CHECK(dims == 3 || dims == 4, "an input of 3 or 4 dimensions is needed: perhaps the batch, then channels, height and width");
        return at::softmax(borrow(self), -3);
      },
      self);
}

METADSL_API Produced at_one_hot(Arg self, int64_t classes) {
  return produce([&] { return at::one_hot(borrow(self), classes); }, self);
}

#define METADSL_DROPOUT(op) \
  METADSL_API Produced at_##op(Arg self, double p, Flag training) { \
    return produce([&] { return at::op(borrow(self), p, training != 0); }, self); \
  } \
  METADSL_API Status at_##op##_(Arg self, double p, Flag training) { \
    return perform( \
        [&] { \
          at::Tensor target = borrow(self); \
          at::op##_(target, p, training != 0); \
        }, \
        self); \
  }
METADSL_DROPOUT(dropout)
METADSL_DROPOUT(alpha_dropout)
METADSL_DROPOUT(feature_alpha_dropout)

METADSL_API Produced at_feature_dropout(Arg self, double p, Flag training, int64_t unbatched) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(self);
        const at::Tensor result = at::feature_dropout(as_batch(x, unbatched), p, training != 0);
        return x.dim() == unbatched ? result.squeeze(0) : result;
      },
      self);
}

METADSL_API Status at_feature_dropout_(Arg self, double p, Flag training, int64_t unbatched) {
  return perform(
      [&] {
        at::Tensor target = as_batch(borrow(self), unbatched);
        at::feature_dropout_(target, p, training != 0);
      },
      self);
}

METADSL_API Produced at_scaled_dot_product_attention(Arg query, Arg key, Arg value, Arg mask, double dropout, Flag causal) {
  return produce(
      [&] {
        TORCH_CHECK(dropout >= 0 && dropout <= 1, "'p' is ", dropout, "; a probability is between 0 and 1");
#ifdef METADSL_FUSED_ATTENTION
        return at::scaled_dot_product_attention(borrow(query), borrow(key), borrow(value), borrow_optional(mask), dropout, causal != 0);
#else
        return attention(borrow(query), borrow(key), borrow(value), borrow_optional(mask), dropout, causal != 0);
#endif
      },
      query, key, value, mask);
}
