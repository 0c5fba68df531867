using MetaDsl.Integration.Tests.Harness;
using MetaDsl.LibTorch.Tests.Peer;
using TorchSharp;

namespace MetaDsl.Integration.Tests.Layers;

/// <summary>
/// What networks of any layers must compute, however gradients are computed: what PyTorch's own layers and autograd do, in doubles. A
/// difference is relative to the largest element.
/// </summary>
public abstract class LayerContract(EmittedLayers emitted)
{
    private const double Tolerance = 1e-8;

    // A weight whose gradient is nothing but rounding beside the others', such as a bias before a normalisation, is not held to its own size.
    private const double SmallestShare = 1e-5;

    // Below this share of the largest gradient, PyTorch's own is rounding where the true one is zero.
    private const double Rounding = 1e-12;

    public static TheoryData<string> Cases => [.. LayerCases.All.Select(one => one.Name)];

    protected abstract DerivativeStrategy Strategy { get; }

    [PeerTheory]
    [MemberData(nameof(Cases))]
    public void The_meta_gradient_is_that_of_PyTorch(string name)
    {
        var one = LayerCases.Of(name);
        var expected = emitted.Answer(one);
        using var experiment = Made(one);
        using var supportX = Stack(one, one.Tasks.Select(task => task.SupportX));
        using var supportY = Chosen(one.Tasks.Select(task => task.SupportY));
        using var queryX = Stack(one, one.Tasks.Select(task => task.QueryX));
        using var queryY = Chosen(one.Tasks.Select(task => task.QueryY));
        var found = experiment.MetaGradient(supportX, supportY, queryX, queryY);
        using var gradient = found.Gradient;
        using var loss = found.Loss;
        Compare(one, "the query loss", [expected.Loss], Emitted.Numbers(loss));

        if (experiment.Seen is { } seen) Compare(one, "what norms have seen", expected.Seen, seen);
        var row = Emitted.Numbers(gradient);
        var largest = expected.Gradient.Values.Max(slopes => slopes.Max(Math.Abs));
        var start = 0;
        foreach (var weight in emitted.Weights(one))
        {
            var slopes = expected.Gradient[weight.Name];
            var ours = row[start..(start + slopes.Length)];
            start += slopes.Length;
            // Two ways of rounding zero need not agree, but ours is to be no further from it.
            if (slopes.Max(Math.Abs) < Rounding * largest && ours.Max(Math.Abs) <= slopes.Max(Math.Abs)) continue;
            Compare(one, $"the gradient by {weight.Name}", slopes, ours, SmallestShare * largest);
        }
    }

    [PeerTheory]
    [MemberData(nameof(Cases))]
    public void A_learner_predicts_what_PyTorch_does(string name)
    {
        var one = LayerCases.Of(name);
        var expected = emitted.Answer(one);
        using var experiment = Made(one);
        using var x = torch.tensor(one.Tasks[0].SupportX, Axes(one, LayerCase.Ways * one.Shots));
        using var y = torch.tensor(one.Tasks[0].SupportY);
        using var queries = torch.tensor(one.Tasks[0].QueryX, Axes(one, LayerCase.Ways * LayerCase.Queries));
        int[] steps = [0, one.Steps];
        for (var i = 0; i < steps.Length; i++)
        {
            var (learner, predict) = experiment.AdaptTo(x, y, steps[i]);
            using (learner)
            {
                using var prediction = predict(queries);
                Compare(one, $"the prediction after {steps[i]} steps", expected.Predictions[i], Emitted.Numbers(prediction));
            }
        }
    }

    private static void Compare(LayerCase one, string what, double[] expected, double[] actual, double leastScale = 0)
    {
        Assert.Equal(expected.Length, actual.Length);
        var difference = expected.Zip(actual, (left, right) => Math.Abs(left - right)).Max();
        var off = difference == 0 ? 0 : difference / Math.Max(leastScale, expected.Max(Math.Abs));
        Assert.True(off <= Tolerance, $"{what} is off by {off:0.0e+0} of its largest element\n{one}");
    }

    private static long[] Axes(LayerCase one, params long[] first) => [.. first, .. one.Network.Input.Select(size => (long)size)];

    private static torch.Tensor Stack(LayerCase one, IEnumerable<double[]> tasks)
    {
        var all = tasks.ToArray();
        return torch.tensor(all.SelectMany(row => row).ToArray(), Axes(one, all.Length, all[0].Length / Shapes.Elements(one.Network.Input)));
    }

    // One for the class and zero for others.
    private static torch.Tensor Chosen(IEnumerable<int[]> tasks)
    {
        var all = tasks.ToArray();
        double[] rows = [.. all.SelectMany(labels => labels).SelectMany(label => Enumerable.Range(0, LayerCase.Ways).Select(way => way == label ? 1.0 : 0))];
        return torch.tensor(rows, [all.Length, all[0].Length, LayerCase.Ways]);
    }

    private IProbe Made(LayerCase one)
    {
        var experiment = emitted.Make(one, Strategy);
        using var row = torch.tensor(emitted.Weights(one).SelectMany(weight => weight.Values).ToArray());
        experiment.Parameters.copy_(row);
        if (emitted.Statistics(one) is not { } numbers) return experiment;
        using var statistics = torch.tensor(numbers, experiment.Statistics!.shape);
        experiment.Statistics.copy_(statistics);
        return experiment;
    }
}

/// <summary>Derivatives that the compiler derives and writes out.</summary>
[Collection(nameof(EmittedLayers))]
public sealed class CompileTimeLayerTests(EmittedLayers emitted) : LayerContract(emitted)
{
    protected override DerivativeStrategy Strategy => DerivativeStrategy.CompileTime;
}

/// <summary>Derivatives by <c>torch.autograd</c>.</summary>
[Collection(nameof(EmittedLayers))]
public sealed class AutogradLayerTests(EmittedLayers emitted) : LayerContract(emitted)
{
    protected override DerivativeStrategy Strategy => DerivativeStrategy.Autograd;
}

/// <summary>What does not depend on how gradients are computed.</summary>
[Collection(nameof(EmittedLayers))]
public sealed class LayerNameTests(EmittedLayers emitted)
{
    [PeerFact]
    public void Weights_have_the_names_and_shapes_of_PyTorch()
    {
        var wrong = LayerCases.All
            .Where(one => !Named(emitted.Answer(one).Weights).SequenceEqual(Named(emitted.Weights(one).Select(weight => new NamedShape(weight.Name, weight.Shape)))))
            .Select(one => $"ours:   {string.Join("; ", Named(emitted.Weights(one).Select(weight => new NamedShape(weight.Name, weight.Shape))))}\n"
                + $"theirs: {string.Join("; ", Named(emitted.Answer(one).Weights))}\n{one}")
            .ToArray();
        Assert.True(wrong.Length == 0, $"{wrong.Length} networks, the first of them:\n{wrong.FirstOrDefault()}");
    }

    [Fact]
    public void There_are_twenty_declarations_of_each_kind_of_layer()
    {
        var few = LayerCases.Kinds.Where(kind => kind.Value.Count < LayerCases.OfEachKind);
        Assert.Empty(few);
    }

    private static IEnumerable<string> Named(IEnumerable<NamedShape> weights) => weights.Select(weight => weight.ToString()).Order();
}
