using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

public class AutogradTests
{
    [Fact]
    public void The_gradient_of_the_gradient_of_a_cube_is_six_x()
    {
        using var x = Doubles(1, -2, 3).requires_grad_();
        using var cube = x.pow(3);
        using var sum = cube.sum();
        using var slope = autograd.grad([sum], [x], create_graph: true)[0];
        Is(slope, [3], 3, 12, 27);
        using var slopes = slope.sum();
        using var curvature = autograd.grad([slopes], [x])[0];
        Is(curvature, [3], 6, -12, 18);
    }

    [Fact]
    public void Backward_adds_to_the_gradient_of_every_leaf_or_of_the_chosen_ones()
    {
        using var x = Doubles(1, 2).requires_grad_();
        using var y = Doubles(3, 4).requires_grad_();
        using var product = x * y;
        using var sum = product.sum();
        sum.backward(null, retain_graph: true);
        sum.backward(null, inputs: [x]);
        using var byX = x.grad!;
        using var byY = y.grad!;
        Is(byX, [2], 6, 8);
        Is(byY, [2], 1, 2);
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void An_unused_input_has_no_gradient_where_that_is_allowed()
    {
        using var x = Doubles(1, 2).requires_grad_();
        using var unused = Doubles(5).requires_grad_();
        using var sum = x.sum();
        var gradients = autograd.grad([sum], [x, unused], allow_unused: true);
        using var byX = gradients[0];
        Is(byX, [2], 1, 1);
        Assert.Null(gradients[1]);
    }

    [Fact]
    public void Grad_modes_hold_for_their_thread_until_they_are_disposed()
    {
        using var x = Doubles(1).requires_grad_();
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            using var silent = x * 2;
            Assert.False(silent.requires_grad);
            var elsewhere = false;
            var thread = new Thread(() => elsewhere = is_grad_enabled());
            thread.Start();
            thread.Join();
            Assert.True(elsewhere);
            using (enable_grad())
            {
                using var heard = x * 2;
                Assert.True(heard.requires_grad);
            }

            Assert.False(is_grad_enabled());
        }

        Assert.True(is_grad_enabled());
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            using (inference_mode(false)) Assert.False(is_inference_mode_enabled());
            Assert.True(is_inference_mode_enabled());
        }

        Assert.False(is_inference_mode_enabled());
    }
}
