using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace MetaDsl.LibTorch.Tests;

/// <summary>
/// Calls that cannot work. Each must throw, say in its first line what is wrong in words that a user knows, leave the process alive and
/// leave no tensor behind.
/// </summary>
[Collection(nameof(Alone))]
public class WrongCallTests
{
    private static readonly Dictionary<string, (Action Call, string Says)> Calls = new()
    {
        // Shapes
        ["add of 2 and 3"] = (() => A(2).add(A(3)), "add: The size of tensor a (2) must match the size of tensor b (3)"),
        ["sub of 2 and 3"] = (() => A(2).sub(A(3)), "sub: The size of tensor a (2)"),
        ["mul of 2x3 and 2x4"] = (() => A(2, 3).mul(A(2, 4)), "mul: The size of tensor a (3)"),
        ["div of 2 and 3"] = (() => A(2).div(A(3)), "div: The size of tensor a (2)"),
        ["operator +"] = (() => _ = A(2) + A(3), "must match the size"),
        ["operator -"] = (() => _ = A(2) - A(3), "must match the size"),
        ["operator *"] = (() => _ = A(2) * A(3), "must match the size"),
        ["operator /"] = (() => _ = A(2) / A(3), "must match the size"),
        ["operator <"] = (() => _ = A(2) < A(3), "must match the size"),
        ["add_ that would grow"] = (() => A(1).add_(A(3)), "add_: output with shape [1] doesn't match the broadcast shape [3]"),
        ["mul_ of 2 and 3"] = (() => A(2).mul_(A(3)), "mul_:"),
        ["pow of 2 and 3"] = (() => A(2).pow(A(3)), "pow:"),
        ["maximum of 2 and 3"] = (() => A(2).maximum(A(3)), "maximum:"),
        ["atan2 of 2 and 3"] = (() => A(2).atan2(A(3)), "atan2:"),
        ["addcmul of 2 and 3"] = (() => A(2).addcmul(A(3), A(2), 1), "addcmul:"),
        ["lerp of 2 and 3"] = (() => A(2).lerp(A(3), A(2)), "lerp:"),
        ["eq of 2 and 3"] = (() => A(2).eq(A(3)), "eq:"),
        ["where of 2 and 3"] = (() => where(A(2) > 0, A(2), A(3)), "where:"),
        ["mm of 2x3 and 2x3"] = (() => A(2, 3).mm(A(2, 3)), "mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)"),
        ["mm of a vector"] = (() => A(3).mm(A(3, 2)), "mm:"),
        ["mm of batches"] = (() => A(2, 3, 3).mm(A(2, 3, 3)), "mm:"),
        ["bmm of matrices"] = (() => A(2, 3).bmm(A(3, 2)), "bmm:"),
        ["bmm of other batches"] = (() => A(2, 3, 4).bmm(A(3, 4, 2)), "bmm:"),
        ["bmm of unfit matrices"] = (() => A(2, 3, 4).bmm(A(2, 3, 4)), "bmm:"),
        ["matmul of unfit matrices"] = (() => A(2, 3).matmul(A(2, 3)), "matmul: mat1 and mat2 shapes cannot be multiplied"),
        ["matmul of a scalar"] = (() => A().matmul(A(2)), "matmul:"),
        ["matmul of unfit vectors"] = (() => A(2).matmul(A(3)), "matmul:"),
        ["mv of unfit sizes"] = (() => A(2, 3).mv(A(2)), "mv:"),
        ["dot of unfit vectors"] = (() => A(2).dot(A(3)), "dot:"),
        ["dot of matrices"] = (() => A(2, 2).dot(A(2, 2)), "dot:"),
        ["addmm with an unfit bias"] = (() => addmm(A(5), A(2, 3), A(3, 4), 1, 1), "addmm:"),
        ["addmm of unfit matrices"] = (() => addmm(A(4), A(2, 3), A(2, 4), 1, 1), "addmm:"),
        ["baddbmm of unfit batches"] = (() => A(2, 2, 2).baddbmm(A(2, 2, 3), A(2, 2, 2)), "baddbmm:"),
        ["outer of matrices"] = (() => A(2, 2).outer(A(2)), "outer:"),
        ["einsum of unfit sizes"] = (() => einsum("ij,jk->ik", A(2, 3), A(2, 3)), "einsum:"),
        ["einsum of too few operands"] = (() => einsum("ij,jk->ik", A(2, 3)), "einsum:"),
        ["einsum with a broken equation"] = (() => einsum("i?->i", A(2, 3)), "einsum:"),
        ["einsum of nothing"] = (() => einsum("->"), "einsum:"),
        ["view of another size"] = (() => A(2, 3).view(7), "view: shape '[7]' is invalid for input of size 6"),
        ["view with two unknowns"] = (() => A(2, 3).view(-1, -1), "view:"),
        ["view of a transposed"] = (() => A(2, 3).t().view(6), "view:"),
        ["reshape to another size"] = (() => A(2, 3).reshape(4), "reshape: shape '[4]' is invalid for input of size 6"),
        ["expand to fewer"] = (() => A(2, 3).expand(3), "expand:"),
        ["expand of an axis of 2"] = (() => A(2).expand(3), "expand:"),
        ["permute with too few axes"] = (() => A(2, 3).permute(0), "permute:"),
        ["permute with an axis twice"] = (() => A(2, 3).permute(0, 0), "permute:"),
        ["t of three axes"] = (() => A(2, 3, 4).t(), "t:"),
        ["cat of unfit shapes"] = (() => cat([A(2, 3), A(2, 4)], 0), "cat: Sizes of tensors must match except in dimension 0"),
        ["cat of nothing"] = (() => cat([], 0), "cat:"),
        ["stack of unfit shapes"] = (() => stack([A(2), A(3)]), "stack:"),
        ["stack of nothing"] = (() => stack([]), "stack:"),
        ["split by sizes that do not add up"] = (() => A(5).split([2, 2]), "split:"),
        ["split by a negative size"] = (() => A(5).split(-1), "split:"),
        ["chunk into zero"] = (() => A(5).chunk(0), "chunk:"),
        ["unfold larger than the axis"] = (() => A(3).unfold(0, 4, 1), "unfold:"),
        ["zeros of a negative size"] = (() => zeros([-1]), "zeros:"),
        ["zeros of more than memory"] = (() => zeros([1L << 40, 1L << 20]), "zeros:"),
        ["empty of more than memory"] = (() => empty([1L << 50]), "empty:"),
        ["linspace of negative steps"] = (() => linspace(0, 1, -2), "linspace:"),
        ["arange that runs away"] = (() => arange(0, 5, -1), "arange:"),
        ["eye of negative rows"] = (() => eye(-1), "eye:"),
        ["randint of an empty range"] = (() => randint(5, 5, new long[] { 2 }), "randint:"),
        ["randperm of a negative count"] = (() => randperm(-3), "randperm:"),

        ["arange past all numbers"] = (() => arange(0, long.MinValue, -1), "arange: the range from start to stop holds more elements"),
        ["repeat_interleave past all numbers"] = (() => A(6).repeat_interleave(I(1L << 62, 1L << 62, 1L << 62, 1L << 62, 1, 1)), "repeat_interleave: the repeats add up to more"),
        ["repeat_interleave of another size"] = (() => A(2).repeat_interleave(I(3, 4), output_size: 5), "'output_size' is 5, but the repeats add up to 7"),

        // Axes and indices
        ["sum over axis 3 of 2"] = (() => A(2, 3).sum(3), "sum: Dimension out of range (expected to be in range of [-2, 1], but got 3)"),
        ["mean over axis -5"] = (() => A(2, 3).mean([-5]), "mean: Dimension out of range"),
        ["sum over an axis twice"] = (() => A(2, 3).sum([1, 1]), "sum:"),
        ["max over axis 2 of 2"] = (() => A(2, 3).max(2), "max: Dimension out of range"),
        ["max of nothing"] = (() => A(0).max(), "max:"),
        ["argmax of nothing"] = (() => A(0).argmax(), "argmax:"),
        ["argmin over axis 9"] = (() => A(3).argmin(9), "argmin: Dimension out of range"),
        ["softmax over axis 4"] = (() => A(2, 3).softmax(4), "softmax: Dimension out of range"),
        ["log_softmax over axis 4"] = (() => A(2, 3).log_softmax(4), "log_softmax: Dimension out of range"),
        ["cumsum over axis 4"] = (() => A(2, 3).cumsum(4), "cumsum: Dimension out of range"),
        ["sort over axis 4"] = (() => A(2, 3).sort(4), "sort: Dimension out of range"),
        ["topk of more than there are"] = (() => A(3).topk(4), "topk:"),
        ["kthvalue 0"] = (() => A(3).kthvalue(0, 0), "kthvalue:"),
        ["squeeze of axis 4"] = (() => A(2, 1).squeeze(4), "squeeze: Dimension out of range"),
        ["unsqueeze at axis 4"] = (() => A(2, 1).unsqueeze(4), "unsqueeze: Dimension out of range"),
        ["transpose of axis 4"] = (() => A(2, 3).transpose(0, 4), "transpose: Dimension out of range"),
        ["flatten backwards"] = (() => A(2, 3).flatten(1, 0), "flatten:"),
        ["flip of axis 4"] = (() => A(2, 3).flip(4), "flip:"),
        ["roll of axis 4"] = (() => A(2, 3).roll(1, 4), "roll:"),
        ["size of axis 4"] = (() => A(2, 3).size(4), "size: Dimension out of range"),
        ["stride of axis 4"] = (() => A(2, 3).stride(4), "stride: Dimension out of range"),
        ["select of index 5 of 3"] = (() => A(3).select(0, 5), "select:"),
        ["select of index -4 of 3"] = (() => A(3).select(0, -4), "select:"),
        ["indexer 5 of 3"] = (() => _ = A(3)[5], "index 5 out of range for tensor of size [3]"),
        ["indexer with too many indices"] = (() => _ = A(3)[0, 0], "too many indices"),
        ["indexer of a scalar"] = (() => _ = A()[0], ""),
        ["indexer with a string of axes"] = (() => _ = A(3)[TensorIndex.Ellipsis, TensorIndex.Ellipsis], "ellipsis"),
        ["indexer set to another shape"] = (() => A(3, 4)[0] = A(5), ""),
        ["narrow past the end"] = (() => A(3).narrow(0, 2, 5), "narrow:"),
        ["narrow of a negative length"] = (() => A(3).narrow(0, 0, -1), "narrow:"),
        ["slice with step 0"] = (() => A(3).slice(0, 0, 2, 0), "slice"),
        ["gather past the end"] = (() => A(3).gather(0, I(5)), "gather: index 5 is out of bounds for dimension 0 with size 3"),
        ["gather with float indices"] = (() => A(3).gather(0, A(2)), "gather:"),
        ["gather of other axes"] = (() => A(3, 3).gather(0, I(1)), "gather:"),
        ["scatter past the end"] = (() => A(3).scatter(0, I(5), A(1)), "scatter:"),
        ["scatter_add past the end"] = (() => A(3).scatter_add(0, I(-7), A(1)), "scatter_add:"),
        ["index_select past the end"] = (() => A(3).index_select(0, I(3)), "index_select:"),
        ["index_select by a matrix"] = (() => A(3).index_select(0, I(1).view(1, 1)), "index_select:"),
        ["index_add of other sizes"] = (() => A(3).index_add(0, I(1), A(2), 1), "index_add:"),
        ["index_copy past the end"] = (() => A(3).index_copy(0, I(4), A(1)), "index_copy:"),
        ["index_fill past the end"] = (() => A(3).index_fill(0, I(4), 1), "index_fill:"),
        ["take past the end"] = (() => A(3).take(I(4)), "take:"),
        ["index_put_ past the end"] = (() => A(3).index_put_(A(1), I(4)), "index_put_:"),
        ["masked_select with numbers"] = (() => A(3).masked_select(A(3)), "masked_select:"),
        ["masked_fill with another shape"] = (() => A(3).masked_fill(A(2) > 0, 1), "masked_fill:"),
        ["diagonal of one axis twice"] = (() => A(3, 3).diagonal(0, 0, 0), "diagonal:"),
        ["trace of a vector"] = (() => A(3).trace(), "trace:"),
        ["tril of a vector"] = (() => A(3).tril(), "tril:"),
        ["repeat of fewer axes"] = (() => A(2, 3).repeat(2), "repeat:"),
        ["repeat_interleave of a negative count"] = (() => A(3).repeat_interleave(-1), "repeat_interleave:"),

        // Types
        ["mean of integers"] = (() => I(1, 2).mean(), "mean:"),
        ["sigmoid_ of integers"] = (() => I(1, 2).sigmoid_(), "sigmoid_:"),
        ["div_ of integers"] = (() => I(1, 2).div_(I(2, 2)), "div_:"),
        ["add_ of a float to integers"] = (() => I(1, 2).add_(A(2)), "add_:"),
        ["mm of float and double"] = (() => A(2, 2).mm(A(2, 2).@double()), "mm:"),
        ["bitwise_and of floats"] = (() => A(2).bitwise_and(A(2)), "bitwise_and:"),
        ["operator ~ of floats"] = (() => _ = ~A(2), ""),
        ["minus of truth values"] = (() => _ = -(A(2) > 0), ""),
        ["sub of truth values"] = (() => (A(2) > 0).sub(A(2) > 0), "sub:"),
        ["integers that require gradients"] = (() => I(1).requires_grad_(), "requires_grad"),
        ["item of two elements"] = (() => A(2).item<float>(), ""),
        ["ToSingle of two elements"] = (() => A(2).ToSingle(), ""),
        ["data of the wrong type"] = (() => A(2).data<long>(), ""),
        ["truth of two elements"] = (() => A(2).is_nonzero(), ""),
        ["log of truth values in place"] = (() => (A(2) > 0).log_(), "log_:"),
        ["cross_entropy with float targets of one axis"] = (() => F.cross_entropy(A(2, 3), A(2)), "cross_entropy:"),

        // Devices
        ["a device nobody has"] = (() => zeros([1], device: device("cuda:7")), "The device 'cuda:7' is not available"),
        ["a device of no name"] = (() => device("gpu"), "'gpu' is not a device"),
        ["a device with a broken number"] = (() => device("cuda:x"), "'cuda:x' is not a device"),
        ["moving to a device nobody has"] = (() => A(2).to(device("cuda:7")), "The device 'cuda:7' is not available"),
        ["reading a tensor without data"] = (() => zeros([2], device: META).data<float>(), ""),
        ["cpu and meta together"] = (() => A(2).add_(zeros([2], device: META)), ""),

        // Gradients
        ["backward of a constant"] = (() => A().backward(), "backward: element 0 of tensors does not require grad"),
        ["backward of a vector"] = (() => W(2).mul(A(2)).backward(), "backward: grad can be implicitly created only for scalar outputs"),
        ["backward twice"] = (Twice, "backward: Trying to backward through the graph a second time"),
        ["grad of an unused input"] = (() => autograd.grad([W(2).sum()], [W(2)]), "appears to not have been used in the graph"),
        ["grad of a constant"] = (() => autograd.grad([A(2).sum()], [W(2)]), "grad: element 0 of tensors does not require grad"),
        ["grad by a constant"] = (() => autograd.grad([W(2).sum()], [A(2)]), "grad:"),
        ["grad with weights of another shape"] = (GradOfAnotherShape, "grad:"),
        ["grad of nothing"] = (() => autograd.grad([], [W(2)]), "grad:"),
        ["grad by nothing"] = (() => autograd.grad([W(2).sum()], []), "grad:"),
        ["grad of null"] = (() => autograd.grad(null!, [W(2)]), "'outputs' is null"),
        ["grad of a list with null"] = (() => autograd.grad([null!], [W(2)]), "'outputs[0]' is null"),
        ["in-place on a leaf"] = (() => W(2).add_(A(2)), "add_: a leaf Variable that requires grad is being used in an in-place operation"),
        ["a changed operand"] = (ChangedOperand, "modified by an inplace operation"),
        ["a gradient of another shape"] = (() => W(2).grad = A(3), "grad"),
        ["retain_grad of a constant"] = (() => A(2).retain_grad(), "retain_grad:"),
        ["detach_ of a view"] = (() => W(4).view(2, 2).detach_(), "detach_:"),
        ["requires_grad off inside a graph"] = (() => W(2).mul(A(2)).requires_grad_(false), "requires_grad"),

        // Absent and disposed tensors
        ["add of null"] = (() => A(2).add((Tensor)null!), "'target' is null"),
        ["torch.abs of null"] = (() => torch.abs(null!), "'input' is null"),
        ["torch.add of null"] = (() => torch.add(null!, A(2)), "is null"),
        ["torch.matmul of null"] = (() => torch.matmul(A(2), null!), "is null"),
        ["addmm of null"] = (() => addmm(A(2), null!, A(2, 2), 1, 1), "is null"),
        ["cat of null"] = (() => cat([A(2), null!]), "null"),
        ["linear without weights"] = (() => F.linear(A(2, 2), null!), "is null"),
        ["relu of null"] = (() => F.relu(null!), "is null"),
        ["operator + of null"] = (() => _ = A(2) + (Tensor)null!, "is null"),
        ["use after disposal"] = (() => Disposed().add(A(2)), "has been disposed"),
        ["use as operand after disposal"] = (() => A(2).add(Disposed()), "The tensor 'target' has been disposed"),
        ["shape after disposal"] = (() => _ = Disposed().shape, "has been disposed"),
        ["item after disposal"] = (() => Disposed().ToSingle(), "has been disposed"),
        ["view after disposal"] = (() => Disposed().view(2), "has been disposed"),
        ["in-place after disposal"] = (() => Disposed().add_(A(2)), "has been disposed"),
        ["backward after disposal"] = (() => Disposed().backward(), "has been disposed"),
        ["cat after disposal"] = (() => cat([A(2), Disposed()]), "has been disposed"),
        ["data after disposal"] = (() => Disposed().data<float>(), "has been disposed"),

        // Networks
        ["linear of unfit widths"] = (() => F.linear(A(2, 3), A(4, 2)), "linear:"),
        ["linear with an unfit bias"] = (() => F.linear(A(2, 3), A(4, 3), A(5)), "linear:"),
        ["conv2d of unfit channels"] = (() => F.conv2d(A(1, 3, 8, 8), A(4, 2, 3, 3)), "conv2d:"),
        ["conv2d of a matrix"] = (() => F.conv2d(A(8, 8), A(4, 2, 3, 3)), "conv2d:"),
        ["conv2d with a kernel too large"] = (() => F.conv2d(A(1, 2, 2, 2), A(4, 2, 3, 3)), "conv2d:"),
        ["conv2d with stride 0"] = (() => F.conv2d(A(1, 2, 8, 8), A(4, 2, 3, 3), strides: [0, 0]), "conv2d:"),
        ["conv2d with groups that do not divide"] = (() => F.conv2d(A(1, 3, 8, 8), A(4, 2, 3, 3), groups: 2), "conv2d:"),
        ["conv1d of negative padding"] = (() => F.conv1d(A(1, 2, 8), A(4, 2, 3), padding: -1), "conv1d:"),
        ["conv_transpose2d of unfit channels"] = (() => F.conv_transpose2d(A(1, 3, 4, 4), A(2, 2, 3, 3)), "conv_transpose2d:"),
        ["max_pool2d with a kernel too large"] = (() => F.max_pool2d(A(1, 1, 2, 2), 3), "max_pool2d:"),
        ["max_pool2d of a vector"] = (() => F.max_pool2d(A(4), 2), "max_pool2d:"),
        ["avg_pool2d with kernel 0"] = (() => F.avg_pool2d(A(1, 1, 2, 2), 0), "avg_pool2d:"),
        ["batch_norm of one value a channel"] = (() => F.batch_norm(A(1, 3), null, null, training: true), "batch_norm:"),
        ["batch_norm with unfit weights"] = (() => F.batch_norm(A(4, 3), null, null, A(2), null, true), "batch_norm:"),
        ["layer_norm of another shape"] = (() => F.layer_norm(A(2, 3), [4]), "layer_norm:"),
        ["group_norm with groups that do not divide"] = (() => F.group_norm(A(2, 3, 4), 2), "group_norm:"),
        ["dropout of a probability above 1"] = (() => F.dropout(A(3), 1.5), "dropout:"),
        ["one_hot of negative classes"] = (() => F.one_hot(I(-1), 3), "one_hot:"),
        ["one_hot past the classes"] = (() => F.one_hot(I(5), 3), "one_hot:"),
        ["pad of too many axes"] = (() => F.pad(A(2), (1, 1, 1, 1)), "pad:"),
        ["pad that reflects past the end"] = (() => F.pad(A(1, 1, 2), (5, 5), PaddingModes.Reflect), "pad:"),
        ["unfold of a vector"] = (() => F.unfold(A(4), 2), "unfold:"),
        ["mse_loss of unfit shapes"] = (() => F.mse_loss(A(2), A(3)), "mse_loss:"),
        ["cross_entropy of other counts"] = (() => F.cross_entropy(A(2, 3), I(0, 1, 2)), "cross_entropy:"),
        ["cross_entropy past the classes"] = (() => F.cross_entropy(A(2, 3), I(0, 3)), "cross_entropy:"),
        ["nll_loss past the classes"] = (() => F.nll_loss(A(2, 3), I(0, 7)), "nll_loss:"),
        ["binary_cross_entropy outside of 0 and 1"] = (() => F.binary_cross_entropy(A(2) + 5, A(2)), "binary_cross_entropy:"),
        ["prelu with unfit weights"] = (() => F.prelu(A(2, 3), A(2)), "prelu:"),
        ["glu of an odd axis"] = (() => F.glu(A(3)), "glu:"),
        ["bernoulli of no probability"] = (() => (A(2) + 3).bernoulli(), "bernoulli:"),
        ["multinomial of nothing"] = (() => A(0).multinomial(1), "multinomial:"),
        ["normal of a negative deviation"] = (() => A(2).normal_(0, -1), "normal_:"),
        ["uniform of reversed bounds"] = (() => A(2).uniform_(1, 0), "uniform_:"),

        // Linear algebra
        ["inv of a singular matrix"] = (() => linalg.inv(zeros([2, 2])), "inv:"),
        ["inv of no square"] = (() => linalg.inv(A(2, 3)), "inv:"),
        ["cholesky of no positive matrix"] = (() => linalg.cholesky(zeros([2, 2]) - 1), "cholesky:"),
        ["solve of a singular matrix"] = (() => linalg.solve(zeros([2, 2]), A(2, 1)), "solve:"),
        ["solve of unfit shapes"] = (() => linalg.solve(A(2, 2), A(3, 1)), "solve:"),
        ["det of no square"] = (() => linalg.det(A(2, 3)), "det:"),
        ["eigh of no square"] = (() => linalg.eigh(A(2, 3)), "eigh:"),
        ["qr of a vector"] = (() => linalg.qr(A(3)), "qr:"),
        ["svd of a vector"] = (() => linalg.svd(A(3)), "svd:"),
        ["matrix_power of no square"] = (() => A(2, 3).matrix_power(2), "matrix_power:"),
        ["cross of vectors of 4"] = (() => linalg.cross(A(4), A(4)), "cross:"),

        // Modes and settings
        ["a type that is not supported"] = (() => A(2).sum(type: ScalarType.ComplexFloat32), "is not an element type that is supported here"),
        ["gradient modes out of order"] = (ModesOutOfOrder, "end the modes in the reverse order"),
        ["a gradient mode of another thread"] = (ModeOfAnotherThread, "was begun on another thread"),
        ["zero threads"] = (() => set_num_threads(0), ""),
        ["gradients of what inference mode made"] = (InferenceTensorInGraph, "nference"),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Fact]
    public void There_are_at_least_150_wrong_calls() => Assert.True(Calls.Count >= 150);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_call_throws_what_a_user_understands_and_leaves_nothing_behind(string name)
    {
        var (call, says) = Calls[name];
        TensorMemory.Collect();
        var before = TensorMemory.LiveTensors;
        using (NewDisposeScope())
        {
            var error = Record.Exception(call);
            Assert.NotNull(error);
            Assert.IsNotType<NullReferenceException>(error, exactMatch: true);
            var first = error.Message.Split('\n')[0];
            Assert.Contains(says, first);
            Assert.InRange(first.Length, 15, 400);
            Assert.DoesNotContain("INTERNAL ASSERT", error.Message);
            Assert.DoesNotContain(".cpp", error.Message);
        }

        Assert.Equal(before, TensorMemory.LiveTensors);
        using var alive = ones([2]);
        Assert.Equal(2, alive.numel());
    }

