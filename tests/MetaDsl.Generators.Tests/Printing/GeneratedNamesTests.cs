using MetaDsl.Generators.Printing;
using MetaDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Tests.Printing;

/// <summary>The list of generated names against what is generated.</summary>
public sealed class GeneratedNamesTests
{
    private const string Inner = "Maml(Steps = 1, LearningRate = 0.01)";
    private const string Outer = "Optimizer.Adam, LearningRate = 1e-3";

    private static readonly string[] InnerLoops =
    [
        Inner,
        "Maml(Steps = 1, LearningRate = 0.01, Order = GradientOrder.First)",
        "Maml(Steps = 5, LearningRate = 0.01)",
        "Maml(Steps = 5, LearningRate = 0.01, Memory = InnerMemory.Recompute)",
        "Maml(Steps = 5, LearningRate = 0.01, Order = GradientOrder.First)",
    ];

    private static readonly string[] OuterLoops =
    [
        Outer,
        "Optimizer.Sgd, LearningRate = 1e-3",
        "Optimizer.Sgd, LearningRate = 1e-3, Momentum = 0.9, WeightDecay = 0.1, ClipNorm = 1, Schedule = Schedule.Cosine",
        "Optimizer.AdamW, LearningRate = 1e-3, WeightDecay = 0.1, Schedule = Schedule.Step, Period = 10, Decay = 0.5",
    ];

    private static readonly string[] Models =
    [
        Sample.Model,
        Sample.Model.Replace("[Linear(40), Relu]\n", ""),
        Sample.Model.Replace("[Model,", "[InitialWeights(InitialWeights.TruncatedNormal), Model,"),
        Sample.Model.Replace("Relu", "Tanh, Gelu"),
        Sample.Model.Replace("Linear(40), Relu", "Linear(8), LeakyRelu(Slope = 0.3), Linear(6), Elu(Scale = 1.7), Linear(5), Softplus"),
        Sample.Model.Replace("[Linear(1)]", "[Linear(1), Sigmoid]").Replace("Relu", "Silu"),
        Sample.Model.Replace("[Linear(40), Relu]\n[Linear(40), Relu]", "[Relu, Linear(3)]"),
    ];

    private static readonly string[] Classifiers =
    [
        Sample.Model.Replace("Input(1)", "Input(1, 8, 8)").Replace("[Linear(40), Relu]\n[Linear(40), Relu]", "[Conv(4), BatchNorm, Relu, MaxPool(2), Flatten]")
            .Replace("[Linear(1)]", "[Classifier(Initial = InitialWeights.Orthogonal)]"),
        Sample.Model.Replace("Input(1)", "Input(6)").Replace("[Linear(40), Relu]", "[Linear(4), LayerNorm, Relu]").Replace("[Linear(1)]", "[Classifier]"),
        Sample.Model.Replace("Input(1)", "Input(6)").Replace("[Linear(40), Relu]", "[Linear(4), BatchNorm(Statistics = NormStatistics.PerStep), Relu, Dropout]")
            .Replace("[Linear(1)]", "[Classifier]"),
        Sample.Model.Replace("Input(1)", "Input(1, 8, 8)").Replace("[Linear(40), Relu]\n[Linear(40), Relu]", "[Conv(4), Dropout, "
            + "BatchNorm(Statistics = NormStatistics.Support), Flatten]").Replace("[Linear(1)]", "[Classifier]"),
        Sample.Model.Replace("Input(1)", "Input(1, 8, 8)").Replace("[Linear(40), Relu]\n[Linear(40), Relu]", "[Conv(4), Dropout, "
            + "BatchNorm(Statistics = NormStatistics.RunningPerStep), Flatten]").Replace("[Linear(1)]", "[Classifier]"),
    ];

    private const string FewShot = """
        [FewShot(ways: 3, shots: 2)]
        public partial class Sinusoids
        {
            internal static TorchSharp.torch.Tensor TrainingClasses() => null!;
            internal static TorchSharp.torch.Tensor TestClasses() => null!;
        }

        """;

    private static readonly string[] Read =
    [
        "[FewShot(ways: 3, shots: 2), ImageFolder(\"birds\"), Resize(8), Grey, Split(3, 0, 3)]\npublic partial class Sinusoids;\n",
        "[FewShot(ways: 3, shots: 2), Idx(\"digits\"), Standardize, Split(3, 0, 3)]\npublic partial class Sinusoids;\n",
        "[FewShot(ways: 3, shots: 2, MinShots = 1), Numpy(\"digits.npy\"), Split(3, 0, 3)]\npublic partial class Sinusoids;\n",
        "[FewShot(ways: 3, shots: 2), Numpy(\"digits.npy\"), Split(3, 0, 3), ReadAhead(9)]\npublic partial class Sinusoids;\n",
    ];

    private const string Table =
        "[RegressionTasks(Shots = 2, Queries = 2), Table(\"t.csv\", Target = \"y\"), Split(3, 0, 3)]\npublic partial class Sinusoids;\n";

