using TorchSharp;
using TorchSharp.Modules;
using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace MetaDsl.LibTorch.Tests;

public class NetworkFunctionTests
{
    [Fact]
    public void A_linear_layer_multiplies_by_the_transposed_weights()
    {
        using var x = Of([1, 2], 1, 2);
        using var w = Ramp(3, 2);
        using var b = Of([3], 100, 200, 300);
        Holds(F.linear(x, w), [1, 3], 5, 11, 17);
        Holds(F.linear(x, w, b), [1, 3], 105, 211, 317);
        using var pair = Ramp(1, 2, 2);
        Holds(F.bilinear(x, x, pair), [1, 1], 27);
        Refuses(() => F.linear(x, x.addmm(x, x)), "addmm:");
        Refuses(() => F.linear(x, pair), "linear:");
        Refuses(() => F.linear(x, w, x), "linear:");
        Refuses(() => F.bilinear(x, x, w), "bilinear:");
    }

    public static TheoryData<string, double[]> Activations => new()
    {
        { "relu", [0, 0, 2] },
        { "relu6", [0, 0, 2] },
        { "leaky_relu", [-0.01, 0, 2] },
        { "elu", [Math.Exp(-1) - 1, 0, 2] },
        { "celu", [2 * (Math.Exp(-0.5) - 1), 0, 2] },
        { "selu", [1.0507009873554805 * 1.6732632423543772 * (Math.Exp(-1) - 1), 0, 2.101401974710961] },
        { "silu", [-1 / (1 + Math.E), 0, 2 / (1 + Math.Exp(-2))] },
        { "mish", [-Math.Tanh(Math.Log(1 + Math.Exp(-1))), 0, 2 * Math.Tanh(Math.Log(1 + Math.Exp(2)))] },
        { "gelu", [-0.15865525393145707, 0, 1.9544997361036416] },
        { "gelu tanh", [-0.15880800939172324, 0, 1.954597694087775] },
        { "hardtanh", [-1, 0, 1] },
        { "hardsigmoid", [1 / 3.0, 0.5, 5 / 6.0] },
        { "hardswish", [-1 / 3.0, 0, 5 / 3.0] },
        { "hardshrink", [-1, 0, 2] },
        { "softshrink", [-0.5, 0, 1.5] },
        { "tanhshrink", [-1 + Math.Tanh(1), 0, 2 - Math.Tanh(2)] },
        { "softsign", [-0.5, 0, 2 / 3.0] },
        { "softplus", [Math.Log(1 + Math.Exp(-1)), Math.Log(2), Math.Log(1 + Math.Exp(2))] },
        { "sigmoid", [1 / (1 + Math.E), 0.5, 1 / (1 + Math.Exp(-2))] },
        { "tanh", [Math.Tanh(-1), 0, Math.Tanh(2)] },
        { "logsigmoid", [-Math.Log(1 + Math.E), -Math.Log(2), -Math.Log(1 + Math.Exp(-2))] },
        { "threshold", [7, 7, 2] },
        { "rrelu", [-11 / 48.0, 0, 2] },
        { "prelu", [-0.25, 0, 2] },
    };

