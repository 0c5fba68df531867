using MetaDsl.Generators.Tests.Harness;
using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>Generated files compile without a warning in whatever project they come into being, beside the real libraries.</summary>
public sealed class CompilationTests
{
    private const string Usings = "using System;\nusing MetaDsl;\n\n";

    private const string SmallNet = "[Model, Input(1), Linear(3), Relu, Linear(1)]\npublic partial class Net;\n\n";

    private const string Family = """
        [RegressionTasks(Shots = 3, Queries = 2)]
        public partial class Family
        {
            [Uniform(0.1, 5.0)]  private double Amplitude { get; }
            [Uniform(-5.0, 5.0)] private double X         { get; }
            private double Y => Amplitude * Math.Sin(X);
        }


        """;

    private const string Experiment = """
        [Experiment<Net, Family>]
        [Maml(Steps = 1, LearningRate = 0.01)]
        [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 10)]
        public partial class Trained;

        """;

    private const string Program = Usings + SmallNet + Family + Experiment;

    [Fact]
    public void The_usual_program_compiles_without_a_complaint() => Clean(Compiler.Complaints(Program));

    [Theory]
    [InlineData("Steps = 1", "Steps = 3")]
    [InlineData("LearningRate = 0.01", "LearningRate = 0.01, Order = GradientOrder.First")]
    [InlineData("Linear(3), Relu, ", "")]
    [InlineData("Linear(3), Relu, ", "Linear(1), Gelu, ")]
    [InlineData("Shots = 3, Queries = 2", "Shots = 1, Queries = 1")]
    [InlineData("MetaBatch = 4", "MetaBatch = 1, WeightDecay = 0.1, ClipNorm = 2")]
    [InlineData("Optimizer.Adam", "Optimizer.Sgd")]
    [InlineData("public partial class Trained", "[Evaluation(Tasks = 3, Steps = 4)]\npublic partial class Trained")]
    [InlineData("public partial class Trained", "[Device(\"cuda\")]\npublic partial class Trained")]
    [InlineData("public partial class Trained", "[Precision(Precision.Double)]\npublic partial class Trained")]
    [InlineData("public partial class Trained", "public sealed partial class Trained")]
    [InlineData("public partial class Trained", "internal partial class Trained")]
    [InlineData("Amplitude * Math.Sin(X)", "Math.Sqrt(Math.Abs(X)) / (1 + Math.Exp(-Amplitude)) - Math.Tanh(2 * X)")]
    [InlineData("[Uniform(-5.0, 5.0)] private double X         { get; }", "[Normal(0.0, 2.0)] private double X { get; }")]
    public void Every_declaration_compiles_without_a_complaint(string old, string replacement) =>
        Clean(Compiler.Complaints(With(old, replacement)));

    [Fact]
    public void An_experiment_may_be_nested_in_a_namespace() => Clean(Compiler.Complaints(
        Usings + "namespace Outer.Inner;\n\npublic static partial class Holder\n{\n" + SmallNet + Family + Experiment + "}\n"));

    [Theory]
    [InlineData("Amplitude", "device")]
    [InlineData("Amplitude", "@double")]
    [InlineData("Amplitude * Math.Sin(X)", "Math.Sin(X)")]
    [InlineData("Amplitude * Math.Sin(X)", "X")]
    [InlineData("Amplitude * Math.Sin(X)", "Amplitude * X * 2 * X")]
    [InlineData("Amplitude * Math.Sin(X)", "0 * X + Amplitude")]
    [InlineData("Amplitude * Math.Sin(X)", "5 * Amplitude + X * 1")]
    [InlineData("Trained", "@class")]
    [InlineData("Trained", "Größe")]
    [InlineData("Family", "Tasks")]
    [InlineData("Net", "Weights")]
    [InlineData("Amplitude", "Tensor")]
    [InlineData("Amplitude", "torch")]
    [InlineData("Amplitude", "parameters")]
    [InlineData("Amplitude", "x")]
    public void Names_are_free(string old, string replacement) => Clean(Compiler.Complaints(Program.Replace(old, replacement)));

