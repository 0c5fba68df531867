using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // nn_layers.cpp
    [DllImport(Library)] internal static extern Produced at_linear(nint input, nint weight, nint bias);
    [DllImport(Library)] internal static extern Produced at_bilinear(nint input1, nint input2, nint weight, nint bias);
    [DllImport(Library)] internal static extern Produced at_batch_norm(
        nint input, nint runningMean, nint runningVar, nint weight, nint bias, int training, double momentum, double eps);
    [DllImport(Library)] internal static extern Produced at_instance_norm(
        nint input, nint runningMean, nint runningVar, nint weight, nint bias, int useInputStats, double momentum, double eps);
    [DllImport(Library)] internal static extern Produced at_layer_norm(
        nint input, long* shape, int count, nint weight, nint bias, double eps);
    [DllImport(Library)] internal static extern Produced at_group_norm(nint input, long groups, nint weight, nint bias, double eps);
    [DllImport(Library)] internal static extern Produced at_local_response_norm(nint input, long size, double alpha, double beta, double k);
    [DllImport(Library)] internal static extern Produced at_normalize(nint input, double p, long dim, double eps);
    [DllImport(Library)] internal static extern Produced at_mish(nint self);
    [DllImport(Library)] internal static extern int at_mish_(nint self);
    [DllImport(Library)] internal static extern Produced at_gelu_tanh(nint self);
    [DllImport(Library)] internal static extern int at_gelu_tanh_(nint self);
    [DllImport(Library)] internal static extern Produced at_hardshrink(nint self, double lambda);
    [DllImport(Library)] internal static extern Produced at_softshrink(nint self, double lambda);
    [DllImport(Library)] internal static extern Produced at_tanhshrink(nint self);
    [DllImport(Library)] internal static extern int at_tanhshrink_(nint self);
    [DllImport(Library)] internal static extern Produced at_softsign(nint self);
    [DllImport(Library)] internal static extern int at_softsign_(nint self);
    [DllImport(Library)] internal static extern Produced at_softmin(nint self, long dim);
    [DllImport(Library)] internal static extern Produced at_softmax2d(nint self);
    [DllImport(Library)] internal static extern Produced at_one_hot(nint self, long classes);
    [DllImport(Library)] internal static extern Produced at_dropout(nint self, double p, int training);
    [DllImport(Library)] internal static extern int at_dropout_(nint self, double p, int training);
    [DllImport(Library)] internal static extern Produced at_alpha_dropout(nint self, double p, int training);
    [DllImport(Library)] internal static extern int at_alpha_dropout_(nint self, double p, int training);
    [DllImport(Library)] internal static extern Produced at_feature_alpha_dropout(nint self, double p, int training);
    [DllImport(Library)] internal static extern int at_feature_alpha_dropout_(nint self, double p, int training);
    [DllImport(Library)] internal static extern Produced at_feature_dropout(nint self, double p, int training, long unbatched);
    [DllImport(Library)] internal static extern int at_feature_dropout_(nint self, double p, int training, long unbatched);
    [DllImport(Library)] internal static extern Produced at_scaled_dot_product_attention(
        nint query, nint key, nint value, nint mask, double dropout, int causal);

    // nn_losses.cpp
    [DllImport(Library)] internal static extern Produced at_mse_loss(nint input, nint target, long reduction);
    [DllImport(Library)] internal static extern Produced at_l1_loss(nint input, nint target, long reduction);
    [DllImport(Library)] internal static extern Produced at_soft_margin_loss(nint input, nint target, long reduction);
    [DllImport(Library)] internal static extern Produced at_smooth_l1_loss(nint input, nint target, long reduction, double beta);
    [DllImport(Library)] internal static extern Produced at_huber_loss(nint input, nint target, long reduction, double delta);
    [DllImport(Library)] internal static extern Produced at_cross_entropy_loss(
        nint input, nint target, nint weight, long reduction, long ignoreIndex, double labelSmoothing);
    [DllImport(Library)] internal static extern Produced at_nll_loss(nint input, nint target, nint weight, long reduction);
    [DllImport(Library)] internal static extern Produced at_binary_cross_entropy(nint input, nint target, nint weight, long reduction);
    [DllImport(Library)] internal static extern Produced at_binary_cross_entropy_with_logits(
        nint input, nint target, nint weight, nint posWeight, long reduction);
    [DllImport(Library)] internal static extern Produced at_kl_div(nint input, nint target, long reduction, int logTarget);
    [DllImport(Library)] internal static extern Produced at_cosine_embedding_loss(
        nint input1, nint input2, nint target, double margin, long reduction);
    [DllImport(Library)] internal static extern Produced at_hinge_embedding_loss(nint input, nint target, double margin, long reduction);
    [DllImport(Library)] internal static extern Produced at_margin_ranking_loss(
        nint input1, nint input2, nint target, double margin, long reduction);
    [DllImport(Library)] internal static extern Produced at_multilabel_margin_loss(nint input, nint target, long reduction);
    [DllImport(Library)] internal static extern Produced at_multi_margin_loss(
        nint input, nint target, long p, double margin, nint weight, long reduction);
    [DllImport(Library)] internal static extern Produced at_multilabel_soft_margin_loss(
        nint input, nint target, nint weight, long reduction);
    [DllImport(Library)] internal static extern Produced at_triplet_margin_loss(
        nint anchor, nint positive, nint negative, double margin, double p, double eps, int swap, long reduction);
    [DllImport(Library)] internal static extern Produced at_triplet_loss_of_distances(
        nint toPositive, nint toNegative, nint between, double margin, long reduction);
    [DllImport(Library)] internal static extern Produced at_poisson_nll_loss(
        nint input, nint target, int logInput, int full, double eps, long reduction);
    [DllImport(Library)] internal static extern Produced at_gaussian_nll_loss(
        nint input, nint target, nint variance, int full, double eps, long reduction);
    [DllImport(Library)] internal static extern Produced at_ctc_loss(
        nint logProbs, nint targets, nint inputLengths, nint targetLengths, long blank, long reduction, int zeroInfinity);
    [DllImport(Library)] internal static extern Produced at_cosine_similarity(nint x1, nint x2, long dim, double eps);
    [DllImport(Library)] internal static extern Produced at_pairwise_distance(nint x1, nint x2, double p, double eps, int keepdim);

    // nn_spatial.cpp
    [DllImport(Library)] internal static extern Produced at_convolution(
        int dims, nint input, nint weight, nint bias, long* stride, int strides, long* padding, int paddings, long* dilation, int dilations,
        long groups);
    [DllImport(Library)] internal static extern Produced at_convolution_same(
        int dims, nint input, nint weight, nint bias, long* stride, int strides, long* dilation, int dilations, long groups);
    [DllImport(Library)] internal static extern Produced at_convolution_transpose(
        int dims, nint input, nint weight, nint bias, long* stride, int strides, long* padding, int paddings, long* outputPadding,
        int outputPaddings, long* dilation, int dilations, long groups);
    [DllImport(Library)] internal static extern Produced at_max_pool(
        int dims, nint input, long* kernel, int kernels, long* stride, int strides, long* padding, int paddings, long* dilation,
        int dilations, int ceilMode);
    [DllImport(Library)] internal static extern int at_max_pool_with_indices(
        int dims, nint input, long* kernel, int kernels, long* stride, int strides, long* padding, int paddings, long* dilation,
        int dilations, int ceilMode, Produced* results);
    [DllImport(Library)] internal static extern Produced at_avg_pool(
        int dims, nint input, long* kernel, int kernels, long* stride, int strides, long* padding, int paddings, int ceilMode,
        int countIncludePad, long* divisor);
    [DllImport(Library)] internal static extern Produced at_lp_pool(
        int dims, nint input, double normType, long* kernel, int kernels, long* stride, int strides, int ceilMode);
    [DllImport(Library)] internal static extern Produced at_adaptive_avg_pool(int dims, nint input, long* outputSize, int count);
    [DllImport(Library)] internal static extern int at_adaptive_max_pool(
        int dims, nint input, long* outputSize, int count, Produced* results);
    [DllImport(Library)] internal static extern int at_fractional_max_pool(
        int dims, nint input, long* kernel, int kernels, long* outputSize, int outputSizes, double* ratio, int ratios, Produced* results);
    [DllImport(Library)] internal static extern Produced at_max_unpool(
        int dims, nint input, nint indices, long* kernel, int kernels, long* stride, int strides, long* padding, int paddings,
        long* outputSize, int outputSizes);
    [DllImport(Library)] internal static extern Produced at_pad(nint self, long* widths, int count, int mode, double value);
    [DllImport(Library)] internal static extern Produced at_fold(
        nint self, long* outputSize, long* kernel, long* dilation, long* padding, long* stride);
    [DllImport(Library)] internal static extern Produced at_unfold_patches(
        nint self, long* kernel, long* dilation, long* padding, long* stride);
    [DllImport(Library)] internal static extern Produced at_interpolate(
        nint self, long* size, int sizesCount, double* scale, int scalesCount, int mode, int alignCorners, int recomputeScale,
        int antialias);
    [DllImport(Library)] internal static extern Produced at_pixel_shuffle(nint self, long factor);
    [DllImport(Library)] internal static extern Produced at_pixel_unshuffle(nint self, long factor);
    [DllImport(Library)] internal static extern Produced at_grid_sample(
        nint self, nint grid, long mode, long paddingMode, int alignCorners);
    [DllImport(Library)] internal static extern Produced at_affine_grid(nint theta, long* size, int count, int alignCorners);
}
