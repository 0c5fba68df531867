// Functions of a network that know neighbours: convolution, pooling, padding, patches and resampling.
#include "bridge.h"

#include <cmath>
#include <limits>

using namespace metadsl;

namespace {

constexpr int64_t widest = std::numeric_limits<int32_t>::max();

// libtorch multiplies these without asking whether the product still fits, and some kernels count in 32 bits.
at::IntArrayRef bounded(const char* name, at::IntArrayRef values, int64_t least = -widest) {
  for (const int64_t value : values)
    TORCH_CHECK(value >= least && value <= widest, "'", name, "' is ", values, "; choose from ", least, " to ", widest);
  return values;
}

// A list as C# passes it: an empty one stands for the default.
at::IntArrayRef list_or(const char* name, const int64_t* values, int32_t count, const int64_t& otherwise) {
  if (count == 0) return otherwise;
  return bounded(name, sizes(values, count));
}

constexpr int64_t zero = 0;
constexpr int64_t one = 1;

// One number a dimension, where a single one stands for all.
std::vector<int64_t> spread(const char* name, at::IntArrayRef values, size_t dims, int64_t least) {
  bounded(name, values, least);
  TORCH_CHECK(values.size() == 1 || values.size() == dims,
              "'", name, "' is ", values, "; give one number, or one for each of the ", dims, " dimensions");
  return values.size() == 1 ? std::vector<int64_t>(dims, values[0]) : values.vec();
}

at::Tensor convolution(
    int dims, Arg input, Arg weight, Arg bias, at::IntArrayRef stride, at::IntArrayRef padding, at::IntArrayRef dilation, int64_t groups) {
  const at::Tensor& x = borrow(input);
  const at::Tensor& w = borrow(weight);
  const auto b = borrow_optional(bias);
  if (dims == 1) return at::conv1d(x, w, b, stride, padding, dilation, groups);
  if (dims == 2) return at::conv2d(x, w, b, stride, padding, dilation, groups);
  return at::conv3d(x, w, b, stride, padding, dilation, groups);
}

// The sizes that resampling leads to: from `size`, or from the input's and `scale`.
struct Resampled {
  std::vector<int64_t> size;
  std::vector<Optional<double>> scale;
};

Resampled resampled(const at::Tensor& x, at::IntArrayRef size, at::ArrayRef<double> scale, bool recompute_scale) {
  const auto dims = static_cast<size_t>(x.dim() - 2);
  TORCH_CHECK(size.empty() != scale.empty(),
              "give either the size or the scale factor of the result, not ", size.empty() ? "none" : "both");
  Resampled result{{}, std::vector<Optional<double>>(dims)};
  if (!size.empty()) {
    result.size = spread("size", size, dims, 1);
    return result;
  }
  TORCH_CHECK(scale.size() == 1 || scale.size() == dims,
              "'scale_factor' is ", scale, "; give one number, or one for each of the ", dims, " dimensions");
  for (size_t i = 0; i < dims; i++) {
    const double factor = scale[scale.size() == 1 ? 0 : i];
    const double length = std::floor(static_cast<double>(x.size(static_cast<int64_t>(i) + 2)) * factor);
    TORCH_CHECK(length >= 1 && length <= static_cast<double>(widest), "'scale_factor' is ", scale, ", which makes no image of ", x.sizes());
    result.size.push_back(static_cast<int64_t>(length));
    if (!recompute_scale) result.scale[i] = factor;
  }
  return result;
}

enum Interpolation { nearest, linear, bilinear, bicubic, trilinear, area };

at::Tensor interpolated(const at::Tensor& x, const Resampled& to, int32_t mode, bool align, bool antialias) {
  const auto dims = x.dim() - 2;
  const auto& scale = to.scale;
  TORCH_CHECK(!antialias || ((mode == bilinear || mode == bicubic) && dims == 2),
              "antialias is there only for bilinear and bicubic images of two dimensions");
  TORCH_CHECK(!align || (mode != nearest && mode != area), "align_corners is there only for the linear modes and the cubic one");
  switch (mode) {
    case nearest:
      if (dims == 1) return at::upsample_nearest1d(x, to.size, scale[0]);
      if (dims == 2) return at::upsample_nearest2d(x, to.size, scale[0], scale[1]);
      return at::upsample_nearest3d(x, to.size, scale[0], scale[1], scale[2]);
    case area:
      if (dims == 1) return at::adaptive_avg_pool1d(x, to.size);
      if (dims == 2) return at::adaptive_avg_pool2d(x, to.size);
      return at::adaptive_avg_pool3d(x, to.size);
    case linear:
      TORCH_CHECK(dims == 1, "mode Linear is for inputs of shape [batch, channels, length]; use Bilinear or Trilinear here");
      return at::upsample_linear1d(x, to.size, align, scale[0]);
    case bilinear:
      TORCH_CHECK(dims == 2, "mode Bilinear is for inputs of shape [batch, channels, height, width]; use Linear or Trilinear here");
      if (antialias) return at::_upsample_bilinear2d_aa(x, to.size, align, scale[0], scale[1]);
      return at::upsample_bilinear2d(x, to.size, align, scale[0], scale[1]);
    case bicubic:
      TORCH_CHECK(dims == 2, "mode Bicubic is for inputs of shape [batch, channels, height, width]");
      if (antialias) return at::_upsample_bicubic2d_aa(x, to.size, align, scale[0], scale[1]);
      return at::upsample_bicubic2d(x, to.size, align, scale[0], scale[1]);
    case trilinear:
      TORCH_CHECK(dims == 3, "mode Trilinear is for inputs of shape [batch, channels, depth, height, width]; use Linear or Bilinear here");
      return at::upsample_trilinear3d(x, to.size, align, scale[0], scale[1], scale[2]);
    default:
      TORCH_CHECK(false, "there is no interpolation mode ", mode);
  }
}

}  // namespace

