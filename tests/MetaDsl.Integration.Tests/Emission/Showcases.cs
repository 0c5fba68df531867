using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Integration.Tests.Emission;

/// <summary>The experiments whose files are looked at as a whole: those of the samples, and what the language has beside these.</summary>
internal static class Showcases
{
    private const string Usings = "using MetaDsl;\n\n";

    private const string Model = """
        [Model, Input(1)]
        [Linear(40), Relu]
        [Linear(40), Relu]
        [Linear(1)]
        public partial class SineNet;


        """;

    private const string Tasks = """
        [RegressionTasks(Shots = 10, Queries = 10)]
        public partial class Sinusoids
        {
            [Uniform(0.1, 5.0)]     private double Amplitude { get; }
            [Uniform(0.0, Math.PI)] private double Phase     { get; }
            [Uniform(-5.0, 5.0)]    private double X         { get; }
            private double Y => Amplitude * Math.Sin(X - Phase);
        }


        """;

    private const string Adam = "[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]\n";

    private static readonly Dictionary<string, string> Declarations = new()
    {
        ["FiveSteps"] = Usual("FiveSteps", "[Maml(Steps = 5, LearningRate = 0.01)]\n" + Adam),
        ["Recomputing"] = Usual("Recomputing", "[Maml(Steps = 5, LearningRate = 0.01, Memory = InnerMemory.Recompute)]\n" + Adam),
        ["ByAutograd"] = Usual(
            "ByAutograd", "[Maml(Steps = 5, LearningRate = 0.01)]\n[Derivatives(DerivativeStrategy.Autograd)]\n" + Adam),
        ["InDoubles"] = Usual("InDoubles", """
            [Maml(Steps = 1, LearningRate = 0.01)]
            [OuterLoop(Optimizer.Sgd, LearningRate = 0.1, MetaBatch = 25, Iterations = 70_000,
                Momentum = 0.9, Schedule = Schedule.Cosine, ClipNorm = 10)]
            [Precision(Precision.Double)]

            """),
        ["OfTwoInputs"] = Usings + """
            [Model, Input(2)]
            [InitialWeights(InitialWeights.TruncatedNormal, Deviation = 0.01)]
            [Linear(20), Gelu]
            [Linear(20), Softplus]
            [Linear(1)]
            public partial class SurfaceNet;

            [RegressionTasks(Shots = 20, Queries = 30)]
            public partial class Surfaces
            {
                [Uniform(0.1, 2.0)]  private double Height { get; }
                [Normal(0.0, 1.0)]   private double Slope  { get; }
                [Uniform(-1.0, 1.0)] private double X1     { get; }
                [Normal(0.0, 0.5)]   private double X2     { get; }
                private double Y => Height * Math.Exp(-X1 * X1 - X2 * X2) + Slope * (X1 + 0.5) / 3;
            }

            [Experiment<SurfaceNet, Surfaces>]
            [Maml(Steps = 2, LearningRate = 0.05)]
            [OuterLoop(Optimizer.AdamW, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000,
                WeightDecay = 0.01, Schedule = Schedule.Step, Period = 100, Decay = 0.5)]
            public partial class OfTwoInputs;

            """,
        ["Deep"] = Usual("Deep", "[Maml(Steps = 3, LearningRate = 0.01)]\n" + Adam).Replace(
            "[Linear(1)]", "[Linear(20), Gelu]\n[Linear(20), Tanh]\n[Linear(20), Silu]\n[Linear(1)]"),
        ["OfOmniglot"] = Classifying("OfOmniglot", "FewShot(ways: 5, shots: 1)", "Omniglot, Resize(28), Invert, Rotations"),
        ["OfParts"] = Classifying("OfParts", "FewShot(ways: 5, shots: 1)", "Numpy(Train = \"a.npz\", Test = \"b.npz\", LabelsArray = \"y\"), Standardize"),
        ["ReadingAhead"] = Classifying("ReadingAhead", "FewShot(ways: 5, shots: 1)", "Idx(\"mnist\"), Split(5, 0, 5), ReadAhead(megabytes: 16)"),
        ["OfRanges"] = Classifying(
            "OfRanges", "FewShot(ways: 5, shots: 5, MinWays = 2, MinShots = 1, Balanced = false)", "ImageFolder(\"a\"), Grey, Split(9, 9, 9)"),
        ["OfRangesByAutograd"] = Classifying(
            "OfRangesByAutograd", "FewShot(ways: 5, shots: 5, MinWays = 2)", "ImageFolder(\"a\"), Grey, Split(9, 9, 9)")
            .Replace("[Maml(", "[Derivatives(DerivativeStrategy.Autograd)]\n[Maml("),
        ["OfATable"] = Usings + Model.Replace("Input(1)", "Input(3)") + """
            [RegressionTasks(Shots = 10, Queries = 20)]
            [Table("houses.csv", Group = "city", Target = "price"), Standardize, SplitByShares(0.6, 0.2, 0.2)]
            public partial class Houses;

            [Experiment<SineNet, Houses>]
            [Maml(Steps = 1, LearningRate = 0.01)]

            """ + Adam + "public partial class OfATable;\n",
        ["event.Outer.class"] = """
            namespace Space.@event;

            using MetaDsl;

            public static partial class Outer
            {
                [Model, Input(1), LeakyRelu(Slope = 0.2), Linear(4), Elu(Scale = 1.5), Linear(3), Linear(1), Sigmoid]
                public partial class @base;

                [RegressionTasks(Shots = 1, Queries = 2)]
                public partial class @struct
                {
                    [Uniform(0.1, 5.0)] private double @double { get; }
                    [Uniform(0.1, 5.0)] private double @long   { get; }
                    [Normal(0.0, 1.0)]  private double X       { get; }
                    private double Y => @double * Math.Sin(X) / @long;
                }

                [Experiment<@base, @struct>]
                [Maml(Steps = 2, LearningRate = 0.5, Order = GradientOrder.First)]
                [OuterLoop(Optimizer.Sgd, LearningRate = 0.1, MetaBatch = 1, Iterations = 3, WeightDecay = 0.5)]
                [Device("cuda:1")]
                public partial class @class;
            }

            """,
    };

