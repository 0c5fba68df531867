using TorchSharp;

namespace MetaDsl.LibTorch.Tests;

public class AutogradTests
{
    [Fact]
    public void The_gradient_of_the_gradient_of_a_cube_is_six_x()
    {
        using var x = torch.ones([3], torch.ScalarType.Float64).requires_grad_();
        using var square = x.mul(x);
        using var cube = square.mul(x);
        using var ones = torch.ones([3], torch.ScalarType.Float64);
        using var slope = torch.autograd.grad([cube], [x], [ones], create_graph: true)[0];
        using var curvature = torch.autograd.grad([slope], [x], [ones])[0];
        Assert.Equal(TensorMemory.LiveTensors, torch.Tensor.TotalCount);
    }
}