METADSL_API Produced at_convolution(
    int32_t dims, Arg input, Arg weight, Arg bias, const int64_t* stride, int32_t strides, const int64_t* padding, int32_t paddings,
    const int64_t* dilation, int32_t dilations, int64_t groups) {
  return produce(
      [&] {
        return convolution(
            dims, input, weight, bias, list_or("stride", stride, strides, one), list_or("padding", padding, paddings, zero),
            list_or("dilation", dilation, dilations, one), groups);
      },
      input, weight, bias);
}

METADSL_API Produced at_convolution_same(
    int32_t dims, Arg input, Arg weight, Arg bias, const int64_t* stride, int32_t strides, const int64_t* dilation, int32_t dilations,
    int64_t groups) {
  return produce(
      [&] {
        const auto by = list_or("stride", stride, strides, one);
        const auto apart = list_or("dilation", dilation, dilations, one);
        const auto b = borrow_optional(bias);
        if (dims == 1) return at::conv1d(borrow(input), borrow(weight), b, by, "same", apart, groups);
        if (dims == 2) return at::conv2d(borrow(input), borrow(weight), b, by, "same", apart, groups);
        return at::conv3d(borrow(input), borrow(weight), b, by, "same", apart, groups);
      },
      input, weight, bias);
}

METADSL_API Produced at_convolution_transpose(
    int32_t dims, Arg input, Arg weight, Arg bias, const int64_t* stride, int32_t strides, const int64_t* padding, int32_t paddings,
    const int64_t* output_padding, int32_t output_paddings, const int64_t* dilation, int32_t dilations, int64_t groups) {
  return produce(
      [&] {
        const auto by = list_or("stride", stride, strides, one);
        const auto within = list_or("padding", padding, paddings, zero);
        const auto added = list_or("output_padding", output_padding, output_paddings, zero);
        const auto apart = list_or("dilation", dilation, dilations, one);
        const auto b = borrow_optional(bias);
        if (dims == 1) return at::conv_transpose1d(borrow(input), borrow(weight), b, by, within, added, groups, apart);
        if (dims == 2) return at::conv_transpose2d(borrow(input), borrow(weight), b, by, within, added, groups, apart);
        return at::conv_transpose3d(borrow(input), borrow(weight), b, by, within, added, groups, apart);
      },
      input, weight, bias);
}

