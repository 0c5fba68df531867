using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace MetaDsl.LibTorch.Tests;

public class LossTests
{
    [Fact]
    public void Pointwise_losses_follow_their_formulas()
    {
        using var x = Of([2], 1, 5);
        using var y = Of([2], 1.5, 2);
        Holds(F.mse_loss(x, y), [], 4.625);
        Holds(F.mse_loss(x, y, Reduction.Sum), [], 9.25);
        Holds(F.mse_loss(x, y, Reduction.None), [2], 0.25, 9);
        Holds(F.l1_loss(x, y), [], 1.75);
        Holds(F.smooth_l1_loss(x, y, Reduction.None), [2], 0.125, 2.5);
        Holds(F.huber_loss(x, y, 2, Reduction.None), [2], 0.125, 4);
        Holds(F.soft_margin_loss(x, y, Reduction.Sum), [], Math.Log(1 + Math.Exp(-1.5)) + Math.Log(1 + Math.Exp(-10)));
        Holds(F.poisson_nll_loss(x, y, log_input: false, reduction: Reduction.None), [2], 1, 5 - 2 * Math.Log(5));
        using var variance = Of([2], 4, 0);
        Holds(F.gaussian_nll_loss(x, y, variance, eps: 1, reduction: Reduction.None), [2], 0.5 * (Math.Log(4) + 0.0625), 4.5);
    }

    [Fact]
    public void A_loss_that_broadcasts_has_gradients_in_the_shape_of_its_operands()
    {
        using var x = Of([2, 1], 1, 2).requires_grad_();
        using var y = Of([1, 2], 0, 1);
        using var loss = F.mse_loss(x, y, Reduction.Sum);
        Holds(torch.autograd.grad([loss], [x])[0], [2, 1], 2, 6);
    }

    [Fact]
    public void Cross_entropy_takes_classes_and_probabilities()
    {
        using var x = Of([2, 2], 0, Math.Log(3), 0, 0);
        using var classes = Longs([2], 1, 0);
        using var probabilities = Of([2, 2], 0, 1, 1, 0);
        var (first, second) = (-Math.Log(0.75), Math.Log(2));
        Holds(F.cross_entropy(x, classes), [], (first + second) / 2);
        Holds(F.cross_entropy(x, probabilities), [], (first + second) / 2);
        Holds(F.cross_entropy(x, classes, reduction: Reduction.None), [2], first, second);
        using var weight = Of([2], 3, 1);
        Holds(F.cross_entropy(x, classes, weight), [], (first + 3 * second) / 4);
        Holds(F.cross_entropy(x, classes, ignore_index: 1), [], second);
        Holds(F.cross_entropy(x, classes, label_smoothing: 1), [], ((-Math.Log(0.75) - Math.Log(0.25)) / 2 + second) / 2);
        using var logarithms = F.log_softmax(x, 1);
        Holds(F.nll_loss(logarithms, classes, reduction: Reduction.Sum), [], first + second);
    }

    [Fact]
    public void Binary_cross_entropy_of_probabilities_and_of_scores_agree()
    {
        using var p = Of([2], 0.75, 0.5);
        using var scores = Of([2], Math.Log(3), 0);
        using var y = Of([2], 1, 0);
        Holds(F.binary_cross_entropy(p, y, reduction: Reduction.None), [2], -Math.Log(0.75), Math.Log(2));
        Holds(F.binary_cross_entropy_with_logits(scores, y, reduction: Reduction.None), [2], -Math.Log(0.75), Math.Log(2));
        using var weight = Of([1], 2);
        Holds(F.binary_cross_entropy(p, y, weight, Reduction.None), [2], -2 * Math.Log(0.75), 2 * Math.Log(2));
    }

    [Fact]
    public void Divergence_takes_logarithms_unless_told()
    {
        using var x = Of([2], Math.Log(0.5), Math.Log(0.5));
        using var y = Of([2], Math.Log(0.25), Math.Log(0.75));
        using var p = Of([2], 0.25, 0.75);
        var expected = 0.25 * Math.Log(0.5) + 0.75 * Math.Log(1.5);
        Holds(F.kl_div(x, y, reduction: Reduction.Sum), [], expected);
        Holds(F.kl_div(x, p, log_target: false, reduction: Reduction.Sum), [], expected);
    }

    [Fact]
    public void Losses_by_margin()
    {
        using var scope = NewDisposeScope();
        var a = Of([1, 2], 1, 0);
        var b = Of([1, 2], 0, 1);
        var plus = Of([1], 1);
        Holds(F.cosine_embedding_loss(a, b, plus), [], 1);
        Holds(F.cosine_similarity(a, b), [1], 0);
        Holds(F.pairwise_distance(a, b, eps: 0), [1], Math.Sqrt(2));
        Holds(F.margin_ranking_loss(plus, Of([1], 3), plus, margin: 0.5), [], 2.5);
        Holds(F.hinge_embedding_loss(Of([2], 3, 0.25), Of([2], 1, -1), margin: 1), [], 1.875);
        Holds(F.multi_margin_loss(Of([1, 3], 0.1, 0.2, 0.7), Longs([1], 2)), [], (0.4 + 0.5) / 3);
        Holds(F.multi_label_margin_loss(Of([1, 3], 0.1, 0.2, 0.7), Longs([1, 3], 2, -1, 0)), [], (0.4 + 0.5) / 3);
        Holds(F.multilabel_soft_margin_loss(Of([1, 2], 0, Math.Log(3)), Of([1, 2], 1, 1)), [], (Math.Log(2) - Math.Log(0.75)) / 2);
        var far = Of([1, 2], 4, 0);
        Holds(F.triplet_margin_loss(a, b, far, eps: 0), [], 0);
        Holds(F.triplet_margin_loss(a, far, b, eps: 0), [], 4 - Math.Sqrt(2));
        Holds(F.triplet_margin_with_distance_loss(a, far, b), [], 4 - Math.Sqrt(2));
        Holds(F.triplet_margin_with_distance_loss(a, far, b, (x, y) => F.pairwise_distance(x, y, 1, 0), swap: true), [], 2);
    }

