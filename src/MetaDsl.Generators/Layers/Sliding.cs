using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Layers;

/// <summary>What layers with a window that slides over an image or a signal have in common.</summary>
internal static class Sliding
{
    /// <summary>Of the elements of a kernel and of the distance between them, so that what it spans can be counted.</summary>
    public const int WidestKernel = 4096;

    /// <summary>The axes that a window slides over, or null after a complaint.</summary>
    public static int? Axes(LayerSpec layer, Shape input, ShapeCheck check)
    {
        if (input.Rank is 2 or 3) return input.Rank - 1;
        check.Add(ShapeRules.NoChannels, layer, "", input);
        return null;
    }

    /// <summary>The sizes after a window has slid over the axes behind the channels, or null after a complaint.</summary>
    public static int[]? Over(LayerSpec layer, Window window, Shape input, ShapeCheck check, string kernelArgument)
    {
        var sizes = new int[window.Axes];
        for (var axis = 0; axis < sizes.Length; axis++)
        {
            var (size, kernel) = (input.Sizes[axis + 1], window.Kernel[axis]);
            var padding = window.Slide.Padding[axis];
            var span = window.Slide.Span(axis, kernel);
            var padded = size + (2L * padding);
            if (span > padded)
            {
                check.Add(ShapeRules.WindowTooLarge, layer, kernelArgument, span, input, padded);
                return null;
            }

            sizes[axis] = window.Slide.Steps(axis, size, kernel);
            var stride = window.Slide.Stride[axis];
            // Zeros of the padding are no loss.
            var lost = window.Slide.Rest(axis, size, kernel) - padding;
            if (stride > span) check.Add(ShapeRules.SteppedOver, layer, "Stride", stride, span);
            else if (lost > 0) check.Add(ShapeRules.LostPixels, layer, "Stride", stride, lost, size);
        }

        return sizes;
    }
}
