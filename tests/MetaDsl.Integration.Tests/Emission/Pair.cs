using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Integration.Tests.Emission;

/// <summary>One rule of the printer: a declaration with one thing changed, and the method that shows it.</summary>
internal sealed class Pair
{
    private const string Usual = """
        using MetaDsl;

        [Model, Input(1)]
        [Linear(3), Relu]
        [Linear(1)]
        public partial class Net;

        [RegressionTasks(Shots = 5, Queries = 4)]
        public partial class Waves
        {
            [Uniform(0.1, 5.0)] double Height { get; }
            [Uniform(-5.0, 5.0)] double X { get; }
            double Y => Height * Math.Sin(X);
        }

        [Experiment<Net, Waves>]
        [Maml(Steps = 1, LearningRate = 0.01)]
        [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 100)]
        public partial class Trained;

        """;

    private readonly ClassDeclarationSyntax type;

    private Pair(string source)
    {
        var tree = Emission.Of(source).Trees.Single();
        type = tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().First();
    }

    public static Pair Generate() => new(Usual);

    /// <summary>A whole declaration.</summary>
    public static Pair GenerateAll(string source) => new(source);

    /// <summary>The usual declaration with one piece of its text replaced.</summary>
    public static Pair Generate(string old, string replacement) => new(Replaced(Usual, old, replacement));

    /// <summary>The same with two pieces of its text replaced.</summary>
    public static Pair Generate(string old, string replacement, string other, string otherReplacement) =>
        new(Replaced(Replaced(Usual, old, replacement), other, otherReplacement));

    private static string Replaced(string text, string old, string replacement)
    {
        Assert.Equal(2, text.Split(old).Length);
        return text.Replace(old, replacement);
    }

    /// <summary>The method without its comment, as it is printed but for the indentation.</summary>
    public void ShouldEmit(string method, string expected)
    {
        var found = type.Members.OfType<MethodDeclarationSyntax>().Single(member => member.Identifier.Text == method);
        var text = found.ToString().Replace("\n    ", "\n");
        Assert.True(expected == text, $"{method} is\n{text}");
    }
}
