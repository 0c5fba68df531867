using MetaDsl.Integration.Tests.Harness;
using MetaDsl.Integration.Tests.Reference;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>The experiments of the tests of behaviour.</summary>
internal static class Experiments
{
    public static readonly Declaration Usual = new("Usual") { Evaluation = "Tasks = 12, Steps = 5" };

    public static readonly Declaration UsualInSingles = Usual with { Name = "UsualInSingles", Precision = Precision.Single };

    public static readonly Declaration OneStep = new("OneStep") { Steps = 1 };

    /// <summary>A schedule that ends with its declared iterations.</summary>
    public static readonly Declaration Cosine = new("Cosine") { Outer = "Optimizer.Adam, LearningRate = 1e-2, Schedule = Schedule.Cosine" };

    public static readonly Declaration NormalAtFirst = new("NormalAtFirst")
    {
        Layers = [new Linear(40), new Tanh(), new Linear(40), new Tanh(), new Linear(1)],
        InitialWeights = "InitialWeights.TruncatedNormal, Deviation = 0.1",
    };

    /// <summary>Wants a device that no machine has.</summary>
    public static readonly Declaration Elsewhere = new("Elsewhere") { Device = "\"cuda:63\"" };

    public static readonly Declaration FallingBack = new("FallingBack") { Device = "\"cuda:63\", Fallback = \"cpu\"" };

    /// <summary>Every function of the language of targets, and nothing that a task draws but its inputs.</summary>
    public static readonly Declaration Functions = new("Functions")
    {
        Drawn = "[Uniform(-2.0, 2.0)] double X { get; }",
        Target = "Math.Sin(X) * Math.Cos(2 * X) - Math.Exp(-X) + Math.Log(X * X + 1) * Math.Sqrt(Math.Abs(X))"
            + " - Math.Tanh(3 - X) / (X + 5)",
    };

    public static readonly Declaration Lines = new("Lines")
    {
        Drawn = "[Uniform(1.0, 2.0)] double Slope { get; } [Normal(3.0, 0.5)] double Offset { get; } [Normal(0.0, 1.0)] double X { get; }",
        Target = "Slope * X + Offset",
        MetaBatch = 1000,
    };

    /// <summary>Update rules and schedules of the outer loop, each with what it means.</summary>
    public static IReadOnlyList<(Declaration Declaration, Func<int, UpdateRule> Reference)> Optimizers { get; } =
    [
        Optimized("PlainSgd", "Optimizer.Sgd, LearningRate = 0.05", count => new Sgd(count) { Rate = _ => 0.05 }),
        Optimized(
            "SgdWithMomentum",
            "Optimizer.Sgd, LearningRate = 0.02, Momentum = 0.9",
            count => new Sgd(count, 0.9) { Rate = _ => 0.02 }),
        Optimized(
            "SgdWithAll",
            "Optimizer.Sgd, LearningRate = 0.02, Momentum = 0.5, WeightDecay = 0.1, ClipNorm = 0.3",
            count => new Sgd(count, 0.5) { Rate = _ => 0.02, WeightDecay = 0.1, ClipNorm = 0.3 }),
        Optimized("PlainAdam", "Optimizer.Adam, LearningRate = 1e-2", count => new Adam(count) { Rate = _ => 1e-2 }),
        Optimized(
            "AdamWithDecay",
            "Optimizer.Adam, LearningRate = 1e-2, WeightDecay = 0.1",
            count => new Adam(count) { Rate = _ => 1e-2, WeightDecay = 0.1 }),
        Optimized(
            "AdamWWithDecay",
            "Optimizer.AdamW, LearningRate = 1e-2, WeightDecay = 0.1",
            count => new Adam(count, IsDecoupled: true) { Rate = _ => 1e-2, WeightDecay = 0.1 }),
        Optimized("PlainAdamW", "Optimizer.AdamW, LearningRate = 1e-2", count => new Adam(count, IsDecoupled: true) { Rate = _ => 1e-2 }),
        Optimized(
            "Clipped", "Optimizer.Sgd, LearningRate = 0.05, ClipNorm = 0.2", count => new Sgd(count) { Rate = _ => 0.05, ClipNorm = 0.2 }),
        Optimized(
            "HardlyClipped",
            "Optimizer.Sgd, LearningRate = 0.05, ClipNorm = 1e6",
            count => new Sgd(count) { Rate = _ => 0.05, ClipNorm = 1e6 }),
        Optimized(
            "AlongACosine",
            "Optimizer.Adam, LearningRate = 1e-2, Schedule = Schedule.Cosine",
            count => new Adam(count) { Rate = t => 1e-2 * (1 + Math.Cos(Math.PI * t / 20)) / 2 }),
        Optimized(
            "InSteps",
            "Optimizer.Sgd, LearningRate = 0.05, Momentum = 0.9, Schedule = Schedule.Step, Period = 6, Decay = 0.3",
            count => new Sgd(count, 0.9) { Rate = t => 0.05 * Math.Pow(0.3, t / 6) }),
    ];

    /// <summary>What cannot but diverge.</summary>
    public static IReadOnlyList<Declaration> Diverging { get; } =
    [
        Divergent("DivergingLine") with { Layers = [new Linear(1)], IsFirstOrder = true },
        Divergent("DivergingFirstOrder") with { IsFirstOrder = true },
        Divergent("DivergingSecondOrder"),
        Divergent("DivergingInSingles") with { Precision = Precision.Single },
        Divergent("DivergingByMomentum") with { Outer = "Optimizer.Sgd, LearningRate = 1.0, Momentum = 0.9" },
        Divergent("DivergingByDecay") with { Rate = 0.01, Outer = "Optimizer.Sgd, LearningRate = 1.0, WeightDecay = 5" },
    ];

    /// <summary>Short and long inner loops: large enough for a meta-gradient to take a while.</summary>
    public static IReadOnlyList<Declaration> Long { get; } =
    [
        Sized("FiveSteps", 5, isFirstOrder: false),
        Sized("FiftySteps", 50, isFirstOrder: false),
        Sized("FiftyRecomputedSteps", 50, isFirstOrder: false) with { Memory = InnerMemory.Recompute },
        Sized("FiveFirstOrderSteps", 5, isFirstOrder: true),
        Sized("FiftyFirstOrderSteps", 50, isFirstOrder: true),
    ];

    /// <summary>Those that are compiled for every strategy.</summary>
    public static IReadOnlyList<Declaration> Common { get; } = [Usual, UsualInSingles, OneStep];

    public static IReadOnlyList<Declaration> All { get; } =
    [
        .. Common, Cosine, NormalAtFirst, Elsewhere, FallingBack, Functions, Lines,
        .. Optimizers.Select(one => one.Declaration), .. Diverging, .. Long,
    ];

    private static (Declaration Declaration, Func<int, UpdateRule> Reference) Optimized(
        string name, string outer, Func<int, UpdateRule> reference) => (new(name) { Outer = outer, Iterations = 20 }, reference);

    private static Declaration Divergent(string name) => new(name)
    {
        Layers = [new Linear(7), new Relu(), new Linear(7), new Relu(), new Linear(1)],
        Rate = 10,
        Outer = "Optimizer.Sgd, LearningRate = 1.0",
        Iterations = 1000,
    };

    private static Declaration Sized(string name, int steps, bool isFirstOrder) => new(name)
    {
        Layers = [new Linear(40), new Tanh(), new Linear(40), new Tanh(), new Linear(1)],
        Steps = steps,
        IsFirstOrder = isFirstOrder,
        MetaBatch = 25,
    };
}
