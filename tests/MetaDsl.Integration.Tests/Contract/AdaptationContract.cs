using MetaDsl.Integration.Tests.Behaviour;
using MetaDsl.Integration.Tests.Harness;
using TorchSharp;

namespace MetaDsl.Integration.Tests.Contract;

/// <summary>What a learner that has adapted to a user's own examples must predict, however gradients are computed.</summary>
public abstract class AdaptationContract(EmittedExperiments emitted)
{
    public static TheoryData<string> Cases => MetaGradientContract.BatchedCases;

    protected abstract DerivativeStrategy Strategy { get; }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_learner_predicts_what_the_adapted_reference_does(string name)
    {
        var one = MetaCase.Of(name);
        var (network, task) = (one.Declaration.Network, one.Tasks[0]);
        using var experiment = emitted.Make(one.Declaration, Strategy);
        experiment.Weights = one.Weights;
        var path = one.Declaration.Reference.Adapt(one.Weights, task.Support, one.Declaration.Steps);
        // Two, or for one input six.
        double[] points = [-2.5, -1, 0, 0.5, 1, 7];
        var rows = points.Chunk(one.Declaration.Inputs).ToArray();
        for (var steps = 0; steps < path.Count; steps++)
        {
            using var learner = experiment.Adapt(task.Support, steps);
            Close.Vectors([.. rows.Select(x => network.Predict(path[steps], x)[0])], learner.Predict(points), 1e-10, one.Declaration);
        }

        using var usual = experiment.Adapt(task.Support);
        Close.Vectors([.. rows.Select(x => network.Predict(path[^1], x)[0])], usual.Predict(points), 1e-10, one.Declaration);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public void A_learner_predicts_at_any_number_of_points(int count)
    {
        using var experiment = emitted.Make(Experiments.Usual, Strategy);
        var task = MetaCase.DrawTask(Experiments.Usual, new Random(3));
        var adapted = Experiments.Usual.Reference.Adapt(experiment.Weights, task.Support, 2)[2];
        var points = Enumerable.Range(0, count).Select(i => (0.1 * i) - 1).ToArray();
        using var learner = experiment.Adapt(task.Support);
        Close.Vectors(
            [.. points.Select(x => Experiments.Usual.Network.Predict(adapted, [x])[0])], learner.Predict(points), 1e-10, Experiments.Usual);
    }

    [Fact]
    public void A_learner_takes_numbers_of_the_other_precision()
    {
        using var experiment = emitted.Make(Experiments.UsualInSingles, Strategy);
        var support = MetaCase.DrawTask(Experiments.UsualInSingles, new Random(3)).Support;
        using var singles = experiment.Adapt(support);
        using var doubles = experiment.Adapt(support, given: torch.ScalarType.Float64);
        Assert.Equal(singles.Predict(0.5, 1), doubles.Predict(0.5, 1));
    }

    [Fact]
    public void Adapting_changes_no_weight_of_the_experiment()
    {
        using var experiment = emitted.Make(Experiments.Usual, Strategy);
        var before = experiment.Weights;
        using var learner = experiment.Adapt(MetaCase.DrawTask(Experiments.Usual, new Random(3)).Support);
        learner.Predict(1, 2);
        Assert.Equal(before, experiment.Weights);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_learner_stays_as_it_is_while_the_experiment_trains_and_after_it_is_disposed(int steps)
    {
        var experiment = emitted.Make(Experiments.Usual, Strategy);
        using var learner = experiment.Adapt(MetaCase.DrawTask(Experiments.Usual, new Random(3)).Support, steps);
        var before = learner.Predict(1, 2);
        experiment.Train(3);
        Assert.Equal(before, learner.Predict(1, 2));
        experiment.Dispose();
        Assert.Equal(before, learner.Predict(1, 2));
    }

    [Fact]
    public void Another_number_of_examples_than_declared_is_refused()
    {
        using var experiment = emitted.Make(Experiments.Usual, Strategy);
        var support = MetaCase.DrawTask(Experiments.Usual with { Shots = 4 }, new Random(3)).Support;
        var refusal = Assert.Throws<ArgumentException>(() => experiment.Adapt(support).Dispose());
        Assert.StartsWith("'Usual' adapts to 5 examples of 1 input, but x has 4 numbers and y 4", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_learner_may_take_more_steps_than_training_and_evaluation_do()
    {
        using var experiment = emitted.Make(Experiments.OneStep, Strategy);
        var task = MetaCase.DrawTask(Experiments.OneStep, new Random(3));
        var adapted = Experiments.OneStep.Reference.Adapt(experiment.Weights, task.Support, 7)[7];
        using var learner = experiment.Adapt(task.Support, steps: 7);
        Close.Vectors([Experiments.OneStep.Network.Predict(adapted, [0.5])[0]], learner.Predict(0.5), 1e-10, Experiments.OneStep);
    }

    [Fact]
    public void A_negative_number_of_steps_is_refused()
    {
        using var experiment = emitted.Make(Experiments.Usual, Strategy);
        var support = MetaCase.DrawTask(Experiments.Usual, new Random(3)).Support;
        Assert.Throws<ArgumentOutOfRangeException>(() => experiment.Adapt(support, steps: -1).Dispose());
    }
}