    private static readonly string TwoInputs = Sample.Tasks.Replace("double X  ", "double X1 ").Replace(
        "double Y => Amplitude * Math.Sin(X - Phase)",
        "[Normal(0, 1)] double X2 { get; } double Y => Amplitude * Math.Sin(X1 - Phase) + X2 / 2 - 3");

    private static readonly string[] OtherTasks =
    [
        Sample.Tasks.Replace("[Uniform(0.1, 5.0)] ", "[Choice(1, 2)] ").Replace("double Y", "[Noise(0.1)] double Y"),
        "[RegressionTasks(Shots = 10, Queries = 12), GaussianProcess]\npublic partial class Sinusoids;\n\n",
    ];

    private static readonly IReadOnlyList<ClassDeclarationSyntax> Emitted = [.. Declarations().Select(Emit)];

    [Fact]
    public void Whatever_is_generated_is_in_the_list() => Assert.All(Emitted.SelectMany(type => type.Members), member =>
    {
        switch (member)
        {
            case MethodDeclarationSyntax method:
                Assert.True(GeneratedNames.IsMethod(method.Identifier.Text, Types(method)), $"{method.Identifier}({Types(method)})");
                break;
            case ConstructorDeclarationSyntax constructor:
                Assert.Equal(GeneratedNames.Constructor, Types(constructor));
                break;
            case BaseTypeDeclarationSyntax type:
                Assert.True(GeneratedNames.IsType(type.Identifier.Text), type.Identifier.Text);
                break;
            case PropertyDeclarationSyntax property:
                Assert.True(GeneratedNames.IsValue(property.Identifier.Text), property.Identifier.Text);
                break;
            case FieldDeclarationSyntax field:
                var variable = field.Declaration.Variables.Single().Identifier.Text;
                Assert.True(GeneratedNames.IsValue(variable), variable);
                break;
            default:
                Assert.Fail($"what is this?\n{member}");
                break;
        }
    });

    [Fact]
    public void Whatever_is_in_the_list_is_generated_for_some_experiment()
    {
        var members = Emitted.SelectMany(type => type.Members).ToArray();
        var names = members.Select(member => member switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            FieldDeclarationSyntax field => field.Declaration.Variables.Single().Identifier.Text,
            _ => "",
        });
        // What a step from shared weights does otherwise than one from each task's own has a name of its own. This is alike so far.
        Assert.Equal(
            ["SupportLossGradientShared"],
            GeneratedNames.Listed.Except(names).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_drawn_property_can_have_a_name_of_its_generated_class()
    {
        var parameters = Emitted[0].Members.OfType<ClassDeclarationSyntax>().Single(type => type.Identifier.Text == "TaskParameters");
        var methods = parameters.Members.OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.Text);
        var inherited = typeof(object).GetMethods().Select(method => method.Name);
        Assert.All(
            [.. methods, .. inherited, parameters.Identifier.Text],
            name => Assert.True(GeneratedNames.IsInTaskParameters(name), name));
    }

    private static IEnumerable<string> Declarations()
    {
        foreach (var strategy in new[] { "", "[Derivatives(DerivativeStrategy.Autograd)]\n" })
        {
            foreach (var model in Models)
            {
                foreach (var inner in InnerLoops) yield return Declare(model, Sample.Tasks, strategy, inner, OuterLoops[0]);
            }

            foreach (var model in Classifiers)
            {
                foreach (var inner in InnerLoops) yield return Declare(model, FewShot, strategy, inner, OuterLoops[0]);
            }

            foreach (var read in Read) yield return Declare(Classifiers[0], read, strategy, Inner, Outer);
            yield return Declare(Models[0], Table, strategy, Inner, Outer);
            foreach (var tasks in OtherTasks) yield return Declare(Models[0], tasks, strategy, Inner, Outer);
            foreach (var outer in OuterLoops) yield return Declare(Models[0], Sample.Tasks, strategy, Inner, outer);
            var inDouble = strategy + "[Precision(Precision.Double)]\n";
            yield return Declare(Models[0].Replace("Input(1)", "Input(2)"), TwoInputs, inDouble, Inner, Outer);
            yield return Declare(Models[0], Sample.Tasks, inDouble, Inner, Outer);
        }
    }

    private static string Declare(string model, string tasks, string strategy, string inner, string outer) =>
        Sample.Using + model + tasks + strategy + Sample.Experiment.Replace(Inner, inner).Replace(Outer, outer);

    private static ClassDeclarationSyntax Emit(string source)
    {
        var text = ExperimentPrinter.Print(Generator.SpecOf(source), default);
        return CSharpSyntaxTree.ParseText(text).GetRoot().ChildNodes().OfType<ClassDeclarationSyntax>().First();
    }

    private static string Types(BaseMethodDeclarationSyntax method) =>
        string.Join(",", method.ParameterList.Parameters.Select(parameter => parameter.Type!.ToString().Replace("?", "")));
}
