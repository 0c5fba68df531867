using MetaDsl.Integration.Tests.Harness;
using MetaDsl.Integration.Tests.Reference;

namespace MetaDsl.Integration.Tests.Contract;

/// <summary>A declaration with weights and tasks, and the meta-gradient that it must have there, from the reference.</summary>
internal sealed class MetaCase
{
    private static readonly NetworkLayer Output = new Linear(1);

    private static readonly Activation[] Activations =
    [
        new Relu(), new LeakyRelu(0.2), new Elu(1), new Gelu(), new Silu(), new Tanh(), new Sigmoid(), new Softplus(),
    ];

    private static readonly int[][] HiddenWidths = [[1], [7], [64], [2, 7], [40, 40], [2, 1, 7], [40, 7, 64]];

    private static readonly (int Steps, bool IsFirstOrder)[] InnerLoops =
        [(1, false), (2, false), (5, false), (1, true), (2, true), (5, true)];

    private static readonly int[] MetaBatches = [1, 25];

    private static readonly int[] Inputs = [1, 3];

    private static readonly InnerMemory[] Memories = [InnerMemory.Automatic, InnerMemory.Recompute];

    private static readonly double[] Rates = [0.01, 0.05, 0.1];

    private static readonly (int Shots, int Queries)[] Examples = [(1, 1), (2, 5), (10, 3), (5, 10)];

    private readonly Lazy<double[]> gradient;
    private readonly Lazy<(double[] Direction, double Slope)[]> slopes;

    private MetaCase(Declaration declaration, int seed)
    {
        Declaration = declaration;
        var random = new Random(seed);
        Weights = DrawWeights(declaration.Network, random);
        Tasks = [.. Enumerable.Range(0, declaration.MetaBatch).Select(_ => DrawTask(declaration, random))];
        gradient = new(() => declaration.Reference.MetaGradient(Weights, Tasks));
        slopes = new(() =>
        [
            .. Directions(random).Select(direction =>
                (direction, FiniteDifferences.SlopeOfQueryLoss(declaration.Reference, Weights, Tasks, direction, Gradient.Max(Math.Abs)))),
        ]);
    }

    public static IReadOnlyList<MetaCase> All { get; } =
        [.. Cover().Concat(Lines()).Concat(Unusual()).Select((one, i) => new MetaCase(one, i))];

    public Declaration Declaration { get; }

    /// <summary>What it is a case of: an activation, a line, an unusual network.</summary>
    public string Kind => Declaration.Name.Split('_')[0];

    /// <summary>The same with one task in a meta-batch: in each kind, of the case with many tasks that goes back through most.</summary>
    public Declaration? Single => this == All
        .Where(other => other.Kind == Kind && other.Declaration.MetaBatch > 1)
        .OrderBy(other => other.Declaration.IsFirstOrder)
        .ThenByDescending(other => other.Declaration.Steps)
        .FirstOrDefault()
            ? Declaration with { Name = Declaration.Name + "_Single", MetaBatch = 1 }
            : null;

    public IEnumerable<Declaration> Declarations => Single is null ? [Declaration] : [Declaration, Single];

    public double[] Weights { get; }

    public IReadOnlyList<RegressionTask> Tasks { get; }

    /// <summary>The reference's meta-gradient.</summary>
    public double[] Gradient => gradient.Value;

    /// <summary>Directions, and what differences say of the slope along each.</summary>
    public (double[] Direction, double Slope)[] Slopes => slopes.Value;

    public static MetaCase Of(string name) => All.Single(one => one.Declaration.Name == name);

    /// <summary>Uniform within 1.5 / √inputs: wide enough for activations to bend.</summary>
    public static double[] DrawWeights(Network network, Random random)
    {
        var weights = new List<double>();
        for (var l = 0; l < network.Layers.Count; l++)
        {
            if (network.Layers[l] is not Linear linear) continue;
            var (inputs, count) = (network.InputsOf(l), linear.Width * (network.InputsOf(l) + 1));
            for (var i = 0; i < count; i++) weights.Add(1.5 / Math.Sqrt(inputs) * ((2 * random.NextDouble()) - 1));
        }

        return [.. weights];
    }

    /// <summary>A wave with some noise, so that no network fits it.</summary>
    public static RegressionTask DrawTask(Declaration declaration, Random random)
    {
        var (amplitude, phase) = (0.5 + random.NextDouble(), 3 * random.NextDouble());
        return new(Draw(declaration.Shots), Draw(declaration.Queries));

        Examples Draw(int count)
        {
            var x = Enumerable.Range(0, count)
                .Select(_ => Enumerable.Range(0, declaration.Inputs).Select(_ => (4 * random.NextDouble()) - 2).ToArray())
                .ToArray();
            return new(x, [.. x.Select(row => new[] { (amplitude * Math.Sin(row.Sum() - phase)) + random.NextDouble() })]);
        }
    }