    private static Tensor A(params long[] shape) => ones(shape);

    private static Tensor W(params long[] shape) => ones(shape).requires_grad_();

    private static Tensor I(params long[] values) => tensor(values);

    private static Tensor Disposed()
    {
        var tensor = ones([2]);
        tensor.Dispose();
        return tensor;
    }

    private static void ModesOutOfOrder()
    {
        Exception? error;
        using (var outer = no_grad())
        {
            using (no_grad()) error = Record.Exception(outer.Dispose);
        }

        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error!);
    }

    private static void ModeOfAnotherThread()
    {
        using var mode = no_grad();
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(mode.Dispose));
        thread.Start();
        thread.Join();
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error!);
    }

    private static void Twice()
    {
        var loss = W(2).exp().sum();
        loss.backward();
        loss.backward();
    }

    private static void GradOfAnotherShape()
    {
        var x = W(2);
        autograd.grad([x.mul(x)], [x], [A(3)]);
    }

    private static void ChangedOperand()
    {
        var x = W(2);
        var y = x.exp();
        var loss = y.mul(y).sum();
        y.add_(A(2));
        loss.backward();
    }

    private static void InferenceTensorInGraph()
    {
        Tensor made;
        using (inference_mode()) made = A(2).mul(A(2));
        W(2).mul(made);
    }
}
