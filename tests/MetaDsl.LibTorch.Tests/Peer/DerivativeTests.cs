using TorchSharp;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests.Peer;

/// <summary>First and second derivatives of operations, in float64 on random inputs, against Python's torch.</summary>
public class DerivativeTests
{
    private const double Tolerance = 1e-9;

    // What Python does with each case; ours below does the same. Weights that differ from element to element catch what a plain sum hides.
    private const string Script =
        """
        import json, sys, torch
        import torch.nn.functional as F
        def weighted(y):
            return (y * torch.linspace(0.5, 1.5, y.numel(), dtype=torch.float64).view_as(y)).sum()
        def total(grads):
            return sum(weighted(g) for g in grads)
        def numbers(t):
            return (t.detach() + 0).reshape(-1).tolist()
        results = []
        for case in json.load(sys.stdin):
            x = [torch.tensor(v['Values'], dtype=torch.float64).view(v['Shape']).requires_grad_() for v in case['Inputs']]
            y = eval(case['Python'])
            first = torch.autograd.grad(weighted(y), x, create_graph=True)
            second = [torch.zeros_like(v) for v in x]
            if any(g.requires_grad for g in first):
                found = torch.autograd.grad(total(g for g in first if g.requires_grad), x, allow_unused=True)
                second = [z if g is None else g for z, g in zip(second, found)]
            results.append({'Value': numbers(y), 'First': [numbers(g) for g in first], 'Second': [numbers(g) for g in second]})
        json.dump(results, sys.stdout)
        """;

