using System.Reflection;
using System.Runtime.Loader;
using MetaDsl.Integration.Tests.Contract;
using MetaDsl.Integration.Tests.Harness;
using TorchSharp;

namespace MetaDsl.Integration.Tests.Layers;

/// <summary>What layers do in training and not in evaluations: numbers that drop out, statistics that norms take and keep.</summary>
[Collection(nameof(EmittedLayers))]
public sealed class PassTests
{
    private const int Ways = 3;
    private const int Steps = 2;

    private static readonly Lazy<Assembly> Compiled = new(Compile);

    public static TheoryData<string, DerivativeStrategy> Alone => Each("Support", "Running", "RunningPerStep");

    public static TheoryData<string, DerivativeStrategy> Dropped => Each("Drops");

    public static TheoryData<string, DerivativeStrategy> Kept => Each("Running", "RunningPerStep");

    [Theory]
    [MemberData(nameof(Alone))]
    public void A_prediction_does_not_depend_on_the_examples_beside_it(string model, DerivativeStrategy strategy)
    {
        using var experiment = Make(model, strategy);
        Assert.InRange(Close.Distance(PredictFirst(experiment, 1), PredictFirst(experiment, 7)), 0, 1e-12);
    }

    [Theory]
    [InlineData("Episode")]
    [InlineData("PerStep")]
    public void By_the_statistics_of_the_episode_it_does(string model)
    {
        using var experiment = Make(model, DerivativeStrategy.CompileTime);
        Assert.InRange(Close.Distance(PredictFirst(experiment, 2), PredictFirst(experiment, 7)), 1e-3, 10);
    }

    [Theory]
    [MemberData(nameof(Dropped))]
    public void What_drops_out_is_a_share_and_others_are_as_much_larger(string model, DerivativeStrategy strategy)
    {
        using var experiment = Make(model, strategy);
        var masks = experiment.Masks;
        Assert.Equal(Steps + 1, masks.Length);
        foreach (var pass in masks)
        {
            var (single, channels) = (pass[0].Values, pass[1].Values);
            Assert.All(single, number => Assert.True(number is 0 or 1 / 0.75));
            Assert.All(channels, number => Assert.True(number is 0 or 2));
            // Within four deviations.
            Assert.InRange(single.Count(number => number == 0), 0.25 * single.Length - Deviations(single, 0.25), 0.25 * single.Length + Deviations(single, 0.25));
        }

        // Other tasks, other steps, other numbers.
        Assert.NotEqual(masks[0][0].Values, masks[1][0].Values);
        Assert.Equal([4, Ways, 6, 1, 1], masks[0][1].Shape);
    }

