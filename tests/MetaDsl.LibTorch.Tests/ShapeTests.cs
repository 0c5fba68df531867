using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;

namespace MetaDsl.LibTorch.Tests;

public class ShapeTests
{
    [Fact]
    public void Reshaping_keeps_the_order_of_the_elements()
    {
        using var x = Range(2, 3);
        Is(x.reshape(3, -1), [3, 2], 0, 1, 2, 3, 4, 5);
        Is(x.view(6), [6], 0, 1, 2, 3, 4, 5);
        Is(torch.reshape(x, 1, 6), [1, 6], 0, 1, 2, 3, 4, 5);
        Is(x.flatten(), [6], 0, 1, 2, 3, 4, 5);
        Is(x.ravel(), [6], 0, 1, 2, 3, 4, 5);
        Is(x.unflatten(1, 3, 1), [2, 3, 1], 0, 1, 2, 3, 4, 5);
        Is(torch.unflatten(x, 0, new torch.Size((1L, 2L))), [1, 2, 3], 0, 1, 2, 3, 4, 5);
        Is(x.view_as(x.t().reshape(3, 2)), [3, 2], 0, 1, 2, 3, 4, 5);
    }

    [Fact]
    public void A_view_shares_its_elements()
    {
        using var x = Range(2, 2);
        using var view = x.view(4);
        using var nine = Floats([], 9);
        view[3] = nine;
        Is(x, [2, 2], 0, 1, 2, 9);
    }

    [Fact]
    public void Impossible_shapes_are_refused_by_name()
    {
        using var x = Range(2, 3);
        Refuses(() => x.reshape(4, 2), "reshape: shape '[4, 2]' is invalid for input of size 6");
        Refuses(() => x.reshape(-1, -1), "reshape: only one dimension can be inferred");
        Refuses(() => x.reshape(-2, 3), "reshape: invalid shape dimension -2");
        Refuses(() => x.view(long.MaxValue, long.MaxValue), "view: ");
        Refuses(() => x.t().view(6), "view: view size is not compatible");
        Refuses(() => x.flatten(1, 0), "flatten: ");
        Refuses(() => x.unflatten(1, 2, 2), "unflatten: ");
        Refuses(() => x.unflatten(0), "unflatten: ");
        Refuses(() => x.unsqueeze(5), "unsqueeze: Dimension out of range");
        Refuses(() => x.squeeze(2), "squeeze: Dimension out of range");
        Refuses(() => x.transpose(0, 2), "transpose: Dimension out of range");
        Refuses(() => x.permute(0, 0), "permute: ");
        Refuses(() => x.permute(0), "permute: ");
        Refuses(() => x.expand(3, 3), "expand: The expanded size of the tensor (3)");
        Refuses(() => x.expand(-1), "expand: ");
        Refuses(() => x.broadcast_to(3), "broadcast_to: ");
        Refuses(() => x.repeat(2), "repeat: Number of dimensions of repeat dims can not be smaller");
        Refuses(() => x.repeat(-1, 1), "repeat: ");
        Refuses(() => x.repeat(1L << 40, 1L << 40), "repeat: ");
        Refuses(() => x.movedim([0, 1], [0]), "movedim: ");
        Refuses(() => torch.moveaxis(x, 0, 7), "moveaxis: ");
        Assert.Throws<ArgumentNullException>(() => x.reshape(null!));
        Assert.Throws<ArgumentNullException>(() => x.permute((IEnumerable<long>)null!));
        Assert.Equal("input", Assert.Throws<ArgumentNullException>(() => torch.reshape(null!, 1)).ParamName);
    }

    [Fact]
    public void Squeezing_drops_dimensions_of_size_one_and_unsqueezing_adds_them()
    {
        using var x = Range(1, 2, 1);
        Is(x.squeeze(), [2], 0, 1);
        Is(x.squeeze(0), [2, 1], 0, 1);
        Is(x.squeeze(1), [1, 2, 1], 0, 1);
        Is(torch.unsqueeze(x, -1), [1, 2, 1, 1], 0, 1);
        Assert.Same(x, x.squeeze_());
        Assert.Same(x, torch.unsqueeze_(x, 0));
        Is(x, [1, 2], 0, 1);
        x.squeeze_(0);
        Is(x, [2], 0, 1);
    }

    [Fact]
    public void Dimensions_change_places()
    {
        using var x = Range(2, 3);
        double[] transposed = [0, 3, 1, 4, 2, 5];
        Is(x.t(), [3, 2], transposed);
        Is(x.T, [3, 2], transposed);
        Is(x.H, [3, 2], transposed);
        Is(x.mT, [3, 2], transposed);
        Is(x.mH, [3, 2], transposed);
        Is(x.adjoint(), [3, 2], transposed);
        Is(x.transpose(-1, 0), [3, 2], transposed);
        Is(torch.swapaxes(x, 0, 1), [3, 2], transposed);
        Is(x.swapdims(0, 1), [3, 2], transposed);
        Is(x.permute(1, 0), [3, 2], transposed);
        Is(x.permute(new List<long> { 1, 0 }), [3, 2], transposed);
        Is(x.permute([1, 0]), [3, 2], transposed);
        Is(torch.movedim(x, 0, 1), [3, 2], transposed);
        Is(torch.moveaxis(x, (0, 1), (1, 0)), [3, 2], transposed);
        Assert.Same(x, x.transpose_(0, 1));
        Is(x, [3, 2], transposed);

        using var cube = Range(2, 3, 4);
        Assert.Equal([4, 3, 2], cube.T.shape);
        Assert.Equal([2, 4, 3], cube.mT.shape);
        Assert.Equal([4, 2, 3], torch.moveaxis(cube, (0, 1, 2), (1, 2, 0)).shape);
        Refuses(() => cube.H, "use mH for a batch");
        using var vector = Range(3);
        Is(vector.T, [3], 0, 1, 2);
        Is(vector.H, [3], 0, 1, 2);
    }

