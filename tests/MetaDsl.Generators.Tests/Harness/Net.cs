namespace MetaDsl.Generators.Tests.Harness;

/// <summary>A few-shot experiment around a model of images that the tests choose.</summary>
internal static class Net
{
    public const string Blocks = """

        [Block, Conv(8), BatchNorm, Relu]
        public partial class Same;

        [Block, Conv(8), Relu, MaxPool(2)]
        public partial class Half;


        """;

    public const string Tasks = """
        [FewShot(ways: 5, shots: 1, Queries = 15)]
        public partial class Patterns
        {
            internal static TorchSharp.torch.Tensor TrainingClasses() => null!;
            internal static TorchSharp.torch.Tensor TestClasses() => null!;
        }


        """;

    public const string Experiment = """
        [Experiment<Net, Patterns>]
        [Maml(Steps = 1, LearningRate = 0.1)]
        [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
        public partial class NetMaml;

        """;

    public const string Program = Sample.Using
        + "[Model, Input(1, 28, 28)]\n[Repeat<Half>(2), Residual<Same>, Flatten]\n[Classifier]\npublic partial class Net;\n"
        + Blocks + Tasks + Experiment;

    /// <summary>The program with a model of the given attributes, beside other blocks than those that it brings.</summary>
    public static string Of(string attributes, string more = "") =>
        $"{Sample.Using}[{attributes}]\npublic partial class Net;\n{more}\n{Blocks}{Tasks}{Experiment}";

    /// <summary>The same for a model of images of 28 by 28 pixels.</summary>
    public static string OfLayers(string layers, string more = "") => Of("Model, Input(1, 28, 28), " + layers, more);
}
