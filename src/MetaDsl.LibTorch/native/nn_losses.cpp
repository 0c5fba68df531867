// Losses, and the distances they are made of.
#include "bridge.h"

#include <ATen/core/grad_mode.h>

#include <cmath>

using namespace metadsl;

namespace {

constexpr double pi = 3.14159265358979323846;

at::Tensor reduced(const at::Tensor& losses, int64_t reduction) {
  if (reduction == at::Reduction::Mean) return losses.mean();
  if (reduction == at::Reduction::Sum) return losses.sum();
  return losses;
}

// The gradient formulas of the pointwise losses take for granted that both operands have the shape of the result.
template <class Loss>
at::Tensor of_equal_shapes(const at::Tensor& input, const at::Tensor& target, const Loss& loss) {
  if (input.sizes() == target.sizes()) return loss(input, target);
  const auto both = at::broadcast_tensors({input, target});
  return loss(both[0], both[1]);
}

void expect_same_shape(const at::Tensor& input, const at::Tensor& target) {
  TORCH_CHECK(input.sizes() == target.sizes(),
              "'input' is of shape ", input.sizes(), " and 'target' of ", target.sizes(), "; they must be the same");
}

// libtorch follows a label wherever it points, and believes negative lengths.
void expect_labels_within(const at::Tensor& targets, const at::Tensor& input_lengths, const at::Tensor& target_lengths, int64_t classes) {
  TORCH_CHECK(at::isIntegralType(targets.scalar_type(), false), "'targets' must be integers, the numbers of classes");
  if (targets.numel() > 0) {
    const int64_t least = targets.min().item<int64_t>();
    const int64_t most = targets.max().item<int64_t>();
    TORCH_CHECK(least >= 0 && most < classes,
                "'targets' holds class ", least < 0 ? least : most, "; the classes go from 0 to ", classes - 1);
  }
  TORCH_CHECK(input_lengths.numel() == 0 || input_lengths.min().item<int64_t>() >= 0, "'input_lengths' holds a negative length");
  TORCH_CHECK(target_lengths.numel() == 0 || target_lengths.min().item<int64_t>() >= 0, "'target_lengths' holds a negative length");
}

}  // namespace

#define METADSL_POINTWISE_LOSS(op) \
  METADSL_API Produced at_##op(Arg input, Arg target, int64_t reduction) { \
    return produce( \
        [&] { \
          return of_equal_shapes( \
              borrow(input), borrow(target), [&](const at::Tensor& x, const at::Tensor& y) { return at::op(x, y, reduction); }); \
        }, \
        input, target); \
  }
METADSL_POINTWISE_LOSS(mse_loss)
METADSL_POINTWISE_LOSS(l1_loss)
METADSL_POINTWISE_LOSS(soft_margin_loss)

METADSL_API Produced at_smooth_l1_loss(Arg input, Arg target, int64_t reduction, double beta) {
  return produce(
      [&] {
        return of_equal_shapes(
            borrow(input), borrow(target),
            [&](const at::Tensor& x, const at::Tensor& y) { return at::smooth_l1_loss(x, y, reduction, beta); });
      },
      input, target);
}

METADSL_API Produced at_huber_loss(Arg input, Arg target, int64_t reduction, double delta) {
  return produce(
      [&] {
        return of_equal_shapes(
            borrow(input), borrow(target),
            [&](const at::Tensor& x, const at::Tensor& y) { return at::huber_loss(x, y, reduction, delta); });
      },
      input, target);
}

METADSL_API Produced at_cross_entropy_loss(
    Arg input, Arg target, Arg weight, int64_t reduction, int64_t ignore_index, double label_smoothing) {
  return produce(
      [&] {
        return at::cross_entropy_loss(borrow(input), borrow(target), borrow_optional(weight), reduction, ignore_index, label_smoothing);
      },
      input, target, weight);
}

METADSL_API Produced at_nll_loss(Arg input, Arg target, Arg weight, int64_t reduction) {
  return produce([&] { return at::nll_loss_nd(borrow(input), borrow(target), borrow_optional(weight), reduction); }, input, target, weight);
}

METADSL_API Produced at_binary_cross_entropy(Arg input, Arg target, Arg weight, int64_t reduction) {
  return produce(
      [&] {
        expect_same_shape(borrow(input), borrow(target));
        auto weights = borrow_optional(weight);
        if (weights) weights = weights->expand_as(borrow(input));
        return at::binary_cross_entropy(borrow(input), borrow(target), weights, reduction);
      },
      input, target, weight);
}

METADSL_API Produced at_binary_cross_entropy_with_logits(Arg input, Arg target, Arg weight, Arg pos_weight, int64_t reduction) {
  return produce(
      [&] {
        expect_same_shape(borrow(input), borrow(target));
        return at::binary_cross_entropy_with_logits(
            borrow(input), borrow(target), borrow_optional(weight), borrow_optional(pos_weight), reduction);
      },
      input, target, weight, pos_weight);
}

METADSL_API Produced at_kl_div(Arg input, Arg target, int64_t reduction, Flag log_target) {
  return produce([&] { return at::kl_div(borrow(input), borrow(target), reduction, log_target != 0); }, input, target);
}

METADSL_API Produced at_cosine_embedding_loss(Arg input1, Arg input2, Arg target, double margin, int64_t reduction) {
  return produce(
      [&] { return at::cosine_embedding_loss(borrow(input1), borrow(input2), borrow(target), margin, reduction); },
      input1, input2, target);
}