    [Theory]
    [MemberData(nameof(Dropped))]
    public void A_learner_drops_nothing_out(string model, DerivativeStrategy strategy)
    {
        using var experiment = Make(model, strategy);
        using var whole = Make("Whole", strategy);
        Assert.InRange(Close.Distance(PredictFirst(whole, 3), PredictFirst(experiment, 3)), 0, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Dropped))]
    public void The_same_seed_drops_the_same(string model, DerivativeStrategy strategy)
    {
        using IProbe first = Make(model, strategy), second = Make(model, strategy), other = Make("Whole", strategy);
        foreach (var experiment in (IProbe[])[first, second, other]) experiment.Train(new() { Iterations = 3 });
        Assert.Equal(Emitted.Numbers(first.Parameters), Emitted.Numbers(second.Parameters));
        Assert.NotEqual(Emitted.Numbers(first.Parameters), Emitted.Numbers(other.Parameters));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void Averages_move_by_a_tenth_towards_what_an_iteration_shows(string model, DerivativeStrategy strategy)
    {
        using IProbe experiment = Make(model, strategy), same = Make(model, strategy);
        var before = Emitted.Numbers(experiment.Statistics!);
        // Before anything was seen: no mean, and a variance of one.
        Assert.Equal([.. Enumerable.Range(0, before.Length).Select(i => i % 24 < 12 ? 0.0 : 1)], before);
        var tasks = same.TrainingTasks(0);
        var (gradient, loss) = same.MetaGradient(tasks[0], tasks[1], tasks[2], tasks[3]);
        foreach (var tensor in (torch.Tensor[])[.. tasks, gradient, loss]) tensor.Dispose();
        experiment.Train(new() { Iterations = 1 });
        double[] expected = [.. before.Zip(same.Seen!, (old, seen) => old + (0.1 * (seen - old)))];
        Assert.InRange(Close.Distance(expected, Emitted.Numbers(experiment.Statistics!)), 0, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void Evaluations_and_learners_leave_averages_alone_and_learners_keep_theirs(string model, DerivativeStrategy strategy)
    {
        using var experiment = Make(model, strategy);
        experiment.Train(new() { Iterations = 2 });
        var statistics = Emitted.Numbers(experiment.Statistics!);
        using var x = Numbers(Ways);
        using var y = torch.tensor([0, 1, 2]);
        using var queries = Numbers(4);
        var (learner, predict) = experiment.AdaptTo(x, y, Steps);
        using var kept = learner;
        // More steps than training ever takes.
        var result = experiment.Evaluate(new() { Tasks = 4, Steps = Steps + 2 });
        Assert.Equal(Steps + 3, result.Rows.Count);
        Assert.Equal(statistics, Emitted.Numbers(experiment.Statistics!));
        using var before = predict(queries);
        experiment.Train(new() { Iterations = 2 });
        using var after = predict(queries);
        Assert.Equal(Emitted.Numbers(before), Emitted.Numbers(after));
        Assert.NotEqual(statistics, Emitted.Numbers(experiment.Statistics!));
    }

    [Theory]
    [InlineData("Dropout(Name = \"masks\"), Dropout(Name = \"only\"), Dropout(Name = \"dispose\"), Dropout(Name = \"toString\"), Dropout(Name = \"getType\")")]
    [InlineData("Dropout(Name = \"aB\"), Use<A>(Name = \"a\")")]
    [InlineData("Dropout(Name = \"x2\"), Dropout(Name = \"x\"), Dropout(0.8), Dropout(1e-20), Dropout(0)")]
    public void Masks_may_have_any_names(string layers) => Assert.Equal("", Compiler.Complaints(
        $$"""
        using MetaDsl;

        [Model, Input(2, 4, 4), Conv(6), {{layers}}, Flatten, Classifier] public partial class Named;

        [Block, Dropout(Name = "b")] public partial class A;

        [Experiment<Named, Pictures>]
        [Maml(Steps = 2, LearningRate = 0.1)]
        [OuterLoop(Optimizer.Sgd, LearningRate = 0.1, MetaBatch = 4, Iterations = 10)]
        public partial class NamedMaml;

        """ + Tasks.Replace("using MetaDsl;\nusing TorchSharp;\nusing Tensor = TorchSharp.torch.Tensor;\n", "").Replace("torch.", "TorchSharp.torch.").Replace(" Tensor ", " TorchSharp.torch.Tensor ")));

    private static double Deviations(double[] numbers, double share) => 4 * Math.Sqrt(share * (1 - share) * numbers.Length);

    private static double[] PredictFirst(IProbe experiment, int queries)
    {
        using var x = Numbers(Ways);
        using var y = torch.tensor([0, 1, 2]);
        using var all = Numbers(queries);
        var (learner, predict) = experiment.AdaptTo(x, y, Steps);
        using var adapted = learner;
        using var prediction = predict(all);
        return Emitted.Numbers(prediction)[..Ways];
    }

    // Images of two channels, the first ones the same however many there are.
    private static torch.Tensor Numbers(int count)
    {
        var dice = new Dice(5);
        return torch.tensor([.. Enumerable.Range(0, count * 32).Select(_ => dice.Signed())], [count, 2, 4, 4]);
    }

    private static IProbe Make(string model, DerivativeStrategy strategy) =>
        (IProbe)Activator.CreateInstance(Compiled.Value.GetType($"{model}{strategy}", throwOnError: true)!, 3L)!;

    private static TheoryData<string, DerivativeStrategy> Each(params string[] models)
    {
        var data = new TheoryData<string, DerivativeStrategy>();
        foreach (var model in models)
        {
            foreach (var strategy in Enum.GetValues<DerivativeStrategy>()) data.Add(model, strategy);
        }

        return data;
    }

    private static Assembly Compile()
    {
        var models = new Dictionary<string, string>
        {
            ["Whole"] = "Conv(6), Tanh, Flatten",
            ["Drops"] = "Conv(6), Dropout(0.25), Tanh, Dropout(Channels = true), Flatten",
        };
        foreach (var statistics in Enum.GetNames<NormStatistics>())
        {
            models.Add(statistics, $"Conv(6), BatchNorm(Statistics = NormStatistics.{statistics}), Tanh, Use<{statistics}Block>, Flatten");
        }

        var blocks = string.Join("\n", Enum.GetNames<NormStatistics>().Select(statistics =>
            $"[Block, BatchNorm(Statistics = NormStatistics.{statistics})] public partial class {statistics}Block;"));
        var sources = models.Select(model => Probe.Usings + $"[Model, Input(2, 4, 4), {model.Value}, Classifier] public partial class {model.Key};\n"
            + string.Join("\n", Enum.GetValues<DerivativeStrategy>().Select(strategy => Experiment(model.Key, strategy))));
        using var image = Compiler.Compile("Passes", [.. sources, "using MetaDsl;\n" + blocks, Tasks]);
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    private static string Experiment(string model, DerivativeStrategy strategy) =>
        $$"""
        [Experiment<{{model}}, Pictures>]
        [Maml(Steps = {{Steps}}, LearningRate = 0.1)]
        [OuterLoop(Optimizer.Sgd, LearningRate = 0.1, MetaBatch = 4, Iterations = 10)]
        [Precision(Precision.Double), Derivatives(DerivativeStrategy.{{strategy}})]
        public partial class {{model}}{{strategy}} : IProbe
        {
        {{Probe.MembersOf(model == "Drops", model is "Running" or "RunningPerStep")}}
        }

        """;

    private const string Tasks = """
        using MetaDsl;
        using TorchSharp;
        using Tensor = TorchSharp.torch.Tensor;
        [FewShot(ways: 3, shots: 1, Queries = 2)]
        public partial class Pictures
        {
            internal static Tensor TrainingClasses() => Waves(1);
            internal static Tensor TestClasses() => Waves(2);

            private static Tensor Waves(double frequency)
            {
                var numbers = new double[5 * 4 * 32];
                for (var i = 0; i < numbers.Length; i++) numbers[i] = System.Math.Sin(frequency * i);
                return torch.tensor(numbers, [5, 4, 2, 4, 4]);
            }
        }
        """;
}
