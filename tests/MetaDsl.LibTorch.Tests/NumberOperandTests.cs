using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

/// <summary>Tensor op number: the number reaches float32 and float64 tensors by a way of its own, and nobody may notice.</summary>
public class NumberOperandTests
{
    [Fact]
    public void A_real_number_is_rounded_to_the_dtype_of_the_tensor()
    {
        using var x = Floats(1, 2);
        using var sum = x + 0.1;
        Assert.Equal([1 + 0.1f, 2 + 0.1f], Read(sum).Select(value => (float)value));
        Assert.Equal(ScalarType.Float32, sum.dtype);
    }

    [Fact]
    public void An_integer_is_rounded_to_float32_once()
    {
        // Through float64 this lands on a tie and becomes another float32.
        const long number = (1L << 60) + (1L << 36) + 1;
        using var x = Floats(0, 0);
        using var sum = x + number;
        Assert.Equal((float)number, (float)Read(sum)[0]);
    }

    [Fact]
    public void A_number_beyond_float32_becomes_infinite()
    {
        using var x = Floats(1, -1);
        Holds(x * 1e300, double.PositiveInfinity, double.NegativeInfinity);
    }

    [Fact]
    public void Numbers_that_differ_in_the_sign_of_zero_alone_are_kept_apart()
    {
        using var x = Doubles(1, 1);
        Holds(x * 0.0 + 0, 0, 0);
        using var negative = x * -0.0;
        Assert.True(double.IsNegative(Read(negative)[0]));
        using var positive = x * 0.0;
        Assert.False(double.IsNegative(Read(positive)[0]));
    }

    [Fact]
    public void More_numbers_than_are_kept_still_give_their_own_results()
    {
        using var x = Doubles(1);
        using var y = Floats(1);
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 200; i++)
            {
                Holds(x * (i * 0.5), i * 0.5);
                Holds(y + (long)i, i + 1);
            }
        }
    }

    [Fact]
    public void A_real_number_promotes_an_integer_tensor_and_an_integer_does_not()
    {
        using var x = Longs(1, 2, 3);
        using var real = x + 0.5;
        using var whole = x + 1;
        Assert.Equal(ScalarType.Float32, real.dtype);
        Assert.Equal(ScalarType.Int64, whole.dtype);
        Holds(x / 2, 0.5, 1, 1.5);
        Holds(x - 0.5f, 0.5, 1.5, 2.5);
    }

    [Fact]
    public void Half_stays_half()
    {
        using var x = As(ScalarType.Float16, 1, 2);
        using var y = x * 0.5f;
        Assert.Equal(ScalarType.Float16, y.dtype);
        Assert.Equal([0.5, 1], Read(y));
    }

    [Fact]
    public void A_tensor_without_dimensions_keeps_its_dtype()
    {
        using var x = Of([], 3);
        using var single = Floats(3).sum();
        using var y = x * 2;
        using var z = single * 2.0;
        Assert.Equal(ScalarType.Float64, y.dtype);
        Assert.Equal(ScalarType.Float32, z.dtype);
        Assert.Empty(z.shape);
        Holds(z + 1, 7);
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void First_and_second_derivatives_go_through_numbers(ScalarType type)
    {
        using var x = As(type, 0.5, 2).requires_grad_();
        // y = (6 - 2x)² / 4 + 1/x, so y' = -(6 - 2x) - 1/x² and y'' = 2 + 2/x³.
        using var inner = 6 - 2 * x;
        using var y = (inner * inner / 4.0 + 1.0 / x).sum();
        using var slope = autograd.grad([y], [x], create_graph: true)[0];
        using var total = slope.sum();
        using var curvature = autograd.grad([total], [x])[0];
        using var slopeValues = slope.detach();
        Assert.Equal([-9, -2.25], Read(slopeValues));
        Assert.Equal([18, 2.25], Read(curvature));
    }

    [Fact]
    public void A_number_first_met_in_inference_mode_serves_a_graph_later()
    {
        using var x = Doubles(1, 2).requires_grad_();
        using (inference_mode())
        {
            using var ignored = x * 7.625;
        }

        using var y = (x * 7.625).sum();
        using var slope = autograd.grad([y], [x])[0];
        Assert.Equal([7.625, 7.625], Read(slope));
    }

    [Fact]
    public void Numbers_on_many_threads_do_not_mix()
    {
        Parallel.For(0, 64, i =>
        {
            using var x = Doubles(1, 2);
            for (var round = 0; round < 50; round++)
            {
                using var y = x * (i + 0.25);
                Assert.Equal([i + 0.25, 2 * (i + 0.25)], Read(y));
            }
        });
    }

    [Fact]
    public void In_place_forms_return_the_tensor_itself()
    {
        using var x = Doubles(1, 2);
        Assert.Same(x, x.add_(1));
        Assert.Same(x, x.mul_(3.0));
        Assert.Same(x, x.sub_(0.5f));
        Assert.Same(x, x.div_(2L));
        Assert.Equal([2.75, 4.25], Read(x));
    }

    [Fact]
    public void A_real_number_cannot_be_added_to_an_integer_tensor_in_place()
    {
        using var x = Longs(1);
        var error = Assert.Throws<TorchException>(() => x.add_(0.5));
        Assert.StartsWith("add_: ", error.Message, StringComparison.Ordinal);
        Assert.Equal([1], Read(x));
    }

    [Fact]
    public void A_plain_number_allocates_nothing_but_the_result()
    {
        using var x = Floats(1, 2);
        long Allocated(Func<Tensor> operation)
        {
            for (var i = 0; i < 3; i++) operation().Dispose();
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++) operation().Dispose();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var least = Allocated(() => x.neg());
        Assert.Equal(least, Allocated(() => x + 1f));
        Assert.Equal(least, Allocated(() => 2 - x));
        Assert.Equal(least, Allocated(() => x * 3L));
        Assert.Equal(least, Allocated(() => x / 4.0));
    }
}