METADSL_API Produced at_hinge_embedding_loss(Arg input, Arg target, double margin, int64_t reduction) {
  return produce([&] { return at::hinge_embedding_loss(borrow(input), borrow(target), margin, reduction); }, input, target);
}

METADSL_API Produced at_margin_ranking_loss(Arg input1, Arg input2, Arg target, double margin, int64_t reduction) {
  return produce(
      [&] { return at::margin_ranking_loss(borrow(input1), borrow(input2), borrow(target), margin, reduction); },
      input1, input2, target);
}

METADSL_API Produced at_multilabel_margin_loss(Arg input, Arg target, int64_t reduction) {
  return produce([&] { return at::multilabel_margin_loss(borrow(input), borrow(target), reduction); }, input, target);
}

METADSL_API Produced at_multi_margin_loss(Arg input, Arg target, int64_t p, double margin, Arg weight, int64_t reduction) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(input);
        TORCH_CHECK(weight == nullptr || (x.dim() > 0 && borrow(weight).dim() == 1 && borrow(weight).numel() == x.size(-1)),
                    "'weight' must hold one number for each class, that is for each column of 'input'");
        return at::multi_margin_loss(x, borrow(target), p, margin, borrow_optional(weight), reduction);
      },
      input, target, weight);
}

METADSL_API Produced at_multilabel_soft_margin_loss(Arg input, Arg target, Arg weight, int64_t reduction) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(input);
        const at::Tensor& y = borrow(target);
        at::Tensor losses = -(y * at::log_sigmoid(x) + (1 - y) * at::log_sigmoid(-x));
        if (weight != nullptr) losses = losses * borrow(weight);
        return reduced(losses.mean(-1), reduction);
      },
      input, target, weight);
}

METADSL_API Produced at_triplet_margin_loss(
    Arg anchor, Arg positive, Arg negative, double margin, double p, double eps, Flag swap, int64_t reduction) {
  return produce(
      [&] { return at::triplet_margin_loss(borrow(anchor), borrow(positive), borrow(negative), margin, p, eps, swap != 0, reduction); },
      anchor, positive, negative);
}

// The same once the distances are known; between is the distance of positive and negative where they may swap.
METADSL_API Produced at_triplet_loss_of_distances(Arg to_positive, Arg to_negative, Arg between, double margin, int64_t reduction) {
  return produce(
      [&] {
        const at::Tensor away = between == nullptr ? borrow(to_negative) : at::minimum(borrow(to_negative), borrow(between));
        return reduced((borrow(to_positive) - away + margin).clamp_min(0), reduction);
      },
      to_positive, to_negative, between);
}

METADSL_API Produced at_poisson_nll_loss(Arg input, Arg target, Flag log_input, Flag full, double eps, int64_t reduction) {
  return produce(
      [&] { return at::poisson_nll_loss(borrow(input), borrow(target), log_input != 0, full != 0, eps, reduction); }, input, target);
}

METADSL_API Produced at_gaussian_nll_loss(Arg input, Arg target, Arg variance, Flag full, double eps, int64_t reduction) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(input);
        at::Tensor var = borrow(variance);
        if (var.sizes() != x.sizes()) {
          TORCH_CHECK(x.dim() > 0, "'variance' must be a single number, as 'input' is");
          const at::IntArrayRef rows = x.sizes().slice(0, static_cast<size_t>(x.dim() - 1));
          if (var.sizes() == rows) var = var.unsqueeze(-1);
          TORCH_CHECK(var.dim() == x.dim() && var.size(-1) == 1 && var.sizes().slice(0, rows.size()) == rows,
                      "'variance' must have the shape of 'input', or hold one number for each of its rows");
        }
        TORCH_CHECK(!at::any(var < 0).item<bool>(), "'variance' holds a negative number");
        var = var.clone();
        {
          // The gradient passes as if nothing had been raised to eps.
          const at::NoGradGuard unrecorded;
          var.clamp_min_(eps);
        }
        at::Tensor losses = 0.5 * (var.log() + (x - borrow(target)).square() / var);
        if (full) losses = losses + 0.5 * std::log(2 * pi);
        return reduced(losses, reduction);
      },
      input, target, variance);
}

METADSL_API Produced at_ctc_loss(
    Arg log_probs, Arg targets, Arg input_lengths, Arg target_lengths, int64_t blank, int64_t reduction, Flag zero_infinity) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(log_probs);
        TORCH_CHECK(x.dim() == 2 || x.dim() == 3, "'log_probs' must be of shape [time, batch, classes] or [time, classes]");
        expect_labels_within(borrow(targets), borrow(input_lengths), borrow(target_lengths), x.size(-1));
        return at::ctc_loss(x, borrow(targets), borrow(input_lengths), borrow(target_lengths), blank, reduction, zero_infinity != 0);
      },
      log_probs, targets, input_lengths, target_lengths);
}

METADSL_API Produced at_cosine_similarity(Arg x1, Arg x2, int64_t dim, double eps) {
  return produce([&] { return at::cosine_similarity(borrow(x1), borrow(x2), dim, eps); }, x1, x2);
}

METADSL_API Produced at_pairwise_distance(Arg x1, Arg x2, double p, double eps, Flag keepdim) {
  return produce([&] { return at::pairwise_distance(borrow(x1), borrow(x2), p, eps, keepdim != 0); }, x1, x2);
}