METADSL_API Produced at_max_pool(
    int32_t dims, Arg input, const int64_t* kernel, int32_t kernels, const int64_t* stride, int32_t strides, const int64_t* padding,
    int32_t paddings,
    const int64_t* dilation, int32_t dilations, Flag ceil_mode) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(input);
        const auto window = bounded("kernel_size", sizes(kernel, kernels));
        const auto by = bounded("stride", sizes(stride, strides));
        const auto within = list_or("padding", padding, paddings, zero);
        const auto apart = list_or("dilation", dilation, dilations, one);
        if (dims == 2) return at::max_pool2d(x, window, by, within, apart, ceil_mode != 0);
        if (dims == 3) return at::max_pool3d(x, window, by, within, apart, ceil_mode != 0);
        at::Tensor result = at::max_pool1d(x, window, by, within, apart, ceil_mode != 0);
        // The other two refuse this by themselves.
        TORCH_CHECK(result.size(-1) > 0,
                    "a window of ", window[0], " does not fit into ", x.size(-1), " values; choose a smaller 'kernel_size'");
        return result;
      },
      input);
}

METADSL_API Status at_max_pool_with_indices(
    int32_t dims, Arg input, const int64_t* kernel, int32_t kernels, const int64_t* stride, int32_t strides, const int64_t* padding,
    int32_t paddings,
    const int64_t* dilation, int32_t dilations, Flag ceil_mode, Produced* results) {
  return produce_each(
      results,
      [&] {
        const at::Tensor& x = borrow(input);
        const auto window = bounded("kernel_size", sizes(kernel, kernels));
        const auto by = bounded("stride", sizes(stride, strides));
        const auto within = list_or("padding", padding, paddings, zero);
        const auto apart = list_or("dilation", dilation, dilations, one);
        if (dims == 1) return at::max_pool1d_with_indices(x, window, by, within, apart, ceil_mode != 0);
        if (dims == 2) return at::max_pool2d_with_indices(x, window, by, within, apart, ceil_mode != 0);
        return at::max_pool3d_with_indices(x, window, by, within, apart, ceil_mode != 0);
      },
      input);
}

METADSL_API Produced at_avg_pool(
    int32_t dims, Arg input, const int64_t* kernel, int32_t kernels, const int64_t* stride, int32_t strides, const int64_t* padding,
    int32_t paddings,
    Flag ceil_mode, Flag count_include_pad, const int64_t* divisor) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(input);
        const auto window = bounded("kernel_size", sizes(kernel, kernels));
        const auto by = bounded("stride", sizes(stride, strides));
        const auto within = list_or("padding", padding, paddings, zero);
        Optional<int64_t> override;
        if (divisor != nullptr) override = *divisor;
        if (dims == 1) return at::avg_pool1d(x, window, by, within, ceil_mode != 0, count_include_pad != 0);
        if (dims == 2) return at::avg_pool2d(x, window, by, within, ceil_mode != 0, count_include_pad != 0, override);
        return at::avg_pool3d(x, window, by, within, ceil_mode != 0, count_include_pad != 0, override);
      },
      input);
}

METADSL_API Produced at_lp_pool(
    int32_t dims, Arg input, double norm_type, const int64_t* kernel, int32_t kernels, const int64_t* stride, int32_t strides,
    Flag ceil_mode) {
  return produce(
      [&] {
        const auto window = spread("kernel_size", sizes(kernel, kernels), static_cast<size_t>(dims), 1);
        const auto by = bounded("stride", sizes(stride, strides));
        double count = 1;
        for (const int64_t length : window) count *= static_cast<double>(length);
        const at::Tensor powers = borrow(input).pow(norm_type);
        const at::Tensor mean =
            dims == 1 ? at::avg_pool1d(powers, window, by, 0, ceil_mode != 0) : at::avg_pool2d(powers, window, by, 0, ceil_mode != 0);
        return (mean.sign() * mean.abs().relu()).mul(count).pow(1 / norm_type);
      },
      input);
}

METADSL_API Produced at_adaptive_avg_pool(int32_t dims, Arg input, const int64_t* output_size, int32_t count) {
  return produce(
      [&] {
        const auto size = spread("output_size", sizes(output_size, count), static_cast<size_t>(dims), 0);
        if (dims == 1) return at::adaptive_avg_pool1d(borrow(input), size);
        if (dims == 2) return at::adaptive_avg_pool2d(borrow(input), size);
        return at::adaptive_avg_pool3d(borrow(input), size);
      },
      input);
}

