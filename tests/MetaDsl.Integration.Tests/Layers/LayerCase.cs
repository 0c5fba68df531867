using System.Globalization;
using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Layers;

/// <summary>A network that adapts to tasks, and tasks to compare it on.</summary>
internal sealed class LayerCase
{
    public const int Ways = 3;
    public const int Queries = 2;

    private readonly Dice dice;

    public LayerCase(NetworkUse network, bool isFirstOrder, int seed)
    {
        dice = new(seed);
        (Network, IsFirstOrder) = (network, isFirstOrder);
        (Shots, Steps, Rate, Memory) = (dice.Of(1, 2), dice.Of(1, 2), dice.Of(0.05, 0.1, 0.2), dice.Of(Enum.GetValues<InnerMemory>()));
        Tasks = [.. Enumerable.Range(0, dice.Of(1, 3)).Select(_ => new LayerTask(Examples(Shots), Labels(Shots), Examples(Queries), Labels(Queries)))];
    }

    public NetworkUse Network { get; }

    public string Name => Network.Name + "Case";

    public bool IsFirstOrder { get; }

    public int Shots { get; }

    public int Steps { get; }

    public double Rate { get; }

    public InnerMemory Memory { get; }

    public IReadOnlyList<LayerTask> Tasks { get; }

    /// <summary>The experiment's class for a strategy.</summary>
    public string TypeFor(DerivativeStrategy strategy) => Name + strategy;

    /// <summary>The declaration as a user writes it.</summary>
    public override string ToString() => Network + "\n" + Experiment(DerivativeStrategy.CompileTime, "");

    /// <summary>The declaration for both strategies, and the part of each that lets the tests look inside.</summary>
    public string ToSource() =>
        Probe.Usings + Network + Experiments() + $$"""

        [FewShot(ways: {{Ways}}, shots: {{Shots}}, Queries = {{Queries}})]
        public partial class {{Name}}Tasks
        {
            internal static Tensor TrainingClasses() => TorchSharp.torch.zeros([{{Ways}}, {{Shots + Queries}}, {{string.Join(", ", Network.Input)}}]);

            internal static Tensor TestClasses() => TrainingClasses();
        }

        """;

    /// <summary>
    /// Numbers to begin with: factors about one, and else such as keep the size of what passes.
    /// </summary>
    public double[] Draw(string name, int[] shape)
    {
        var count = Shapes.Elements(shape);
        // A factor, or one for each number of steps.
        var isFactor = name.EndsWith("norm.weight", StringComparison.Ordinal) || (shape.Length == 1 && name.EndsWith("weight", StringComparison.Ordinal));
        var bound = shape.Length == 1 || isFactor ? 0.5 : 1.5 / Math.Sqrt((double)count / shape[0]);
        return [.. Enumerable.Range(0, count).Select(_ => (isFactor ? 1 : 0) + (bound * dice.Signed()))];
    }

    /// <summary>Averages of norms to predict with: means, and then variances, after each number of steps.</summary>
    public double[] DrawStatistics(long rows, long columns) =>
        [.. Enumerable.Range(0, (int)(rows * columns)).Select(i => i % columns < columns / 2 ? dice.Signed() : 1 + (0.5 * dice.Signed()))];

    private string Experiments() =>
        string.Join("\n", Enum.GetValues<DerivativeStrategy>().Select(strategy => "\n" + Experiment(strategy, Probe.MembersOf(Network.Drops, Network.KeepsAverages))));

    private string Experiment(DerivativeStrategy strategy, string members)
    {
        var order = IsFirstOrder ? ", Order = GradientOrder.First" : "";
        var memory = Memory == InnerMemory.Automatic ? "" : $", Memory = InnerMemory.{Memory}";
        var head = $$"""
            [Experiment<{{Network.Name}}, {{Name}}Tasks>]
            [Maml(Steps = {{Steps}}, LearningRate = {{Rate.ToString(CultureInfo.InvariantCulture)}}{{order}}{{memory}})]
            [OuterLoop(Optimizer.Sgd, LearningRate = 0.1, MetaBatch = {{Tasks.Count}}, Iterations = 10)]
            [Precision(Precision.Double)]
            [Derivatives(DerivativeStrategy.{{strategy}})]
            public partial class {{TypeFor(strategy)}}
            """;
        return members.Length == 0 ? head + ";\n" : $"{head} : IProbe\n{{\n{members}}}\n";
    }

    private double[] Examples(int each)
    {
        var count = each * Ways * Shapes.Elements(Network.Input);
        return [.. Enumerable.Range(0, count).Select(_ => Network.Tokens is { } tokens ? dice.Below(tokens) : 1.5 * dice.Signed())];
    }

    // In any order: a loss knows nothing of how tasks are drawn.
    private int[] Labels(int each) => [.. Enumerable.Range(0, each * Ways).Select(_ => dice.Below(Ways))];
}

/// <summary>A task: examples in a row of numbers, and the class of each.</summary>
internal sealed record LayerTask(double[] SupportX, int[] SupportY, double[] QueryX, int[] QueryY);