    private static readonly Case[] Cases =
    [
        new("abs", "x[0].abs()", x => x[0].abs(), [3, 4]),
        new("acos", "x[0].acos()", x => x[0].acos(), [3, 4]),
        new("add", "x[0] + x[1]", x => x[0] + x[1], [3, 4], [4]),
        new("addcdiv", "torch.addcdiv(x[0], x[1], x[2], value=0.7)", x => x[0].addcdiv(x[1], x[2], 0.7), [3], [3], [3]),
        new("addcmul", "torch.addcmul(x[0], x[1], x[2], value=0.7)", x => x[0].addcmul(x[1], x[2], 0.7), [3], [3], [3]),
        new("addmm", "torch.addmm(x[0], x[1], x[2])", x => torch.addmm(x[0], x[1], x[2], 1, 1), [4], [3, 5], [5, 4]),
        new("asinh", "x[0].asinh()", x => x[0].asinh(), [3, 4]),
        new("atan", "x[0].atan()", x => x[0].atan(), [3, 4]),
        new("atan2", "torch.atan2(x[0], x[1])", x => x[0].atan2(x[1]), [5], [5]),
        new("batch_norm", "F.batch_norm(x[0], None, None, x[1], x[2], True)", x => nn.functional.batch_norm(x[0], null, null, x[1], x[2], true), [4, 3, 2, 2], [3], [3]),
        new("bmm", "torch.bmm(x[0], x[1])", x => x[0].bmm(x[1]), [2, 3, 4], [2, 4, 2]),
        new("cat", "torch.cat([x[0], x[1]], 1)", x => torch.cat([x[0], x[1]], 1), [2, 3], [2, 2]),
        new("cholesky", "torch.linalg.cholesky(x[0] @ x[0].t() + 3 * torch.eye(3, dtype=torch.float64))", x => linalg.cholesky(x[0].mm(x[0].t()) + (torch.eye(3, dtype: float64) * 3)), [3, 3]),
        new("clamp", "x[0].clamp(-0.5, 0.5)", x => x[0].clamp((Scalar)(-0.5), (Scalar)0.5), [3, 4]),
        new("conv1d", "F.conv1d(x[0], x[1], x[2], padding=1)", x => nn.functional.conv1d(x[0], x[1], x[2], padding: 1), [2, 3, 6], [4, 3, 3], [4]),
        new("conv2d", "F.conv2d(x[0], x[1], x[2], stride=2, padding=1)", x => nn.functional.conv2d(x[0], x[1], x[2], [2, 2], [1, 1]), [2, 3, 5, 5], [4, 3, 3, 3], [4]),
        new("conv_transpose2d", "F.conv_transpose2d(x[0], x[1], x[2], stride=2)", x => nn.functional.conv_transpose2d(x[0], x[1], x[2], [2, 2]), [2, 3, 3, 3], [3, 2, 2, 2], [2]),
        new("cos", "x[0].cos()", x => x[0].cos(), [3, 4]),
        new("cosh", "x[0].cosh()", x => x[0].cosh(), [3, 4]),
        new("cosine_similarity", "F.cosine_similarity(x[0], x[1], 1)", x => nn.functional.cosine_similarity(x[0], x[1], 1), [3, 4], [3, 4]),
        new("cross_entropy", "F.cross_entropy(x[0], torch.tensor([0, 2, 1]))", x => nn.functional.cross_entropy(x[0], torch.tensor(new long[] { 0, 2, 1 })), [3, 4]),
        new("cumprod", "x[0].cumprod(1)", x => x[0].cumprod(1), [3, 4]),
        new("cumsum", "x[0].cumsum(1)", x => x[0].cumsum(1), [3, 4]),
        new("det", "torch.linalg.det(x[0])", x => linalg.det(x[0]), [3, 3]),
        new("div", "x[0] / x[1]", x => x[0] / x[1], [3, 4], [3, 4]),
        new("einsum", "torch.einsum('bij,bjk->ik', x[0], x[1])", x => torch.einsum("bij,bjk->ik", x[0], x[1]), [2, 3, 4], [2, 4, 2]),
        new("elu", "F.elu(x[0], 0.8)", x => nn.functional.elu(x[0], 0.8), [3, 4]),
        new("erf", "x[0].erf()", x => x[0].erf(), [3, 4]),
        new("exp", "x[0].exp()", x => x[0].exp(), [3, 4]),
        new("expand", "x[0].expand(3, 4)", x => x[0].expand(3, 4), [4]),
        new("gather", "x[0].gather(1, torch.tensor([[0, 0], [3, 1], [2, 2]]))", x => x[0].gather(1, torch.tensor(new long[,] { { 0, 0 }, { 3, 1 }, { 2, 2 } })), [3, 4]),
        new("gelu", "F.gelu(x[0])", x => nn.functional.gelu(x[0]), [3, 4]),
        new("group_norm", "F.group_norm(x[0], 2, x[1], x[2])", x => nn.functional.group_norm(x[0], 2, x[1], x[2]), [2, 4, 3], [4], [4]),
        new("index_select", "x[0].index_select(0, torch.tensor([2, 0, 2]))", x => x[0].index_select(0, torch.tensor(new long[] { 2, 0, 2 })), [3, 4]),
        new("instance_norm", "F.instance_norm(x[0])", x => nn.functional.instance_norm(x[0]), [2, 3, 4]),
        new("inv", "torch.linalg.inv(x[0] + 3 * torch.eye(3, dtype=torch.float64))", x => linalg.inv(x[0] + (torch.eye(3, dtype: float64) * 3)), [3, 3]),
        new("layer_norm", "F.layer_norm(x[0], [4], x[1], x[2])", x => nn.functional.layer_norm(x[0], [4], x[1], x[2]), [3, 4], [4], [4]),
        new("leaky_relu", "F.leaky_relu(x[0], 0.2)", x => nn.functional.leaky_relu(x[0], 0.2), [3, 4]),
        new("linear", "F.linear(x[0], x[1], x[2])", x => nn.functional.linear(x[0], x[1], x[2]), [3, 4], [2, 4], [2]),
        new("log", "(x[0].abs() + 0.1).log()", x => (x[0].abs() + 0.1).log(), [3, 4]),
        new("log_softmax", "x[0].log_softmax(1)", x => x[0].log_softmax(1), [3, 4]),
        new("logsumexp", "x[0].logsumexp(1)", x => x[0].logsumexp(1), [3, 4]),
        new("matmul", "x[0] @ x[1]", x => x[0].matmul(x[1]), [2, 3, 4], [4, 2]),
        new("max_pool2d", "F.max_pool2d(x[0], 2)", x => nn.functional.max_pool2d(x[0], 2), [1, 2, 4, 4]),
        new("avg_pool2d", "F.avg_pool2d(x[0], 2)", x => nn.functional.avg_pool2d(x[0], 2), [1, 2, 4, 4]),
        new("mean", "x[0].mean([0, 2])", x => x[0].mean([0, 2]), [2, 3, 4]),
        new("mish", "F.mish(x[0])", x => nn.functional.mish(x[0]), [3, 4]),
        new("mm", "x[0].mm(x[1])", x => x[0].mm(x[1]), [3, 4], [4, 2]),
        new("mse_loss", "F.mse_loss(x[0], x[1])", x => nn.functional.mse_loss(x[0], x[1]), [3, 4], [3, 4]),
        new("mul", "x[0] * x[1]", x => x[0] * x[1], [3, 4], [3, 1]),
        new("norm", "x[0].norm(2, 1)", x => x[0].norm(1, false, 2), [3, 4]),
        new("pad", "F.pad(x[0], (1, 2), mode='reflect')", x => nn.functional.pad(x[0], (1, 2), PaddingModes.Reflect), [2, 3, 5]),
        new("permute", "x[0].permute(2, 0, 1)", x => x[0].permute(2, 0, 1), [2, 3, 4]),
        new("pow", "x[0] ** 3", x => x[0].pow(3), [3, 4]),
        new("pow of a tensor", "(x[0].abs() + 0.1) ** x[1]", x => (x[0].abs() + 0.1).pow(x[1]), [3, 4], [3, 4]),
        new("prod", "x[0].prod(1)", x => x[0].prod(1), [3, 4]),
        new("reciprocal", "x[0].reciprocal()", x => x[0].reciprocal(), [3, 4]),
        new("relu", "x[0].relu() * x[0]", x => x[0].relu() * x[0], [3, 4]),
        new("rsqrt", "(x[0].abs() + 0.1).rsqrt()", x => (x[0].abs() + 0.1).rsqrt(), [3, 4]),
        new("scatter_add", "x[0].scatter_add(0, torch.tensor([[0, 1], [1, 1]]), x[1])", x => x[0].scatter_add(0, torch.tensor(new long[,] { { 0, 1 }, { 1, 1 } }), x[1]), [2, 2], [2, 2]),
        new("sigmoid", "x[0].sigmoid()", x => x[0].sigmoid(), [3, 4]),
        new("silu", "F.silu(x[0])", x => nn.functional.silu(x[0]), [3, 4]),
        new("sin", "x[0].sin()", x => x[0].sin(), [3, 4]),
        new("softmax", "x[0].softmax(1)", x => x[0].softmax(1), [3, 4]),
        new("softplus", "F.softplus(x[0])", x => nn.functional.softplus(x[0]), [3, 4]),
        new("solve", "torch.linalg.solve(x[0] + 3 * torch.eye(3, dtype=torch.float64), x[1])", x => linalg.solve(x[0] + (torch.eye(3, dtype: float64) * 3), x[1]), [3, 3], [3, 2]),
        new("sqrt", "(x[0].abs() + 0.1).sqrt()", x => (x[0].abs() + 0.1).sqrt(), [3, 4]),
        new("stack", "torch.stack([x[0], x[1]], 1)", x => torch.stack([x[0], x[1]], 1), [3, 4], [3, 4]),
        new("std", "x[0].std(1)", x => x[0].std(1), [3, 4]),
        new("sub", "x[0] - x[1]", x => x[0] - x[1], [3, 4], [3, 4]),
        new("tan", "x[0].tan()", x => x[0].tan(), [3, 4]),
        new("tanh", "x[0].tanh()", x => x[0].tanh(), [3, 4]),
        new("unfold", "F.unfold(x[0], 2)", x => nn.functional.unfold(x[0], 2), [1, 2, 3, 3]),
        new("var", "x[0].var(1)", x => x[0].var(1), [3, 4]),
        new("where", "torch.where(x[0] > 0, x[0] * x[1], x[1].exp())", x => torch.where(x[0] > 0, x[0] * x[1], x[1].exp()), [3, 4], [3, 4]),
    ];

