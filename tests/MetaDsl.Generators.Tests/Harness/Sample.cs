namespace MetaDsl.Generators.Tests.Harness;

/// <summary>The experiment that the tests vary.</summary>
internal static class Sample
{
    public const string Using = "using MetaDsl;\n\n";

    public const string Model = """
        [Model, Input(1)]
        [Linear(40), Relu]
        [Linear(40), Relu]
        [Linear(1)]
        public partial class SineNet;


        """;

    public const string Tasks = """
        [RegressionTasks(Shots = 10, Queries = 12)]
        public partial class Sinusoids
        {
            [Uniform(0.1, 5.0)]     double Amplitude { get; }
            [Uniform(0.0, Math.PI)] double Phase     { get; }
            [Uniform(-5.0, 5.0)]    double X         { get; }
            double Y => Amplitude * Math.Sin(X - Phase);        // translated to tensor code
        }


        """;

    public const string Experiment = """
        [Experiment<SineNet, Sinusoids>]
        [Maml(Steps = 1, LearningRate = 0.01)]
        [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]
        [Evaluation(Tasks = 600, Steps = 10)]
        [Device("cuda:0", Fallback = "cpu")]
        public partial class SineMaml;

        """;

    public const string Program = Using + Model + Tasks + Experiment;

    /// <summary>The program with one piece of its text replaced.</summary>
    public static string With(string old, string replacement)
    {
        var parts = Program.Split(old);
        Assert.True(parts.Length == 2, $"'{old}' stands {parts.Length - 1} times in the sample");
        return string.Join(replacement, parts);
    }

    /// <summary>The program with another expression as its target.</summary>
    public static string WithTarget(string expression) => With("Amplitude * Math.Sin(X - Phase)", expression);
}
