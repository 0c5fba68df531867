using MetaDsl.Integration.Tests.Contract;
using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>Each update rule of the outer loop, against its formulas in a plain loop that is fed with the emitted meta-gradients.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class OptimizerTests(EmittedExperiments emitted)
{
    public static TheoryData<string> Names => [.. Experiments.Optimizers.Select(one => one.Declaration.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twenty_iterations_are_those_of_the_formulas(string name)
    {
        var (declaration, make) = Experiments.Optimizers.Single(one => one.Declaration.Name == name);
        using var experiment = emitted.Make(declaration, seed: 5);
        using var gradients = emitted.Make(declaration, seed: 5);
        var weights = experiment.Weights;
        var optimizer = make(weights.Length);
        for (var iteration = 0; iteration < 20; iteration++)
        {
            gradients.Weights = weights;
            optimizer.Step(weights, gradients.MetaGradient(experiment.TrainingTasks(iteration)).Gradient, iteration);
        }

        experiment.Train(20);
        Close.Vectors(weights, experiment.Weights, 1e-10, declaration);
    }

    [Fact]
    public void Rules_and_settings_differ()
    {
        var trained = new HashSet<double>();
        foreach (var (declaration, _) in Experiments.Optimizers.Where(one => one.Declaration.Name is not ("HardlyClipped" or "PlainAdamW")))
        {
            using var experiment = emitted.Make(declaration, seed: 5);
            experiment.Train(20);
            Assert.True(trained.Add(experiment.Weights[0]), declaration.ToString());
        }
    }
}
