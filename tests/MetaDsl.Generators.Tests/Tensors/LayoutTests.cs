using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Tests.Tensors;

public class LayoutTests
{
    private readonly ProgramBuilder program = new();

    [Fact]
    public void Values_to_which_many_ways_lead_are_looked_at_once()
    {
        // Two to the hundredth ways.
        var value = program.Input("x", TensorType.Of(3, 4), "x");
        for (var i = 0; i < 100; i++) value = program.Multiply(program.Apply(new Tanh(), [value], "y"), program.Apply(new Sigmoid(), [value], "z"));
        Assert.True(Layout.IsContiguous(value));
    }

    [Fact]
    public void A_convolution_of_axes_that_have_changed_places_may_lie_otherwise()
    {
        var kernels = program.Input("kernels", TensorType.Of(4, 5, 2), "kernels");
        var images = program.Input("images", TensorType.Of(6, 5, 3), "images");
        var pixels = program.Input("pixels", TensorType.Of(6, 1, 5), "pixels");
        var turned = program.Reshape(program.Permute(pixels, [0, 2, 1]), TensorType.Of(6, 5, 1));
        Assert.True(Layout.IsContiguous(program.Convolution(images, kernels, Slide.Of(1, 1, 1))));
        Assert.True(Layout.IsContiguous(turned));
        Assert.False(Layout.IsContiguous(program.Convolution(turned, kernels, Slide.Of(1, 1, 1))));
    }
}