METADSL_API Status at_adaptive_max_pool(int32_t dims, Arg input, const int64_t* output_size, int32_t count, Produced* results) {
  return produce_each(
      results,
      [&] {
        const auto size = spread("output_size", sizes(output_size, count), static_cast<size_t>(dims), 0);
        if (dims == 1) return at::adaptive_max_pool1d(borrow(input), size);
        if (dims == 2) return at::adaptive_max_pool2d(borrow(input), size);
        return at::adaptive_max_pool3d(borrow(input), size);
      },
      input);
}

METADSL_API Status at_fractional_max_pool(
    int32_t dims, Arg input, const int64_t* kernel, int32_t kernels, const int64_t* output_size, int32_t output_sizes, const double* ratio,
    int32_t ratios, Produced* results) {
  return produce_each(
      results,
      [&] {
        const at::Tensor& x = borrow(input);
        TORCH_CHECK(x.dim() == dims + 1 || x.dim() == dims + 2, "an input of ", dims + 1, " or ", dims + 2, " dimensions is needed");
        TORCH_CHECK((output_sizes == 0) != (ratios == 0),
                    "give either 'output_size' or 'output_ratio', not ", ratios == 0 ? "none" : "both");
        const auto window = spread("kernel_size", sizes(kernel, kernels), static_cast<size_t>(dims), 1);
        std::vector<int64_t> size;
        if (output_sizes > 0) {
          size = spread("output_size", sizes(output_size, output_sizes), static_cast<size_t>(dims), 1);
        } else {
          TORCH_CHECK(ratios == 1 || ratios == dims, "give one 'output_ratio', or one for each of the ", dims, " dimensions");
          for (int32_t i = 0; i < dims; i++) {
            const double share = ratio[ratios == 1 ? 0 : i];
            TORCH_CHECK(share > 0 && share < 1, "'output_ratio' is ", share, "; it must be between 0 and 1");
            size.push_back(static_cast<int64_t>(static_cast<double>(x.size(i - dims)) * share));
          }
          bounded("output_size", size, 1);
        }
        const at::Tensor samples =
            at::rand({x.dim() == dims + 1 ? 1 : x.size(0), x.size(-dims - 1), dims}, x.options().requires_grad(false));
        return dims == 2 ? at::fractional_max_pool2d(x, window, size, samples) : at::fractional_max_pool3d(x, window, size, samples);
      },
      input);
}

METADSL_API Produced at_max_unpool(
    int32_t dims, Arg input, Arg indices, const int64_t* kernel, int32_t kernels, const int64_t* stride, int32_t strides,
    const int64_t* padding, int32_t paddings, const int64_t* output_size, int32_t output_sizes) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(input);
        const auto count = static_cast<size_t>(dims);
        TORCH_CHECK(x.dim() == dims + 1 || x.dim() == dims + 2, "an input of ", dims + 1, " or ", dims + 2, " dimensions is needed");
        const auto window = spread("kernel_size", sizes(kernel, kernels), count, 1);
        const auto by = strides == 0 ? window : spread("stride", sizes(stride, strides), count, 1);
        const auto within = paddings == 0 ? std::vector<int64_t>(count, 0) : spread("padding", sizes(padding, paddings), count, 0);
        auto asked = sizes(output_size, output_sizes);
        if (asked.size() == count + 2) asked = asked.slice(2);
        TORCH_CHECK(asked.empty() || asked.size() == count,
                    "'output_size' is ", asked, "; give one number for each of the ", dims, " dimensions");
        std::vector<int64_t> size;
        for (size_t i = 0; i < count; i++) {
          const int64_t usual = (x.size(static_cast<int64_t>(i) - dims) - 1) * by[i] + window[i] - 2 * within[i];
          const int64_t length = asked.empty() ? usual : asked[i];
          TORCH_CHECK(length >= 0 && length > usual - by[i] && length < usual + by[i],
                      "'output_size' is ", length, " where this pooling makes ", usual, ", give or take less than its stride ", by[i]);
          size.push_back(length);
        }
        if (dims == 3) return at::max_unpool3d(x, borrow(indices), size, by, within);
        if (dims == 2) return at::max_unpool2d(x, borrow(indices), size);
        size.push_back(1);
        return at::max_unpool2d(x.unsqueeze(-1), borrow(indices).unsqueeze(-1), size).squeeze(-1);
      },
      input, indices);
}

