using MetaDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MetaDsl.Generators.Tests.Pipeline;

public sealed class HalfTypedTests
{
    // A whole experiment of its own in another file.
    private static readonly string Untouched = Sample.Program
        .Replace("SineNet", "OtherNet")
        .Replace("Sinusoids", "OtherTasks")
        .Replace("SineMaml", "Untouched");

    /// <summary>A whole program, and the file of its experiment.</summary>
    public static TheoryData<string, string> Programs => new()
    {
        { Sample.Program, "SineMaml.g.cs" },
        { Net.Program, "NetMaml.g.cs" },
        { Functions, "SineMaml.g.cs" },
        { Data.Of("Numpy(Train = \"a.npz\", Test = \"b.npz\", LabelsArray = \"y\"), Resize(28, 28), Normalize(Mean = [0.5]), Rotations"), "NetMaml.g.cs" },
        { Data.TableProgram.Replace("Split(20, 0, 20)", "SplitByShares(0.5, 0.2, 0.3, Seed = 1), Standardize"), "NetMaml.g.cs" },
    };

    private const string Functions = Sample.Using + """
        [Model, Input(2), Linear(1)]
        public partial class SineNet;

        [RegressionTasks(Shots = 10, Queries = 12)]
        public partial class Sinusoids
        {
            [Choice(1, 2)] double A { get; }
            [Integer(1, 3)] int N { get; }
            [LogUniform(1, 2), Count(2)] Vector X { get; }
            [Noise(0.1)]
            double Y
            {
                get
                {
                    double y = 0, z;
                    for (var i = 0; i < X.Length; i++)
                    {
                        if (X[i] > A && !(N == 1)) y += Half(X[i]); else return -1;
                    }

                    z = N switch { 1 => y, > 2 and < 3 => 0, _ => y % 2 };
                    return z is > 0 ? Math.Max(y, z) : X.Dot(X);
                }
            }

            double Half(double a) => a / 2;
        }

        [RegressionTasks(Shots = 1, Queries = 1), GaussianProcess(Inputs = 2, HighX = 3)]
        public partial class Other;


        """ + Sample.Experiment;

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_cut_at_every_character_never_throws_and_never_loses_the_output_of_another_class(string program, string file)
    {
        var generator = new Generator();
        var compilation = new Project("", Untouched).Compile();
        var files = Array.Empty<string>();
        for (var length = 0; length <= program.Length; length++)
        {
            compilation = Cut(compilation, program, length);
            files = [.. generator.Run(compilation).GeneratedSources.Select(source => source.HintName)];
            Assert.True(files.Contains("Untouched.g.cs"), $"lost at {length}");
            Assert.Empty(generator.Diagnostics);
        }

        Assert.Contains(file, files);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_cut_anywhere_never_breaks_an_analyzer_and_is_never_dropped_in_silence(string program, string file)
    {
        var compilation = new Project("", Untouched).Compile();
        // Programs of words that others have, too, are cut at each third character.
        var stride = program == Sample.Program || program == Net.Program ? 1 : 3;
        for (var length = program.Length % stride; length <= program.Length; length += stride)
        {
            compilation = Cut(compilation, program, length);
            var diagnostics = await Project.Analyze(compilation);
            var isWhole = diagnostics.Length == 0 && !compilation.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error);
            var starts = program.Substring(0, length).Contains("[Experiment");
            if (isWhole && starts) Assert.Contains(file, Generator.FilesOf(compilation));
        }
    }

    [Theory]
    [InlineData("Repeat<Half>(2)", "Repeat<>(2)")]
    [InlineData("Repeat<Half>(2)", "Repeat<Hal>(2)")]
    [InlineData("Repeat<Half>(2)", "Repeat<Half>")]
    [InlineData("Repeat<Half>(2)", "Repeat<Half>()")]
    [InlineData("Repeat<Half>(2)", "Repeat<Half>(\"2\")")]
    [InlineData("Repeat<Half>(2)", "Repeat<Half, Same>(2)")]
    [InlineData("Repeat<Half>(2)", "Repeat<Half[>(2)")]
    [InlineData("Residual<Same>", "Residual<Same, >")]
    [InlineData("Residual<Same>", "Residual<,>")]
    [InlineData("Residual<Same>", "Parallel<Same>")]
    [InlineData("Conv(8), Relu", "Conv(8, Kernel = ), Relu")]
    [InlineData("Conv(8), Relu", "Conv(8, Initial = InitialWeights.), Relu")]
    [InlineData("Conv(8), Relu", "Conv(8, Name = ), Relu")]
    [InlineData("Conv(8), Relu", "Conv(), Relu")]
    [InlineData("Input(1, 28, 28)", "Input(1, 28, )")]
    [InlineData("Input(1, 28, 28)", "Input(1, 28, \"28\")")]
    public async Task What_C_sharp_calls_an_error_in_a_network_is_left_to_it(string right, string wrong)
    {
        var compilation = new Project(Net.Program.Replace(right, wrong), Untouched).Compile();
        Assert.Contains(compilation.GetDiagnostics(), found => found.Severity == DiagnosticSeverity.Error);
        Assert.Empty(await Project.Analyze(compilation));
        Assert.Equal(["Untouched.g.cs"], Generator.FilesOf(compilation));
    }

    [Theory]
    [InlineData("[Maml(Steps = 1, LearningRate = 0.01)]", "[Maml(Steps = , LearningRate = 0.01)]")]
    [InlineData("[Maml(Steps = 1, LearningRate = 0.01)]", "[Maml(Step = 1, LearningRate = 0.01)]")]
    [InlineData("[Maml(Steps = 1, LearningRate = 0.01)]", "[Maml(Steps = \"1\", LearningRate = 0.01)]")]
    [InlineData("Linear(1)", "Linear()")]
    [InlineData("Linear(1)", "Linear(1, 2)")]
    [InlineData("Linear(1)", "Linear(Width)")]
    [InlineData("Uniform(0.1, 5.0)", "Uniform(0.1)")]
    [InlineData("Uniform(0.1, 5.0)", "Uniform(0.1, )")]
    [InlineData("double Amplitude", "Double2 Amplitude")]
    [InlineData("X - Phase", "X - Phase2")]
    [InlineData("X - Phase", "")]
    [InlineData("Math.Sin(", "Math.Sinn(")]
    [InlineData("Amplitude * Math.Sin(X - Phase)", "")]
    [InlineData("SineNet, Sinusoids", "SineNett, Sinusoids")]
    [InlineData("SineNet, Sinusoids", "SineNet")]
    [InlineData("SineNet, Sinusoids", ",")]
    [InlineData("Optimizer.Adam", "Optimizer.Adan")]
    [InlineData("Device(\"cuda:0\", Fallback = \"cpu\")", "Device(Fallback = \"cpu\")")]
    public async Task What_C_sharp_itself_calls_an_error_is_left_to_it(string right, string wrong)
    {
        var compilation = new Project(Sample.With(right, wrong), Untouched).Compile();
        Assert.Contains(compilation.GetDiagnostics(), found => found.Severity == DiagnosticSeverity.Error);
        var diagnostics = await Project.Analyze(compilation);
        Assert.True(diagnostics.All(found => wrong.Contains("Step =") && found.Id == "MDSL0008"), string.Join("\n", diagnostics));
        Assert.Equal(["Untouched.g.cs"], Generator.FilesOf(compilation));
    }

    private static CSharpCompilation Cut(CSharpCompilation compilation, string program, int length)
    {
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == "File1.cs");
        return compilation.ReplaceSyntaxTree(old, Project.Tree(program.Substring(0, length), "File1.cs"));
    }
}
