using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// The gradients of convolutions as convolutions: with respect to the images, one with kernels turned round, where the stride is one;
/// with respect to the kernels, one in which channels and examples change places, and so do stride and dilation.
/// </summary>
internal static class ConvolutionPass
{
    public static TensorProgram Run(TensorProgram program) => program.Rewrite(
        static value => value.Op is ConvolutionInput or ConvolutionWeight, static (builder, value, operands) => value.Op switch
    {
        ConvolutionInput op when op.Slide.HasUnitStride => Input(builder, op, value, operands[0], operands[1]),
        ConvolutionWeight op => Weight(builder, op, value, operands[0], operands[1]),
        _ => null,
    });

    // x[n, c, i] = Σ y[n, o, i + p - d k] w[o, c, k]: the convolution of y with w[c, o, -k], padded by d (k - 1) - p.
    private static Value? Input(ProgramBuilder builder, ConvolutionInput op, Value value, Value images, Value kernels)
    {
        var (slide, groups) = (op.Slide, op.Groups);
        var padding = Filters.Sizes(slide, kernels).Select((size, axis) => slide.Span(axis, size) - 1 - slide.Padding[axis]).ToArray();
        // Wider padding than the kernel is no convolution: it cuts off what it pads.
        if (padding.Any(size => size < 0)) return null;

        var type = kernels.Type;
        var (outputs, inputs) = (Filters.Share(type.Dims[0], groups), type.Dims[1]);
        var split = builder.Reshape(kernels, type.From(2, groups, outputs, inputs));
        var turned = groups == new Dim(1)
            ? builder.Permute(kernels, [1, 0, .. Enumerable.Range(2, type.Rank - 2)])
            : builder.Permute(split, [0, 2, 1, .. Enumerable.Range(3, type.Rank - 2)]);
        var swapped = builder.Reshape(turned, type.From(2, groups * inputs, outputs));
        var flipped = builder.Flip(swapped, Enumerable.Range(2, type.Rank - 2), kernels.Name + "Flipped");
        return builder.Convolution(images, flipped, slide with { Padding = new(padding) }, groups, value.Name);
    }

    // w[o, c, k] = Σ x[n, c, s i + d k - p] y[n, o, i]: the convolution of x[c, n, ·] with y[o, n, ·], whose strides are d apart
    // and whose elements s.
    private static Value Weight(ProgramBuilder builder, ConvolutionWeight op, Value value, Value images, Value results)
    {
        var (slide, groups, type) = (op.Slide, op.Groups, images.Type);
        var (examples, channels) = (type.Dims[0], Filters.Share(type.Dims[1], groups));
        var spatial = Enumerable.Range(2, slide.Axes).ToArray();
        var split = builder.Reshape(images, type.From(2, examples, groups, channels));
        var turned = groups == new Dim(1)
            ? builder.Permute(images, [1, 0, .. spatial])
            : builder.Reshape(
                builder.Permute(split, [2, 1, 0, .. spatial.Select(axis => axis + 1)]), type.From(2, channels, groups * examples));
        var across = builder.Convolution(
            turned,
            builder.Permute(results, [1, 0, .. spatial]),
            slide with { Stride = slide.Dilation, Dilation = slide.Stride },
            groups,
            value.Name);
        // Elements that no window reached are seen by one kernel too many.
        var kernel = spatial.Aggregate(across, (kept, axis) => builder.Narrow(kept, axis, 0, op.Kernel[axis - 2], value.Name));
        return builder.Apply(new Contiguous(), [builder.Permute(kernel, [1, 0, .. spatial], value.Name)], value.Name);
    }
}