    /// <summary>The sources of the samples that declare experiments, by the names of their folders.</summary>
    public static IReadOnlyDictionary<string, string> Samples { get; } = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "samples"), "Program.cs", SearchOption.AllDirectories)
        .Select(file => (Folder: Path.GetFileName(Path.GetDirectoryName(file)!), Text: File.ReadAllText(file)))
        .Where(file => file.Text.Contains("[Experiment<", StringComparison.Ordinal))
        .ToDictionary(file => file.Folder, file => file.Text);

    /// <summary>All sources, by name.</summary>
    public static IReadOnlyDictionary<string, string> Sources { get; } =
        Samples.Concat(Declarations).ToDictionary(source => source.Key, source => source.Value);

    private static readonly Dictionary<string, Lazy<Emission>> Emissions =
        Sources.ToDictionary(source => source.Key, source => new Lazy<Emission>(() => Emission.Of(source.Value)));

    public static Emission Emitted(string name) => Emissions[name].Value;

    private static string Classifying(string name, string head, string words) => Usings
        + Model.Replace("Input(1)", "Input(1, 28, 28), Flatten").Replace("[Linear(1)]", "[Linear(20), Relu]\n[Classifier]")
        + $"[{head}]\n[{words}]\npublic partial class Pictures;\n\n[Experiment<SineNet, Pictures>]\n[Maml(Steps = 1, LearningRate = 0.01)]\n{Adam}"
        + $"public partial class {name};\n";

    private static string Usual(string name, string attributes) =>
        Usings + Model + Tasks + $"[Experiment<SineNet, Sinusoids>]\n{attributes}public partial class {name};\n";
}