enum Padding { zeros, reflect, replicate, circular, constant };

METADSL_API Produced at_pad(Arg self, const int64_t* widths, int32_t count, int32_t mode, double value) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(self);
        const auto pad = bounded("pad", sizes(widths, count));
        TORCH_CHECK(pad.size() % 2 == 0 && pad.size() / 2 <= static_cast<size_t>(x.dim()), "'pad' is ", pad, " for a tensor of ", x.dim(),
                    " dimensions; give two numbers for each dimension to be padded, the last dimension first");
        for (size_t i = 0; i < pad.size(); i += 2)
          TORCH_CHECK(x.size(-1 - static_cast<int64_t>(i / 2)) + std::min<int64_t>(pad[i], 0) + std::min<int64_t>(pad[i + 1], 0) >= 0,
                      "'pad' is ", pad, ", which cuts off more than there is");
        switch (mode) {
          case zeros: return at::pad(x, pad, "constant", 0.0);
          case reflect: return at::pad(x, pad, "reflect");
          case replicate: return at::pad(x, pad, "replicate");
          case circular: return at::pad(x, pad, "circular");
          case constant: return at::pad(x, pad, "constant", value);
          default: TORCH_CHECK(false, "there is no padding mode ", mode);
        }
      },
      self);
}

METADSL_API Produced at_fold(
    Arg self, const int64_t* output_size, const int64_t* kernel, const int64_t* dilation, const int64_t* padding, const int64_t* stride) {
  return produce(
      [&] {
        return at::col2im(borrow(self), bounded("output_size", sizes(output_size, 2), 1), bounded("kernel_size", sizes(kernel, 2)),
                          bounded("dilation", sizes(dilation, 2)), bounded("padding", sizes(padding, 2)),
                          bounded("stride", sizes(stride, 2)));
      },
      self);
}

METADSL_API Produced at_unfold_patches(
    Arg self, const int64_t* kernel, const int64_t* dilation, const int64_t* padding, const int64_t* stride) {
  return produce(
      [&] {
        return at::im2col(borrow(self), bounded("kernel_size", sizes(kernel, 2)), bounded("dilation", sizes(dilation, 2)),
                          bounded("padding", sizes(padding, 2)), bounded("stride", sizes(stride, 2)));
      },
      self);
}

METADSL_API Produced at_interpolate(
    Arg self, const int64_t* size, int32_t sizes_count, const double* scale, int32_t scales_count, int32_t mode, Flag align_corners,
    Flag recompute_scale, Flag antialias) {
  return produce(
      [&] {
        const at::Tensor& x = borrow(self);
        TORCH_CHECK(x.dim() >= 3 && x.dim() <= 5, "an input of 3 to 5 dimensions is needed: the batch, the channels, then the image");
        const auto to = resampled(x, sizes(size, sizes_count), {scale, static_cast<size_t>(scales_count)}, recompute_scale != 0);
        return interpolated(x, to, mode, align_corners != 0, antialias != 0);
      },
      self);
}

METADSL_API Produced at_pixel_shuffle(Arg self, int64_t factor) {
  return produce([&] { return at::pixel_shuffle(borrow(self), bounded("upscale_factor", factor)[0]); }, self);
}

METADSL_API Produced at_pixel_unshuffle(Arg self, int64_t factor) {
  return produce([&] { return at::pixel_unshuffle(borrow(self), bounded("downscale_factor", factor)[0]); }, self);
}

METADSL_API Produced at_grid_sample(Arg self, Arg grid, int64_t mode, int64_t padding_mode, Flag align_corners) {
  return produce([&] { return at::grid_sampler(borrow(self), borrow(grid), mode, padding_mode, align_corners != 0); }, self, grid);
}

METADSL_API Produced at_affine_grid(Arg theta, const int64_t* size, int32_t count, Flag align_corners) {
  return produce([&] { return at::affine_grid_generator(borrow(theta), sizes(size, count), align_corners != 0); }, theta);
}
