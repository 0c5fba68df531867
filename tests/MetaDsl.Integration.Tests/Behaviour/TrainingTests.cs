using MetaDsl.Integration.Tests.Contract;
using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>The emitted training loop: what it reports, how it is interrupted and continued, how it ends when it diverges.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class TrainingTests(EmittedExperiments emitted)
{
    public static TheoryData<string> Continued => ["Usual", "SgdWithMomentum", "AdamWWithDecay", "InSteps", "Cosine"];

    public static TheoryData<string> Diverging => [.. Experiments.Diverging.Select(declaration => declaration.Name)];

    [Fact]
    public void Training_learns()
    {
        using var experiment = emitted.Make(Experiments.Usual);
        var before = experiment.Experiment.Evaluate(new() { Tasks = 100 });
        experiment.Train(1000);
        var after = experiment.Experiment.Evaluate(new() { Tasks = 100 });
        Assert.True(after.After(2).Mean < 0.5 * before.After(2).Mean, $"{before}{after}");
    }

    [Fact]
    public void The_loss_is_the_mean_query_loss_before_the_step()
    {
        using var experiment = emitted.Make(Experiments.Usual, seed: 7);
        var expected = Experiments.Usual.Reference.QueryLoss(experiment.Weights, experiment.TrainingTasks(0));
        Close.Numbers(expected, experiment.Train(1).Loss, 1e-12, Experiments.Usual);
    }

    [Fact]
    public void Every_iteration_draws_other_tasks_of_the_declared_size()
    {
        using var experiment = emitted.Make(Experiments.Usual);
        var seen = new HashSet<double>();
        for (var iteration = 0; iteration < 50; iteration++)
        {
            var tasks = experiment.TrainingTasks(iteration);
            Assert.Equal(Experiments.Usual.MetaBatch, tasks.Count);
            Assert.All(tasks, task => Assert.Equal((5, 4), (task.Support.Count, task.Query.Count)));
            Assert.All(tasks.SelectMany(task => task.Support.X.Concat(task.Query.X)), x => Assert.True(seen.Add(x[0])));
        }

        Assert.InRange(seen.Min(), -2, -1.99);
        Assert.InRange(seen.Max(), 1.99, 2);
    }

    [Theory]
    [MemberData(nameof(Continued))]
    public void Sixty_iterations_and_forty_are_a_hundred(string name)
    {
        var declaration = Experiments.All.Single(one => one.Name == name);
        using var atOnce = emitted.Make(declaration);
        using var inParts = emitted.Make(declaration);
        atOnce.Train(100);
        Assert.Equal(60, inParts.Train(60).Iterations);
        Assert.Equal(40, inParts.Train(40).Iterations);
        Assert.Equal(atOnce.Weights, inParts.Weights);
    }

    [Theory]
    [InlineData("Usual")]
    [InlineData("AlongACosine")]
    public void Cancelling_ends_training_before_the_next_iteration_and_loses_nothing(string name)
    {
        var declaration = Experiments.All.Single(one => one.Name == name);
        using var cancellation = new CancellationTokenSource();
        using var cancelled = emitted.Make(declaration);
        using var undisturbed = emitted.Make(declaration);
        var result = cancelled.Train(100, new Losses(60, cancellation.Cancel), cancellation.Token);
        Assert.Equal((60, true), (result.Iterations, result.WasCancelled));
        cancelled.Train(40);
        undisturbed.Train(100);
        Assert.Equal(undisturbed.Weights, cancelled.Weights);
    }

    [Fact]
    public void Training_that_is_cancelled_beforehand_changes_nothing()
    {
        using var experiment = emitted.Make(Experiments.Usual);
        var before = experiment.Weights;
        Assert.True(experiment.Train(10, cancellation: new(canceled: true)).WasCancelled);
        Assert.Equal(before, experiment.Weights);
    }

    [Theory]
    [MemberData(nameof(Diverging))]
    public void Training_that_diverges_says_so_and_leaves_finite_weights(string name)
    {
        using var experiment = emitted.Make(Experiments.Diverging.Single(declaration => declaration.Name == name));
        var thrown = Assert.Throws<TrainingDivergedException>(() => experiment.Train(1000));
        Assert.Equal(name, thrown.Experiment);
        Assert.True(double.IsFinite(thrown.LastLoss));
        Assert.All(experiment.Weights, weight => Assert.True(double.IsFinite(weight), $"a weight is {weight}"));
    }

    [Fact]
    public void Single_precision_trains_much_like_double_precision()
    {
        using var doubles = emitted.Make(Experiments.Usual);
        using var singles = emitted.Make(Experiments.UsualInSingles);
        singles.Weights = doubles.Weights;
        var tasks = doubles.TrainingTasks(0);
        var expected = doubles.MetaGradient(tasks).Gradient;
        var actual = singles.MetaGradient(tasks).Gradient;
        Close.Vectors(expected, actual, 1e-5, Experiments.UsualInSingles);
        Assert.NotEqual(expected, actual);
        singles.Train(3);
        Assert.All(singles.Weights, weight => Assert.Equal((float)weight, weight));
    }
}
