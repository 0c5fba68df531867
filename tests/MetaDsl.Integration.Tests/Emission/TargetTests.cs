namespace MetaDsl.Integration.Tests.Emission;

/// <summary>Numbers in a target, wherever C# allows them, become tensor code that compiles.</summary>
public sealed class TargetTests
{
    [Theory]
    [InlineData("Amplitude * Math.Sin(X - Phase) / 3")]
    [InlineData("Amplitude * X / -0.5 - Phase")]
    [InlineData("2 / (X + 6) * Amplitude - 1 / Phase")]
    [InlineData("Math.Sin(2) * X + Math.Exp(Math.Sqrt(2)) * Amplitude * Phase")]
    [InlineData("Math.Pow(X, 5) / Math.Sqrt(2) - Amplitude - Phase")]
    [InlineData("1 / 2 * X + (Amplitude - 1) * (1 - Phase) / 1e30")]
    public void Numbers_may_stand_anywhere(string target)
    {
        var source = Showcases.Sources["FiveSteps"].Replace("Amplitude * Math.Sin(X - Phase)", target);
        Assert.Contains($"/// <summary>Y = {target}</summary>", Emission.Of(source).Texts.Values.Single());
    }

    [Fact]
    public void A_helper_may_have_locals_that_are_called_like_inputs() => Assert.Empty(Harness.Compiler.Complaints("""
        using MetaDsl;

        [Model, Input(2), Linear(1)]
        public partial class Net;

        [RegressionTasks(Shots = 5, Queries = 4)]
        public partial class Waves
        {
            [Uniform(0.1, 5.0)] double X1 { get; }
            [Uniform(-5.0, 5.0)] double X2 { get; }
            double Y => Wrap(X1) + X2;
            static double Wrap(double x) { x -= 1; return x * x; }
        }

        [Experiment<Net, Waves>]
        [Maml(Steps = 1, LearningRate = 0.01)]
        [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 100)]
        public partial class Trained;

        """));
}
