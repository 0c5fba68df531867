using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>A window that slides over a plane.</summary>
internal sealed record Window(EquatableArray<int> Kernel, Slide Slide)
{
    public int Axes => Kernel.Count;

    /// <summary>How many elements a window sees.</summary>
    public int Elements => Kernel.Aggregate(1, (product, size) => product * size);

    /// <summary>The same on each of some axes; by default, windows lie beside each other.</summary>
    public static Window Of(int axes, int kernel, int? stride = null, int padding = 0, int dilation = 1) =>
        new(new(Enumerable.Repeat(kernel, axes)), Slide.Of(axes, stride ?? kernel, padding, dilation));

    /// <summary>The arguments after the tensors: the kernel alone where windows lie beside each other.</summary>
    public string Arguments()
    {
        var stride = Slide.Stride == Kernel ? "" : $", {Filters.PrintEach(Slide.Stride)}";
        var padding = Slide.Padding.All(size => size == 0) ? "" : $", padding: {Filters.PrintEach(Slide.Padding)}";
        var dilation = Slide.Dilation.All(size => size == 1) ? "" : $", dilation: {Filters.PrintEach(Slide.Dilation)}";
        return $"{Filters.PrintEach(Kernel)}{stride}{padding}{dilation}";
    }

    public override string ToString() => $"{string.Join("x", Kernel)}, {Filters.Describe(Slide, new Dim(1))}";
}
