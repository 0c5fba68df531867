using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Layers;

/// <summary>A transposed convolution: what a convolution's gradient does to images, as a layer that makes them larger.</summary>
internal sealed record ConvTranspose(
    int Filters, int Kernel, int Stride, int Padding, int OutputPadding, int Dilation, int Groups, bool Bias, InitialChoiceSpec Initial)
    : LayerSpec
{
    public override string UsualName => "conv";

    public override bool BeginsStage => true;

    public override string Suffix => "Convolved";

    public static LayerSpec Parse(LayerWord word) => new ConvTranspose(
        word.Size("filters", "64"),
        word.Whole("Kernel", 2, most: Sliding.WidestKernel),
        word.Whole("Stride", 2),
        word.Whole("Padding", 0, least: 0),
        word.Whole("OutputPadding", 0, least: 0),
        word.Whole("Dilation", 1, most: Sliding.WidestKernel),
        word.Whole("Groups", 1),
        word.Flag("Bias", true),
        word.Initial());

    public override Shape? Infer(Shape input, ShapeCheck check)
    {
        if (Sliding.Axes(this, input, check) is not { } axes) return null;
        if (input.Sizes[0] % Groups != 0 || Filters % Groups != 0)
        {
            var (what, count) = input.Sizes[0] % Groups != 0 ? ("channels", input.Sizes[0]) : ("filters", Filters);
            check.Add(ShapeRules.GroupsDoNotDivide, this, "Groups", Groups, count, what, "Groups");
            return null;
        }

        if (OutputPadding >= Stride)
        {
            check.Add(ShapeRules.OutputPaddingTooLarge, this, "OutputPadding", OutputPadding, Stride);
            return null;
        }

        if (!check.Fits(this, "filters", [input.Sizes[0], Filters / Groups, .. Enumerable.Repeat((long)Kernel, axes)])) return null;
        var sizes = Sizes(input).ToArray();
        if (sizes.All(size => size > 0)) return Shape.Of([Filters, .. sizes]);
        check.Add(ShapeRules.NothingLeft, this, "Padding", Padding, input);
        return null;
    }

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        var kernel = Enumerable.Repeat(Kernel, input.Rank - 1).ToArray();
        var pixels = kernel.Aggregate(1, (product, size) => product * size);
        var outputs = Filters / Groups;
        var type = TensorType.Of([input.Sizes[0], outputs, .. kernel]);
        // PyTorch counts the second axis as inputs, whichever way the convolution goes.
        yield return new Parameter("weight", type, Initial.Weight(outputs * pixels, input.Sizes[0] * pixels));
        if (Bias) yield return new Parameter("bias", TensorType.Of(Filters), Initial.Bias(outputs * pixels));
    }

    public override Value Build(LayerScope scope, Value x, string name)
    {
        var (axes, input) = (x.Type.Rank - 2, Shape.Of(x.Type.Dims.Skip(1).Select(dim => dim.Count)));
        var slide = Slide.Of(axes, Stride, Padding, Dilation);
        var result = scope.Program.ConvolutionInput(
            x, scope.Weight("weight"), new(Sizes(input)), slide, new Dim(Groups), Bias ? name + "Product" : name);
        return Bias ? scope.Program.Add(result, Channels.Along(scope.Program, scope.Weight("bias"), result), name) : result;
    }

    private IEnumerable<int> Sizes(Shape input) =>
        input.Sizes.Skip(1).Select(size =>
            Shape.Size(((size - 1L) * Stride) - (2 * Padding) + (Dilation * (Kernel - 1)) + OutputPadding + 1));
}