    // A random direction of length 1, and those of the gradient's largest entry and of another one.
    private IEnumerable<double[]> Directions(Random random)
    {
        var direction = Weights.Select(_ => random.NextDouble() - 0.5).ToArray();
        var length = Math.Sqrt(direction.Sum(part => part * part));
        yield return [.. direction.Select(part => part / length)];
        var sizes = Gradient.Select(Math.Abs).ToArray();
        yield return [.. Weights.Select((_, i) => i == Array.IndexOf(sizes, sizes.Max()) ? 1.0 : 0)];
        var coordinate = random.Next(Weights.Length);
        yield return [.. Weights.Select((_, i) => i == coordinate ? 1.0 : 0)];
    }

    /// <summary>
    /// Few of all combinations, but such that every pair of choices meets in one: drawn at random, of each draw the one with the most
    /// pairs that have not met yet.
    /// </summary>
    private static IEnumerable<Declaration> Cover()
    {
        int[] choices =
        [
            Activations.Length, HiddenWidths.Length, InnerLoops.Length, MetaBatches.Length, Rates.Length, Examples.Length,
            Inputs.Length, Memories.Length,
        ];
        var random = new Random(1);
        var missing = new HashSet<(int, int, int, int)>();
        for (var a = 0; a < choices.Length; a++)
        {
            for (var b = a + 1; b < choices.Length; b++)
            {
                for (var i = 0; i < choices[a]; i++) missing.UnionWith(Enumerable.Range(0, choices[b]).Select(j => (a, i, b, j)));
            }
        }

        while (missing.Count > 0)
        {
            var best = Enumerable.Range(0, 200)
                .Select(_ => choices.Select(count => random.Next(count)).ToArray())
                .MaxBy(drawn => missing.Count(pair => drawn[pair.Item1] == pair.Item2 && drawn[pair.Item3] == pair.Item4))!;
            if (missing.RemoveWhere(pair => best[pair.Item1] == pair.Item2 && best[pair.Item3] == pair.Item4) == 0) continue;
            yield return Declare(best);
        }
    }

    private static Declaration Declare(int[] choice)
    {
        var (activation, widths, inner) = (Activations[choice[0]], HiddenWidths[choice[1]], InnerLoops[choice[2]]);
        NetworkLayer[] layers = [.. widths.SelectMany(width => new NetworkLayer[] { new Linear(width), activation }), Output];
        return Named(activation.GetType().Name, new("")
        {
            Layers = layers,
            Steps = inner.Steps,
            IsFirstOrder = inner.IsFirstOrder,
            MetaBatch = MetaBatches[choice[3]],
            Rate = Rates[choice[4]],
            Shots = Examples[choice[5]].Shots,
            Queries = Examples[choice[5]].Queries,
            Inputs = Inputs[choice[6]],
            Memory = Memories[choice[7]],
        });
    }

    // No hidden layer.
    private static IEnumerable<Declaration> Lines() =>
        from inner in InnerLoops
        from metaBatch in MetaBatches
        select Named("Line" + Array.IndexOf(InnerLoops, inner), new("")
        {
            Layers = [Output],
            Steps = inner.Steps,
            IsFirstOrder = inner.IsFirstOrder,
            MetaBatch = metaBatch,
        });

    // What the language allows beside the usual order.
    private static IEnumerable<Declaration> Unusual() => new NetworkLayer[][]
    {
        [new Linear(7), new Linear(2), Output],
        [new Tanh(), new Linear(7), new Relu(), Output],
        [new Linear(7), new Tanh(), new Gelu(), Output],
        [new Linear(7), new Silu(), Output, new Softplus()],
        [new Linear(7), new Relu(), Output, new Tanh(), new Sigmoid()],
        [new Linear(7), new Softplus(), new Linear(7), new Elu(1.2), new Linear(7), new LeakyRelu(0.2), Output],
    }.SelectMany((layers, i) => InnerLoops.Where(inner => inner.Steps == 2).Select(inner => Named($"Unusual{i}", new("")
    {
        Layers = layers,
        Steps = inner.Steps,
        IsFirstOrder = inner.IsFirstOrder,
    })));

    private static Declaration Named(string kind, Declaration declaration)
    {
        var widths = string.Join("x", declaration.Layers.OfType<Linear>().SkipLast(1).Select(linear => linear.Width));
        var order = declaration.IsFirstOrder ? "First" : declaration.Memory == InnerMemory.Automatic ? "Second" : "Recomputed";
        return declaration with
        {
            Name = $"{kind}_{declaration.Inputs}x{widths}_{order}{declaration.Steps}_Tasks{declaration.MetaBatch}"
                + $"_{declaration.Shots}to{declaration.Queries}",
        };
    }
}
