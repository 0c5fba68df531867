using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => Given(input).cumsum(dim, type);

    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => Given(input).cumprod(dim, dtype);

    public static (Tensor values, Tensor indices) cummax(Tensor input, long dim) => Given(input).cummax(dim);

    public static (Tensor values, Tensor indices) cummin(Tensor input, long dim) => Given(input).cummin(dim);

    public static Tensor logcumsumexp(Tensor input, long dim) => Given(input).logcumsumexp(dim);

    public static Tensor diff(Tensor input, long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
        Given(input).diff(n, dim, prepend, append);

    public static Tensor trapezoid(Tensor y, Tensor x, long dim = -1) => Given(y).trapezoid(x, dim);

    public static Tensor trapezoid(Tensor y, double dx = 1, long dim = -1) => Given(y).trapezoid(dx, dim);

    public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => Given(y).trapezoid(x, dim);

    public static Tensor trapz(Tensor y, double dx = 1, long dim = -1) => Given(y).trapezoid(dx, dim);

    public static Tensor cumulative_trapezoid(Tensor y, Tensor x, long dim = -1) => Given(y).cumulative_trapezoid(x, dim);

    public static Tensor cumulative_trapezoid(Tensor y, double dx = 1, long dim = -1) => Given(y).cumulative_trapezoid(dx, dim);
}
