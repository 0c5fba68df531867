using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>An emitted experiment says what was declared, begins as PyTorch does and runs where it was told to.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class DeclarationTests(EmittedExperiments emitted)
{
    [Fact]
    public void The_summary_is_the_declaration_in_numbers()
    {
        using var experiment = emitted.Make(Experiments.Usual);
        var summary = experiment.Experiment.Summary;
        Assert.Equal(("Usual", "Usual", "cpu"), (experiment.Experiment.Name, summary.Name, summary.Device));
        Assert.Equal((100, 5, 2), (summary.Iterations, summary.MetaBatch, summary.InnerSteps));
        Assert.Equal((12, 5, 60), (summary.EvaluationTasks, summary.EvaluationSteps, summary.Parameters));
        Assert.Equal(60, experiment.Weights.Length);
    }

    [Fact]
    public void Training_does_the_declared_iterations_unless_told_otherwise()
    {
        using var experiment = emitted.Make(Experiments.OneStep);
        Assert.Equal(100, experiment.Experiment.Train(new()).Iterations);
    }

    [Fact]
    public void Weights_begin_uniformly_within_one_by_the_root_of_the_inputs()
    {
        // 40 inputs of the second of two hidden layers, 1640 weights.
        using var experiment = emitted.Make(Experiments.Long[0]);
        var second = experiment.Weights[80..1720];
        var bound = 1 / Math.Sqrt(40);
        Assert.InRange(second.Min(), -bound, -0.99 * bound);
        Assert.InRange(second.Max(), 0.99 * bound, bound);
        Assert.InRange(second.Average(), -0.1 * bound, 0.1 * bound);
        Assert.InRange(experiment.Weights[..80].Max(), 0.9, 1);
    }

    [Fact]
    public void Weights_may_begin_normally_within_two_deviations_with_no_bias()
    {
        using var experiment = emitted.Make(Experiments.NormalAtFirst);
        // The second of two hidden layers: 1600 weights, 40 biases.
        var (weights, biases) = (experiment.Weights[80..1680], experiment.Weights[1680..1720]);
        Assert.All(biases, bias => Assert.Equal(0, bias));
        Assert.InRange(weights.Min(), -0.2, -0.18);
        Assert.InRange(weights.Max(), 0.18, 0.2);
        // A normal distribution that ends at two deviations has 0.88 of its deviation.
        Assert.InRange(Math.Sqrt(weights.Average(weight => weight * weight)), 0.083, 0.093);
        Assert.Equal(1600, weights.Distinct().Count());
    }

    [Fact]
    public void A_device_that_is_not_there_is_refused_by_name_or_replaced_by_the_fallback()
    {
        var refusal = Assert.ThrowsAny<Exception>(() => emitted.Make(Experiments.Elsewhere)).GetBaseException();
        Assert.IsType<InvalidOperationException>(refusal);
        Assert.Equal(
            "Elsewhere wants 'cuda:63', which this machine has not; add 'Fallback = \"cpu\"' to its [Device].", refusal.Message);
        using var experiment = emitted.Make(Experiments.FallingBack);
        Assert.Equal("cpu", experiment.Experiment.Summary.Device);
    }
}
