using System.Reflection;
using System.Runtime.Loader;
using MetaDsl.Integration.Tests.Harness;
using TorchSharp;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>Few-shot tasks that differ in size: what a task does not fill changes nothing.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class RangedTaskTests
{
    private static readonly Lazy<Assembly> Compiled = new(Compile);

    public static TheoryData<string> Names => ["Ranged", "RangedByAutograd", "Unequal"];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_meta_gradient_is_that_of_the_tasks_alone(string name)
    {
        using var experiment = Make(name);
        using var alone = Make(name == "RangedByAutograd" ? "ThreeByAutograd" : "Three");
        alone.Parameters.copy_(experiment.Parameters);
        // A task of two classes with three examples, in the slots of three classes with two.
        var random = new Random(1);
        var (x, queryX) = (Draw(random, 3, 5), Draw(random, 6, 5));
        long[] labels = [0, 1, 1];
        long[] queryLabels = [0, 0, 1, 1, 0, 1];
        var padded = GradientOf(experiment, Pad(x, 6), Weighted(labels, 6, 3), Pad(queryX, 9), Weighted(queryLabels, 9, 3));
        var expected = GradientOf(alone, Pad(x, 3), Weighted(labels, 3, 3), Pad(queryX, 6), Weighted(queryLabels, 6, 3), unlessThere: -1e9);
        Assert.Equal(expected.Loss, padded.Loss, 1e-12);
        for (var i = 0; i < expected.Gradient.Length; i++) Assert.Equal(expected.Gradient[i], padded.Gradient[i], 1e-11);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_meta_gradient_agrees_with_finite_differences(string name)
    {
        using var experiment = Make(name);
        var tasks = ((IProbe)experiment).TrainingTasks(0);
        var (gradient, _) = Found(experiment, tasks);
        var before = Emitted.Numbers(experiment.Parameters);
        foreach (var i in new[] { 0, 7, before.Length / 2, before.Length - 1 })
        {
            const double Step = 1e-6;
            var slope = (LossAt(i, Step) - LossAt(i, -Step)) / (2 * Step);
            Assert.Equal(slope, gradient[i], 1e-7);
        }

        foreach (var tensor in tasks) tensor.Dispose();

        double LossAt(int i, double by)
        {
            double[] moved = [.. before];
            moved[i] += by;
            using var row = torch.tensor(moved);
            experiment.Parameters.copy_(row);
            return Found(experiment, tasks).Loss;
        }
    }

    [Fact]
    public void Tasks_are_of_all_declared_sizes_and_their_slots_repeat_their_examples()
    {
        using var experiment = Make("Ranged");
        var (ways, shots) = (new HashSet<int>(), new HashSet<int>());
        foreach (var task in experiment.ShowTasks(TaskPart.Test, 100).Cast<DrawnClasses>())
        {
            var classes = task.SupportLabels.Distinct().Count();
            ways.Add(classes);
            shots.Add(task.SupportLabels.Length / classes);
            Assert.Equal(5 * task.SupportLabels.Length, task.SupportX.Length);
            Assert.Equal(3 * classes, task.QueryLabels.Length);
        }

        Assert.Equal([2, 3], ways.Order());
        Assert.Equal([1, 2], shots.Order());
        var drawn = ((IProbe)experiment).TrainingTasks(0);
        var (x, y) = (Emitted.Numbers(drawn[0]), Emitted.Numbers(drawn[1]));
        for (var task = 0; task < 4; task++)
        {
            var weights = y.Skip(task * 18).Take(18).Chunk(3).Select(row => row.Sum()).ToArray();
            var count = weights.Count(weight => weight > 0);
            Assert.All(weights.Take(count), weight => Assert.Equal(6.0 / count, weight, 1e-12));
            var examples = x.Skip(task * 30).Take(30).Chunk(5).ToArray();
            for (var slot = count; slot < 6; slot++) Assert.Equal(examples[slot % count], examples[slot]);
        }

        foreach (var tensor in drawn) tensor.Dispose();
    }

    [Fact]
    public void Accuracy_counts_each_example_once_and_only_the_classes_of_the_task()
    {
        using var experiment = Make("Ranged");
        // Whatever is seen, the third class is the most likely, then the second: of two classes half are right, of three a third.
        using var biased = torch.zeros_like(experiment.Parameters);
        experiment.Parameters.copy_(biased);
        using var bias = experiment.Parameters.narrow(0, experiment.Parameters.numel() - 3, 3);
        using var wanted = torch.tensor(new[] { 0.0, 50.0, 100.0 });
        bias.copy_(wanted);
        var ways = experiment.ShowTasks(TaskPart.Test, 40).Cast<DrawnClasses>().Select(task => task.SupportLabels.Distinct().Count());
        var result = experiment.Evaluate(new() { Tasks = 40 });
        Assert.Equal(ways.Average(count => 1.0 / count), result.Rows[0].Mean, 1e-12);
    }

    [Fact]
    public void A_learner_adapts_to_as_many_examples_as_there_are()
    {
        using var experiment = Make("Ranged");
        var x = Draw(new Random(2), 3, 5);
        using var examples = torch.tensor(x.SelectMany(row => row).ToArray(), [3, 5]);
        using var labels = torch.tensor(new long[] { 0, 1, 0 });
        var (learner, predict) = ((IProbe)experiment).AdaptTo(examples, labels, null);
        using (learner)
        {
            using var prediction = predict(examples);
            Assert.Equal([3, 3], prediction.shape);
        }

        using var tooMany = torch.zeros(7, 5, dtype: torch.ScalarType.Float64);
        using var seven = torch.zeros(7, dtype: torch.ScalarType.Int64);
        Assert.Equal(
            "'Ranged' adapts to 1 to 6 examples of 5 numbers, but x is [7, 5] and y has 7 numbers; give as many labels as examples.",
            Assert.Throws<ArgumentException>(() => ((IProbe)experiment).AdaptTo(tooMany, seven, null)).Message);
    }

    [Fact]
    public void Rows_of_another_length_are_no_other_number_of_examples()
    {
        using var experiment = Make("Ranged");
        using var turned = torch.zeros(5, 3, dtype: torch.ScalarType.Float64);
        using var labels = torch.tensor(new long[] { 0, 1, 0 });
        Assert.Equal(
            "'Ranged' adapts to 1 to 6 examples of 5 numbers, but x is [5, 3] and y has 3 numbers; give as many labels as examples.",
            Assert.Throws<ArgumentException>(() => ((IProbe)experiment).AdaptTo(turned, labels, null)).Message);
        using var examples = torch.zeros(3, 5, dtype: torch.ScalarType.Float64);
        var (learner, predict) = ((IProbe)experiment).AdaptTo(examples, labels, null);
        using (learner)
        {
            Assert.Equal(
                "'Ranged' predicts from examples of 5 numbers; give x as [n, 5].",
                Assert.Throws<ArgumentException>(() => predict(turned)).Message);
            using var nothing = torch.zeros(0, 5, dtype: torch.ScalarType.Float64);
            using var single = torch.tensor(1.0);
            Assert.Throws<ArgumentException>(() => predict(nothing));
            Assert.Throws<ArgumentException>(() => predict(single));
        }
    }

    [Fact]
    public void Examples_that_are_first_needed_in_a_dispose_scope_outlive_it()
    {
        using var experiment = Make("Ranged");
        using (torch.NewDisposeScope()) experiment.Train(new() { Iterations = 1 });
        Assert.Equal(2, experiment.Train(new() { Iterations = 2 }).Iterations);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Training_learns_and_leaves_no_tensor(string name)
    {
        var before = TensorMemory.IsKnown ? TensorMemory.LiveTensors : 0;
        using (var experiment = Make(name))
        {
            var untrained = experiment.Evaluate(new() { Tasks = 60 });
            experiment.Train(new() { Iterations = 200 });
            var trained = experiment.Evaluate(new() { Tasks = 60 });
            Assert.True(trained.After(2).Mean > untrained.After(0).Mean + 0.2, $"{untrained}\n{trained}");
        }

        if (TensorMemory.IsKnown) Assert.Equal(before, TensorMemory.LiveTensors);
    }

    private static (double[] Gradient, double Loss) GradientOf(
        IProbe experiment, double[][] x, double[][] y, double[][] queryX, double[][] queryY, double? unlessThere = null)
    {
        // The fixed tasks know of no missing class: what speaks for the third is taken away from its bias.
        if (unlessThere is { } never)
        {
            using var bias = experiment.Parameters.narrow(0, experiment.Parameters.numel() - 1, 1);
            bias.fill_(never);
        }

        using var supportX = Stack(x);
        using var supportY = Stack(y);
        using var queriesX = Stack(queryX);
        using var queriesY = Stack(queryY);
        var found = Found(experiment, [supportX, supportY, queriesX, queriesY]);
        // The bias of a class that is none of the task's has no gradient on either side.
        return found;
    }

    private static (double[] Gradient, double Loss) Found(IProbe experiment, torch.Tensor[] tasks)
    {
        var found = experiment.MetaGradient(tasks[0], tasks[1], tasks[2], tasks[3]);
        using var gradient = found.Gradient;
        using var loss = found.Loss;
        return (Emitted.Numbers(gradient), Emitted.Numbers(loss)[0]);
    }

    private static torch.Tensor Stack(double[][] rows) => torch.tensor(rows.SelectMany(row => row).ToArray(), [1, rows.Length, rows[0].Length]);

    private static double[][] Draw(Random random, int rows, int width) =>
        [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, width).Select(_ => (2 * random.NextDouble()) - 1).ToArray())];

    private static double[][] Pad(double[][] rows, int slots) => [.. PaddedTasks.Places(rows.Length, slots).Select(place => rows[place])];

    private static double[][] Weighted(long[] labels, int slots, int classes)
    {
        var (places, weights) = (PaddedTasks.Places(labels.Length, slots), PaddedTasks.Weights(labels.Length, slots));
        return [.. Enumerable.Range(0, slots).Select(slot => Enumerable.Range(0, classes).Select(one => labels[places[slot]] == one ? weights[slot] : 0).ToArray())];
    }

    private static IProbe Make(string name) => (IProbe)Activator.CreateInstance(Compiled.Value.GetType(name, throwOnError: true)!, 1L)!;

    private static Assembly Compile()
    {
        const string Ranges = "ways: 3, shots: 2, Queries = 3, MinWays = 2, MinShots = 1";
        string[] sources =
        [
            Probe.Usings,
            Program("Ranged", Ranges, "Linear(6), Tanh", ""),
            Program("RangedByAutograd", Ranges, "Linear(6), Tanh", "[Derivatives(DerivativeStrategy.Autograd)]\n"),
            Program("Unequal", Ranges + ", Balanced = false", "Linear(6), Tanh", ""),
            // Three support examples and six queries, whose classes the test chooses.
            Program("Three", "ways: 3, shots: 1, Queries = 2", "Linear(6), Tanh", ""),
            Program("ThreeByAutograd", "ways: 3, shots: 1, Queries = 2", "Linear(6), Tanh", "[Derivatives(DerivativeStrategy.Autograd)]\n"),
        ];
        using var image = Compiler.Compile("RangedTasks", [string.Concat(sources)]);
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    private static string Program(string name, string fewShot, string layers, string derivatives) => $$"""
        [Model, Input(5), {{layers}}, Classifier]
        public partial class {{name}}Net;

        [FewShot({{fewShot}})]
        public partial class {{name}}Tasks
        {
            internal static Tensor TrainingClasses() => Classes(1);
            internal static Tensor TestClasses() => Classes(2);

            // Each class around a point of its own.
            private static Tensor Classes(int seed)
            {
                var random = new Random(seed);
                var numbers = new double[12 * 8 * 5];
                for (var one = 0; one < 12; one++)
                {
                    for (var axis = 0; axis < 5; axis++)
                    {
                        var centre = 4 * random.NextDouble() - 2;
                        for (var i = 0; i < 8; i++) numbers[40 * one + 5 * i + axis] = centre + 0.1 * random.NextDouble();
                    }
                }

                return TorchSharp.torch.tensor(numbers, [12, 8, 5]);
            }
        }

        [Experiment<{{name}}Net, {{name}}Tasks>]
        [Maml(Steps = 2, LearningRate = 0.4)]
        [OuterLoop(Optimizer.Adam, LearningRate = 1e-2, MetaBatch = 4, Iterations = 100)]
        [Evaluation(Tasks = 20, Steps = 2)]
        [Precision(Precision.Double)]
        {{derivatives}}public partial class {{name}} : IProbe
        {
        {{Probe.Members}}
        }


        """;
}