    [Theory]
    [InlineData("Net", "@new")]
    [InlineData("Family", "@base")]
    public void Names_may_be_keywords(string old, string replacement) =>
        Clean(Compiler.Complaints(Program.Replace(old, replacement)));

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Layers_may_have_any_names(string[] names)
    {
        var chain = string.Concat(names.Select(name => $"Linear(4, Name = \"{name}\"), Relu, "));
        Clean(Compiler.Complaints(Net.Of($"Model, Input(8), {chain}Classifier")));
        var layers = string.Concat(names.Select(name => $"[Linear(8)] private Layer @{name} {{ get; }} "));
        var body = string.Concat(names.Select(name => $"h = @{name}.Forward(h).tanh(); "));
        Clean(Compiler.Complaints("using T = TorchSharp.torch.Tensor;\n" + Net.Of("Model, Input(8)").Replace(
            "class Net;",
            $"class Net {{ {layers} [Classifier] private Layer Head {{ get; }} private T Forward(T given) {{ var h = given; {body} return Head.Forward(h); }} }}")));
    }

    public static TheoryData<string[]> LayerNames =>
    [
        ["out", "in", "class", "this", "is", "as", "ref", "base", "new", "null", "return", "int", "void", "using", "true"],
        ["var", "await", "nameof", "record", "dynamic", "global", "partial", "where", "scoped", "file", "required", "value", "field", "when", "and"],
        ["torch", "device", "x", "y", "weights", "tasks", "direction", "prediction", "examples", "row", "input", "support", "query", "tensor", "type"],
        ["activations", "gradients", "tangents", "gradient", "curvature", "adapted", "predictionGradient", "loss", "step", "start", "length", "others"],
        ["dispose", "toString", "getType", "equals", "add", "flatten", "repeat", "slice", "keepWeights", "parameters", "generator", "weight", "bias"],
    ];

    // Each limit at what is still taken; the tests of diagnostics have the next.
    [Theory]
    [InlineData("Model, Input(8), Repeat<Step>(999), Classifier", "[Block, Linear(4)] public partial class Step;")]
    [InlineData("Model, Input(100, 2), Lstm(3), Classifier")]
    [InlineData("Model, Input(8), Use<Long>, Classifier", "[Block] public partial class Long { private T Forward(T x) { for (var i = 0; i < 400; i++) x = x.tanh(); return x; } }")]
    public void What_is_within_the_limits_compiles_in_any_build(string attributes, string more = "") => Clean(Compiler.ComplaintsOnSmallStack(
        "using T = TorchSharp.torch.Tensor;\n" + Net.Of(attributes, more).Replace("LearningRate = 0.1", "LearningRate = 0.1, Order = GradientOrder.First")));

    [Theory]
    [InlineData("public class Tensor;")]
    [InlineData("public class torch;")]
    [InlineData("public class Scalar;")]
    [InlineData("namespace Company;\npublic class Tensor;")]
    [InlineData("namespace Company;\npublic class torch;")]
    [InlineData("namespace Company;\npublic class Scalar;")]
    [InlineData("namespace Company.MetaDsl;")]
    [InlineData("namespace Company.MetaDsl.Sines;")]
    [InlineData("namespace Company.TorchSharp;")]
    [InlineData("namespace Company.System;")]
    public void A_project_may_have_names_of_ours(string declarations) =>
        Clean(Compiler.Complaints(Program.Replace("[Model,", declarations + "\n[Model,")));

    [Fact]
    public void Every_public_member_of_a_generated_file_has_a_comment() => Clean(Compiler.Undocumented(Program));

    private static string With(string old, string replacement)
    {
        Assert.Single(Program.Split(old)[1..]);
        return Program.Replace(old, replacement);
    }

    private static void Clean(string complaints) => Assert.True(complaints.Length == 0, complaints);
}