    [Fact]
    public void Expanding_repeats_without_copying()
    {
        using var x = Range(2, 1);
        double[] expanded = [0, 0, 0, 1, 1, 1];
        Is(x.expand(2, 3), [2, 3], expanded);
        Is(x.expand(-1, 3), [2, 3], expanded);
        Is(x.expand([2, 3], isImplicit: true), [2, 3], expanded);
        Is(x.expand((ReadOnlySpan<long>)[2, 3]), [2, 3], expanded);
        Is(x.expand(new torch.Size((2L, 3L))), [2, 3], expanded);
        Is(x.expand_as(Range(2, 3)), [2, 3], expanded);
        Is(torch.broadcast_to(x, 2, 3), [2, 3], expanded);
        var both = torch.broadcast_tensors(x, Range(3));
        Is(both[0], [2, 3], expanded);
        Is(both[1], [2, 3], 0, 1, 2, 0, 1, 2);
        Refuses(() => torch.broadcast_tensors(x, Range(3, 1)), "broadcast_tensors: ");
    }

    [Fact]
    public void Shapes_broadcast_as_operands_do()
    {
        Assert.Equal(new torch.Size((5L, 2L, 3L)), torch.broadcast_shapes([2, 1], [1, 3], [5, 1, 1]));
        Assert.Equal(0, torch.broadcast_shapes().Length);
        Assert.Equal(new torch.Size([0L]), torch.broadcast_shapes([1], [0]));
        var mismatch = Assert.Throws<ArgumentException>(() => torch.broadcast_shapes([2, 3], [3, 3]));
        Assert.Contains("'shapes[1]' has size 3 where those before it have 2, at dimension -2", mismatch.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => torch.broadcast_shapes([-1]));
        Assert.Throws<ArgumentNullException>(() => torch.broadcast_shapes([1], null!));
    }

    [Fact]
    public void Parts_of_a_dimension_are_views()
    {
        using var x = Range(2, 4);
        Is(x.narrow(1, 1, 2), [2, 2], 1, 2, 5, 6);
        Is(x.select(1, -1), [2], 3, 7);
        Is(x.slice(1, 0, 4, 2), [2, 2], 0, 2, 4, 6);
        Is(x.slice(1, -2, long.MaxValue, 1), [2, 2], 2, 3, 6, 7);
        Is(x.slice(1, 3, 1, 1), [2, 0]);
        Is(x.unfold(1, 2, 2), [2, 2, 2], 0, 1, 2, 3, 4, 5, 6, 7);
        Is(x.as_strided([2, 2], [4, 1], 1), [2, 2], 1, 2, 5, 6);
        Refuses(() => x.narrow(1, 3, 2), "narrow: ");
        Refuses(() => x.narrow(1, 0, -1), "narrow: ");
        Refuses(() => x.select(0, 2), "select: select(): index 2 out of range");
        Refuses(() => x.slice(1, 0, 4, 0), "slice: slice step must be positive");
        Refuses(() => x.slice(1, 4, 0, -1), "slice: slice step must be positive");
        Refuses(() => x.unfold(1, 5, 1), "unfold: ");
        Refuses(() => x.unfold(1, -1, 1), "unfold: ");
        Refuses(() => x.unfold(1, 1, 0), "unfold: ");
        Refuses(() => x.as_strided([100], [1]), "as_strided: ");
        Refuses(() => x.as_strided([2], [-1]), "as_strided: ");
        Refuses(() => x.as_strided([2], [1], -1), "use 0 or more");
        Refuses(() => x.as_strided([2], [1], 7), "as_strided: ");
        Refuses(() => x.as_strided([2, 2], [1]), "as_strided: ");
        Refuses(() => x.as_strided([-2], [1]), "as_strided: ");
        Refuses(() => x.as_strided([1L << 62, 1L << 62], [1, 1]), "as_strided: ");
        Refuses(() => x.as_strided([1L << 40], [1L << 40]), "as_strided: ");
        Refuses(() => x.as_strided([1L << 60, 3], [1L << 62, 1]), "as_strided: ");
    }

    [Fact]
    public void A_tensor_gains_dimensions_up_to_a_number()
    {
        using var number = Floats([], 7);
        Is(number.atleast_1d(), [1], 7);
        Is(number.atleast_2d(), [1, 1], 7);
        Is(number.atleast_3d(), [1, 1, 1], 7);
        Assert.Equal([[1L, 1L], [1L, 3L]], torch.atleast_2d(number, Range(3)).Select(one => one.shape));
        Assert.Throws<ArgumentNullException>(() => torch.atleast_1d(number, null!));
    }

    [Fact]
    public void Every_shape_operation_refuses_a_disposed_tensor()
    {
        var x = Range(2);
        x.Dispose();
        Assert.Throws<ObjectDisposedException>(() => x.reshape(2));
        Assert.Throws<ObjectDisposedException>(() => x.T);
        Assert.Throws<ObjectDisposedException>(() => x[0]);
        Assert.Throws<ObjectDisposedException>(() => x.split(1));
    }
}
