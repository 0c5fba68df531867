using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace MetaDsl.LibTorch.Tests;

public class ConvolutionTests
{
    [Fact]
    public void A_convolution_slides_its_weights()
    {
        using var x = Ramp(1, 1, 4);
        using var w = Of([1, 1, 2], 1, 10);
        using var b = Of([1], 100);
        Holds(F.conv1d(x, w), [1, 1, 3], 21, 32, 43);
        Holds(F.conv1d(x, w, b, stride: 2), [1, 1, 2], 121, 143);
        Holds(F.conv1d(x, w, padding: 1), [1, 1, 5], 10, 21, 32, 43, 4);
        Holds(F.conv1d(x, w, dilation: 2), [1, 1, 2], 31, 42);
        Holds(F.conv1d_padding(x, w, padding: Padding.Same), [1, 1, 4], 21, 32, 43, 4);
        Holds(F.conv1d_padding(x, w), [1, 1, 3], 21, 32, 43);
        Holds(F.conv_transpose1d(x, w), [1, 1, 5], 1, 12, 23, 34, 40);
        Holds(F.conv_transpose1d(x, w, stride: 2, output_padding: 1), [1, 1, 9], 1, 10, 2, 20, 3, 30, 4, 40, 0);
    }

    [Fact]
    public void Lists_of_one_number_and_of_one_a_dimension_both_count()
    {
        using var x = Ramp(1, 1, 3, 3);
        using var w = Of([1, 1, 2, 2], 1, 0, 0, 1);
        Holds(F.conv2d(x, w), [1, 1, 2, 2], 6, 8, 12, 14);
        Holds(F.conv2d(x, w, strides: [2], padding: [1]), [1, 1, 2, 2], 1, 3, 7, 14);
        Holds(F.conv2d(x, w, strides: [1, 2]), [1, 1, 2, 1], 6, 12);
        Holds(F.conv2d_padding(x, w, padding: Padding.Same), [1, 1, 3, 3], 6, 8, 3, 12, 14, 6, 7, 8, 9);
        Holds(F.conv_transpose2d(x, w, padding: [1, 1]), [1, 1, 2, 2], 6, 8, 12, 14);
        using var volume = Ramp(1, 1, 1, 2, 2);
        using var one = Of([1, 1, 1, 1, 1], 2);
        Holds(F.conv3d(volume, one), [1, 1, 1, 2, 2], 2, 4, 6, 8);
        Holds(F.conv3d_padding(volume, one, padding: Padding.Same), [1, 1, 1, 2, 2], 2, 4, 6, 8);
        Holds(F.conv_transpose3d(volume, one), [1, 1, 1, 2, 2], 2, 4, 6, 8);
    }

    [Fact]
    public void Groups_keep_their_channels_to_themselves()
    {
        using var x = Ramp(1, 2, 2);
        using var w = Of([2, 1, 1], 1, 10);
        Holds(F.conv1d(x, w, groups: 2), [1, 2, 2], 1, 2, 30, 40);
    }

    [Fact]
    public void Hostile_convolutions_are_refused()
    {
        using var scope = NewDisposeScope();
        var x = Ramp(1, 4, 5, 5);
        var w = Ramp(4, 4, 3, 3);
        Refuses(() => F.conv2d(x, w, groups: 0), "conv2d: non-positive groups");
        Refuses(() => F.conv2d(x, w, groups: 3), "conv2d:");
        Refuses(() => F.conv2d(x, w, strides: [0]), "conv2d: non-positive stride");
        Refuses(() => F.conv2d(x, w, strides: [1, 1, 1]), "conv2d:");
        Refuses(() => F.conv2d(x, w, padding: [-1]), "conv2d:");
        Refuses(() => F.conv2d(x, w, dilation: [0]), "conv2d:");
        Refuses(() => F.conv2d(x, w, dilation: [1L << 62]), "'dilation' is [4611686018427387904]");
        Refuses(() => F.conv2d(x, w, strides: [long.MinValue]), "'stride' is");
        Refuses(() => F.conv2d(x, Ramp(4, 3, 3, 3)), "conv2d:");
        Refuses(() => F.conv2d(x, Ramp(4, 4, 9, 9)), "conv2d:");
        Refuses(() => F.conv2d(x, w, Ramp(3)), "conv2d:");
        Refuses(() => F.conv2d(Of([], 1), Of([], 1)), "conv2d:");
        Refuses(() => F.conv2d(null!, w), "input");
        Refuses(() => F.conv2d_padding(x, w, strides: [2], padding: Padding.Same), "conv2d_padding:");
        Refuses(() => F.conv2d_padding(x, w, padding: (Padding)7), "padding");
        Refuses(() => F.conv_transpose2d(x, w, output_padding: [5]), "conv_transpose2d:");
        Refuses(() => F.conv_transpose2d(x, w, groups: 0), "conv_transpose2d:");
    }
}
