using MetaDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

/// <summary>A project as an editor holds it: files of experiments, an unrelated one, and the generator that runs after each edit.</summary>
internal sealed class Solution
{
    public const string Unrelated = "Unrelated.cs";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private GeneratorDriver driver = CSharpGeneratorDriver.Create(new MetaDslGenerator());
    private CSharpCompilation compilation;
    private Dictionary<string, SourceText> emitted = [];

    public Solution(string name, IEnumerable<(string File, string Text)> files)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var trees = files.Append((Unrelated, "class Unrelated;")).Select(file => Parse(file.Item1, file.Item2));
        compilation = CSharpCompilation.Create(name, trees, References, options);
    }

    public static string FileOf(int experiment) => $"Experiment{experiment}.cs";

    /// <summary>An experiment on a network of its own.</summary>
    public static string Experiment(string name, int number, double learningRate = 0.01, int wider = 0) => FormattableString.Invariant($$"""
        using System;
        using MetaDsl;

        [Model, Input(1)]
        [Linear({{20 + number}}), Relu]
        [Linear({{80 - number + wider}}), Relu]
        [Linear(1)]
        public partial class {{name}}Net{{number}};

        [RegressionTasks(Shots = 10, Queries = 10)]
        public partial class {{name}}Tasks{{number}}
        {
            [Uniform(0.1, 5.0)]     private double Amplitude { get; }
            [Uniform(0.0, Math.PI)] private double Phase     { get; }
            [Uniform(-5.0, 5.0)]    private double X         { get; }
            private double Y => Amplitude * Math.Sin(X - Phase);
        }

        [Experiment<{{name}}Net{{number}}, {{name}}Tasks{{number}}>]
        [Maml(Steps = {{1 + (number % 5)}}, LearningRate = {{learningRate}})]
        [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]
        [Evaluation(Tasks = 600, Steps = 10)]
        [Device("cuda:0", Fallback = "cpu")]
        public partial class {{name}}{{number}};

        """);

    public void Edit(string file, string text) =>
        compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == file), Parse(file, text));

    /// <summary>The milliseconds that the generator takes, and how many files it emits anew.</summary>
    public (double Time, int Emitted) Generate()
    {
        driver = driver.RunGenerators(compilation);
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is not null || result.Diagnostics.Length > 0)
        {
            throw new InvalidOperationException("the generator complains", result.Exception);
        }

        var before = emitted;
        emitted = result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText);
        var changed = emitted.Count(file => before.GetValueOrDefault(file.Key) != file.Value);
        return (driver.GetTimingInfo().ElapsedTime.TotalMilliseconds, changed);
    }

    private static SyntaxTree Parse(string file, string text) => CSharpSyntaxTree.ParseText(SourceText.From(text), path: file);
}
