using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor eq(Tensor left, Tensor right) => Given(left).eq(right);

    public static Tensor equal(Tensor tensor, Tensor target) => Given(tensor).equal(target);

    public static Tensor ne(Tensor left, Tensor right) => Given(left).ne(right);

    public static Tensor not_equal(Tensor tensor, Tensor target) => Given(tensor).not_equal(target);

    public static Tensor lt(Tensor left, Tensor right) => Given(left).lt(right);

    public static Tensor less(Tensor tensor, Tensor target) => Given(tensor).less(target);

    public static Tensor le(Tensor left, Tensor right) => Given(left).le(right);

    public static Tensor less_equal(Tensor tensor, Tensor target) => Given(tensor).less_equal(target);

    public static Tensor gt(Tensor left, Tensor right) => Given(left).gt(right);

    public static Tensor greater(Tensor tensor, Tensor target) => Given(tensor).greater(target);

    public static Tensor ge(Tensor left, Tensor right) => Given(left).ge(right);

    public static Tensor greater_equal(Tensor tensor, Tensor target) => Given(tensor).greater_equal(target);

    public static Tensor isclose(Tensor tensor, Tensor other, double rtol = 1e-5, double atol = 1e-8, bool nanEqual = false) =>
        Given(tensor).isclose(other, rtol, atol, nanEqual);

    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1e-5, double atol = 1e-8, bool equal_nan = false) =>
        Given(tensor).allclose(target, rtol, atol, equal_nan);
}