    [PeerFact]
    public void First_and_second_derivatives_equal_those_of_Python()
    {
        Assert.True(Cases.Length >= 40);
        var random = new Random(20);
        var inputs = Cases.Select(one => one.Shapes.Select(shape => Input.Draw(random, shape)).ToArray()).ToArray();
        var expected = PythonTorch.Run<Result[]>(Script, Cases.Select((one, i) => new { one.Python, Inputs = inputs[i] }));
        var wrong = new List<string>();
        for (var i = 0; i < Cases.Length; i++)
        {
            var actual = Derive(Cases[i], inputs[i]);
            Compare(wrong, Cases[i].Name, "value", expected[i].Value, actual.Value);
            for (var k = 0; k < inputs[i].Length; k++)
            {
                Compare(wrong, Cases[i].Name, $"first derivative by input {k}", expected[i].First[k], actual.First[k]);
                Compare(wrong, Cases[i].Name, $"second derivative by input {k}", expected[i].Second[k], actual.Second[k]);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static Result Derive(Case one, Input[] inputs)
    {
        using var scope = NewDisposeScope();
        var x = inputs.Select(input => torch.tensor(input.Values, dtype: float64).view(input.Shape).requires_grad_()).ToArray();
        var y = one.Ours(x);
        var first = autograd.grad([Weighted(y)], x, create_graph: true);
        var second = x.Select(one => torch.zeros_like(one)).ToArray();
        var curved = first.Where(gradient => gradient.requires_grad).Select(Weighted).ToArray();
        if (curved.Length > 0)
        {
            var found = autograd.grad(curved, x, allow_unused: true);
            for (var i = 0; i < x.Length; i++) second[i] = found[i] ?? second[i];
        }

        return new Result(Numbers(y), [.. first.Select(Numbers)], [.. second.Select(Numbers)]);
    }

    private static Tensor Weighted(Tensor y) => (y * torch.linspace(0.5, 1.5, y.numel(), dtype: float64).view_as(y)).sum();

    private static double[] Numbers(Tensor tensor)
    {
        using var data = tensor.detach().reshape(-1).contiguous().data<double>();
        return data.ToArray();
    }

    private static void Compare(List<string> wrong, string name, string what, double[] expected, double[] actual)
    {
        var scale = Math.Max(1e-3, expected.Max(Math.Abs));
        var off = expected.Length == actual.Length ? expected.Zip(actual, (e, a) => Math.Abs(e - a)).Max() / scale : double.PositiveInfinity;
        if (!(off <= Tolerance)) wrong.Add($"{name}: {what} is off by {off:G3} of its largest element");
    }

    private sealed record Case(string Name, string Python, Func<Tensor[], Tensor> Ours, params long[][] Shapes);

    private sealed record Input(double[] Values, long[] Shape)
    {
        // Away from zero, where several of the functions have a kink, and inside the domain of acos.
        public static Input Draw(Random random, long[] shape)
        {
            var count = shape.Aggregate(1L, (product, size) => product * size);
            return new([.. Enumerable.Range(0, (int)count).Select(_ => (random.Next(2) == 0 ? -1 : 1) * (0.1 + (0.8 * random.NextDouble())))], shape);
        }
    }

    private sealed record Result(double[] Value, double[][] First, double[][] Second);
}