    [Theory]
    [MemberData(nameof(Activations))]
    public void An_activation_follows_its_formula(string name, double[] expected)
    {
        using var x = Of([3], -1, 0, 2);
        Holds(Activated(name, x, inplace: false), [3], expected);
        Assert.Equal([-1.0, 0, 2], Read(x));
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void An_activation_in_place_answers_the_tensor_itself(string name, double[] expected)
    {
        if (name is "hardshrink" or "softshrink" or "softplus" or "logsigmoid" or "prelu") return;
        using var x = Of([3], -1, 0, 2);
        Assert.Same(x, Activated(name, x, inplace: true));
        var actual = Read(x);
        for (var i = 0; i < 3; i++) Assert.Equal(expected[i], actual[i], 1e-6);
    }

    [Theory]
    [InlineData("softsign", 1 / 9.0)]
    [InlineData("tanhshrink", 0.9293492)]
    public void A_gradient_passes_through_an_activation_in_place(string name, double expected)
    {
        using var x = Of([1], 2).requires_grad_();
        using var one = Of([1], 1);
        using var product = x.mul(one);
        Activated(name, product, inplace: true);
        Holds(torch.autograd.grad([product], [x])[0], [1], expected);
    }

    [Fact]
    public void Softmaxes_sum_to_one()
    {
        using var x = Of([1, 2], 0, Math.Log(3));
        Holds(F.softmax(x, 1), [1, 2], 0.25, 0.75);
        Holds(F.softmin(x, 1), [1, 2], 0.75, 0.25);
        Holds(F.log_softmax(x, 1), [1, 2], Math.Log(0.25), Math.Log(0.75));
        using var image = Of([2, 1, 1], 0, Math.Log(3));
        Holds(F.softmax2d(image), [2, 1, 1], 0.25, 0.75);
        Holds(F.glu(x), [1, 1], 0);
        Refuses(() => F.softmax2d(x), "softmax2d:");
        Refuses(() => F.softmax(x, 5), "softmax:");
        Refuses(() => F.relu(null!), "x");
    }

    [Fact]
    public void One_hot_rows_have_a_one_at_their_class()
    {
        using var classes = Longs([2], 0, 2);
        Holds(F.one_hot(classes), [2, 3], 1, 0, 0, 0, 0, 1);
        Holds(F.one_hot(classes, 4), [2, 4], 1, 0, 0, 0, 0, 0, 1, 0);
        using var negative = Longs([1], -1);
        Refuses(() => F.one_hot(classes, 2), "one_hot: Class values must be smaller");
        Refuses(() => F.one_hot(negative), "one_hot: Class values must be non-negative");
    }

    [Fact]
    public void Dropout_keeps_the_mean_and_drops_nothing_outside_of_training()
    {
        using var x = torch.ones([4, 50, 10], ScalarType.Float64);
        Holds(F.dropout(x, 0.5, training: false), [4, 50, 10], Read(x));
        using var dropped = F.dropout(x, 0.5);
        Assert.All(Read(dropped), value => Assert.True(value is 0 or 2));
        using var channels = F.dropout1d(x, 0.5);
        var values = Read(channels);
        for (var i = 0; i < 200; i++) Assert.Single(values[(10 * i)..(10 * i + 10)].Distinct());
        Assert.Equal(2, values.Distinct().Count());
        using var sample = torch.ones([50, 10], ScalarType.Float64);
        Assert.Same(sample, F.dropout1d(sample, 0.5, inplace: true));
        for (var i = 0; i < 50; i++) Assert.Single(Read(sample)[(10 * i)..(10 * i + 10)].Distinct());
        Holds(F.alpha_dropout(x), [4, 50, 10], Read(x));
        Holds(F.feature_alpha_dropout(x), [4, 50, 10], Read(x));
        Refuses(() => F.dropout(x, 1.5), "dropout: dropout probability");
        Refuses(() => F.dropout(x, double.NaN), "dropout:");
    }

    [Fact]
    public void Attention_weighs_values_by_the_softmax_of_scores()
    {
        using var q = Of([2, 1], 0, 0);
        using var k = Of([2, 1], 1, 2);
        using var v = Of([2, 1], 10, 20);
        Holds(F.scaled_dot_product_attention(q, k, v), [2, 1], 15, 15);
        Holds(F.scaled_dot_product_attention(q, k, v, is_casual: true), [2, 1], 10, 15);
        using var bias = Of([2, 2], 0, Math.Log(3), 0, 0);
        Holds(F.scaled_dot_product_attention(q, k, v, bias), [2, 1], 17.5, 15);
        Refuses(() => F.scaled_dot_product_attention(q, k, v, bias, is_casual: true), "scaled_dot_product_attention:");
        Refuses(() => F.scaled_dot_product_attention(q, k, v, p: 2), "'p' is 2");
    }

    [Fact]
    public void Attention_with_a_mask_that_hides_everything_gives_zeros()
    {
        using var q = Of([2, 1], 0, 0);
        using var v = Of([2, 1], 10, 20);
        using var seen = torch.zeros([2, 2], ScalarType.Bool);
        Holds(F.scaled_dot_product_attention(q, q, v, seen), [2, 1], 0, 0);
    }

    private static Tensor Activated(string name, Tensor x, bool inplace)
    {
        using var slope = Of([1], 0.25);
        return name switch
        {
            "relu" => F.relu(x, inplace),
            "relu6" => F.relu6(x, inplace),
            "leaky_relu" => F.leaky_relu(x, inplace: inplace),
            "elu" => F.elu(x, 1, inplace),
            "celu" => F.celu(x, 2, inplace),
            "selu" => F.selu(x, inplace),
            "silu" => F.silu(x, inplace),
            "mish" => F.mish(x, inplace),
            "gelu" => F.gelu(x, inplace),
            "gelu tanh" => F.gelu(x, GELU.Approximate.tanh, inplace),
            "hardtanh" => F.hardtanh(x, inplace: inplace),
            "hardsigmoid" => F.hardsigmoid(x, inplace),
            "hardswish" => F.hardswish(x, inplace),
            "hardshrink" => F.hardshrink(x),
            "softshrink" => F.softshrink(x),
            "tanhshrink" => F.tanhshrink(x, inplace),
            "softsign" => F.softsign(x, inplace),
            "softplus" => F.softplus(x),
            "sigmoid" => F.sigmoid(x, inplace),
            "tanh" => F.tanh(x, inplace),
            "logsigmoid" => F.logsigmoid(x),
            "threshold" => F.threshold(x, 0, 7, inplace),
            "rrelu" => F.rrelu(x, inplace: inplace),
            "prelu" => F.prelu(x, slope),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }
}