    [Fact]
    public void Connectionist_temporal_classification_sums_over_alignments()
    {
        using var x = Of([2, 1, 2], [.. Enumerable.Repeat(Math.Log(0.5), 4)]);
        using var labels = Longs([1, 1], 1);
        using var steps = Longs([1], 2);
        using var one = Longs([1], 1);
        // Three of the four paths of two steps read "1".
        Holds(F.ctc_loss(x, labels, steps, one), [], -Math.Log(0.75));
    }

    [Fact]
    public void Hostile_losses_are_refused()
    {
        using var scope = NewDisposeScope();
        var x = Ramp(2, 3);
        var far = Longs([2], 0, 9);
        Refuses(() => F.cross_entropy(x, far), "cross_entropy: Target 9 is out of bounds");
        Refuses(() => F.cross_entropy(x, far, label_smoothing: 0.1), "cross_entropy: Target 9 is out of bounds");
        Refuses(() => F.cross_entropy(x, Longs([2], 0, -7)), "cross_entropy:");
        Refuses(() => F.cross_entropy(x, Longs([2], 0, 1), Ramp(2)), "cross_entropy:");
        Refuses(() => F.cross_entropy(x, Longs([2], 0, 1), label_smoothing: 3), "cross_entropy:");
        Refuses(() => F.cross_entropy(Of([], 1), Of([], 1)), "cross_entropy:");
        Refuses(() => F.nll_loss(x, far), "nll_loss:");
        Refuses(() => F.nll_loss(x, Longs([3], 0, 1, 2)), "nll_loss:");
        Refuses(() => F.binary_cross_entropy(x, Ramp(3)), "they must be the same");
        Refuses(() => F.binary_cross_entropy(x, x), "binary_cross_entropy: all elements of input should be between 0 and 1");
        Refuses(() => F.multi_margin_loss(x, far), "multi_margin_loss:");
        Refuses(() => F.multi_margin_loss(x, Longs([2], 0, 1), weight: Ramp(1)), "'weight' must hold one number for each class");
        Refuses(() => F.multi_label_margin_loss(x, Longs([2, 3], 0, 1, 9, 0, 0, 0)), "multi_label_margin_loss:");
        Refuses(() => F.mse_loss(Ramp(2), Ramp(3)), "mse_loss:");
        Refuses(() => F.gaussian_nll_loss(x, x, Of([2], -1, 1)), "negative");
        Refuses(() => F.gaussian_nll_loss(x, x, Ramp(3)), "'variance' must have");
        Refuses(() => F.triplet_margin_with_distance_loss(x, x, x, (_, _) => null!), "distance");
        Refuses(() => F.smooth_l1_loss(x, x, beta: -1), "smooth_l1_loss:");
    }

    [Fact]
    public void Hostile_alignments_are_refused()
    {
        using var scope = NewDisposeScope();
        var x = F.log_softmax(Ramp(5, 1, 3), -1);
        var labels = Longs([1, 2], 1, 2);
        Tensor Lengths(long length) => Longs([1], length);
        Refuses(() => F.ctc_loss(x, Longs([1, 2], 1, 2000000), Lengths(5), Lengths(2)), "class 2000000; the classes go from 0 to 2");
        Refuses(() => F.ctc_loss(x, Longs([1, 2], 1, -2000000), Lengths(5), Lengths(2)), "class -2000000");
        Refuses(() => F.ctc_loss(x, labels, Lengths(-1), Lengths(2)), "'input_lengths' holds a negative length");
        Refuses(() => F.ctc_loss(x, labels, Lengths(5), Lengths(-1)), "'target_lengths' holds a negative length");
        Refuses(() => F.ctc_loss(x, labels, Lengths(50), Lengths(2)), "ctc_loss:");
        Refuses(() => F.ctc_loss(x, labels, Lengths(5), Lengths(50)), "ctc_loss:");
        Refuses(() => F.ctc_loss(x, Longs([2], 1, 2), Lengths(5), Lengths(50)), "ctc_loss:");
        Refuses(() => F.ctc_loss(x, labels, Lengths(5), Lengths(2), blank: 9), "ctc_loss:");
        Refuses(() => F.ctc_loss(x, Ramp(1, 2), Lengths(5), Lengths(2)), "'targets' must be integers");
        Refuses(() => F.ctc_loss(Of([], 1), labels, Lengths(5), Lengths(2)), "'log_probs' must be");
    }
}
