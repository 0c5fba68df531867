using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor gather(Tensor input, long dim, Tensor index) => Given(input).gather(dim, index);

    public static Tensor gather(Tensor input, long dim, Tensor index, bool sparse_grad = false) =>
        Given(input).Gather(dim, index, sparse_grad);

    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => Given(input).scatter(dim, index, src);

    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) => Given(input).scatter_(dim, index, src);

    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) => Given(input).scatter_add(dim, index, src);

    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) => Given(input).scatter_add_(dim, index, src);

    public static Tensor index_select(Tensor input, long dim, Tensor index) => Given(input).index_select(dim, index);

    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        Given(input).index_add(dim, index, source, alpha);

    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        Given(input).index_add_(dim, index, source, alpha);

    public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) => Given(input).index_copy(dim, index, source);

    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) => Given(input).index_copy_(dim, index, source);

    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) => Given(input).index_fill(dim, index, value);

    public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) => Given(input).index_fill_(dim, index, value);

    public static Tensor take(Tensor input, Tensor index) => Given(input).take(index);

    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0) => Given(input).take_along_dim(indices, dim);

    public static Tensor take_along_dim(Tensor input, IEnumerable<long> indices, long dim = 0) => Given(input).take_along_dim(indices, dim);

    public static Tensor masked_select(Tensor input, Tensor mask) => Given(input).masked_select(mask);

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Given(x).where(condition, y);

    /// <summary>The positions where the condition holds, one tensor a dimension.</summary>
    public static Tensor[] where(Tensor condition)
    {
        using var holds = Use(condition);
        return MadeList(Native.at_where_list(holds));
    }

    public static Tensor nonzero(Tensor input) => Given(input).nonzero();

    public static Tensor argwhere(Tensor input) => Given(input).argwhere();
}
