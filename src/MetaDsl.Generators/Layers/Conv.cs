using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Layers;

/// <summary>
/// A convolution of an image or a signal; a padding that is not said keeps the size for an odd kernel and a stride of one.
/// </summary>
internal sealed record Conv(
    int Filters, int Kernel, int Stride, int? Padding, int Dilation, int Groups, bool Bias, InitialChoiceSpec Initial) : LayerSpec
{
    public override string UsualName => "conv";

    public override bool BeginsStage => true;

    public override string Suffix => "Convolved";

    private int PaddingOrSame => Padding ?? Dilation * (Kernel - 1) / 2;

    public static LayerSpec Parse(LayerWord word) => new Conv(
        word.Size("filters", "64"),
        word.Whole("Kernel", 3, most: Sliding.WidestKernel),
        word.Whole("Stride", 1),
        word.Maybe("Padding", 0),
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

        if (!check.Fits(this, "filters", [Filters, input.Sizes[0] / Groups, .. Enumerable.Repeat((long)Kernel, axes)])) return null;
        var window = Window.Of(axes, Kernel, Stride, PaddingOrSame, Dilation);
        if (Sliding.Over(this, window, input, check, "Kernel") is not { } sizes) return null;
        var span = window.Slide.Span(0, Kernel);
        if (Padding >= span) check.Add(ShapeRules.WindowOfPadding, this, "Padding", Padding, span);
        return Shape.Of([Filters, .. sizes]);
    }

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        var kernel = Enumerable.Repeat(Kernel, input.Rank - 1).ToArray();
        var pixels = kernel.Aggregate(1, (product, size) => product * size);
        var inputs = input.Sizes[0] / Groups;
        var type = TensorType.Of([Filters, inputs, .. kernel]);
        yield return new Parameter("weight", type, Initial.Weight(inputs * pixels, Filters * pixels));
        if (Bias) yield return new Parameter("bias", TensorType.Of(Filters), Initial.Bias(inputs * pixels));
    }

    public override Value Build(LayerScope scope, Value x, string name)
    {
        var slide = Slide.Of(x.Type.Rank - 2, Stride, PaddingOrSame, Dilation);
        var result = scope.Program.Convolution(x, scope.Weight("weight"), slide, Groups, Bias ? name + "Product" : name);
        return Bias ? scope.Program.Add(result, Channels.Along(scope.Program, scope.Weight("bias"), result), name) : result;
    }
}
