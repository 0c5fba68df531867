using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>The emitted evaluation and the fits that are drawn.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class EvaluationTests(EmittedExperiments emitted)
{
    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(60)]
    [InlineData(61)]
    public void Every_task_is_counted_once_after_every_step_whatever_the_size_of_a_meta_batch(int? tasks)
    {
        using var experiment = emitted.Make(Experiments.Usual);
        var reported = new List<EvaluationProgress>();
        var result = experiment.Experiment.Evaluate(new() { Tasks = tasks }, new Reports<EvaluationProgress>(reported.Add));
        Assert.Equal([0, 1, 2, 3, 4, 5], result.Rows.Select(row => row.Steps));
        Assert.All(result.Rows, row => Assert.Equal(tasks ?? 12, row.Tasks));
        Assert.All(result.Rows, row => Assert.True(double.IsFinite(row.Mean)));
        Assert.Equal(new EvaluationProgress(tasks ?? 12, tasks ?? 12), reported[^1]);
        Assert.Equal(((tasks ?? 12) + 4) / 5, reported.Count);
    }

    [Fact]
    public void An_evaluation_without_options_is_named()
    {
        using var experiment = emitted.Make(Experiments.Usual);
        Assert.Equal("options", Assert.Throws<ArgumentNullException>(() => experiment.Experiment.Evaluate(null!)).ParamName);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    public void An_evaluation_goes_to_as_many_steps_as_it_is_told(int steps)
    {
        using var experiment = emitted.Make(Experiments.Usual);
        var declared = experiment.Experiment.Evaluate(new());
        var told = experiment.Experiment.Evaluate(new() { Steps = steps });
        Assert.Equal(steps, told.Rows[^1].Steps);
        for (var step = 0; step <= Math.Min(steps, 5); step++) Assert.Equal(declared.After(step), told.After(step));
    }

    [Fact]
    public void An_evaluation_is_the_same_again_and_disturbs_no_training()
    {
        using var disturbed = emitted.Make(Experiments.Usual);
        using var undisturbed = emitted.Make(Experiments.Usual);
        disturbed.Train(5);
        var first = disturbed.Experiment.Evaluate(new());
        Assert.Equal(first.Rows, disturbed.Experiment.Evaluate(new()).Rows);
        disturbed.SampleFits(1, 9);
        disturbed.Train(5);
        undisturbed.Train(10);
        Assert.Equal(undisturbed.Weights, disturbed.Weights);
        Assert.NotEqual(first.Rows, disturbed.Experiment.Evaluate(new()).Rows);
    }

    [Fact]
    public void A_cancelled_evaluation_ends_in_an_exception()
    {
        using var experiment = emitted.Make(Experiments.Usual);
        using var cancellation = new CancellationTokenSource();
        var reports = 0;
        var progress = new Reports<EvaluationProgress>(_ =>
        {
            if (++reports == 2) cancellation.Cancel();
        });
        Assert.Throws<OperationCanceledException>(() => experiment.Experiment.Evaluate(new() { Tasks = 60 }, progress, cancellation.Token));
        Assert.Equal(2, reports);
    }

    [Fact]
    public void Fits_of_an_input_without_an_interval_are_in_its_order()
    {
        using var experiment = emitted.Make(Experiments.Functions);
        foreach (var fit in experiment.SampleFits(7, 30)) Assert.Equal(fit.X.Order(), fit.X);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(51)]
    public void Fits_are_what_the_adapted_reference_predicts_over_the_whole_interval(int points)
    {
        using var experiment = emitted.Make(Experiments.Usual);
        experiment.Train(20);
        var (maml, weights) = (Experiments.Usual.Reference, experiment.Weights);
        var fits = experiment.SampleFits(3, points);
        Assert.Equal(3, fits.Select(fit => fit.SupportX[0]).Distinct().Count());
        foreach (var fit in fits)
        {
            Assert.Equal((5, 5, points, points), (fit.SupportX.Length, fit.SupportY.Length, fit.X.Length, fit.Truth.Length));
            Assert.Equal((-2f, 2f), (fit.X[0], fit.X[^1]));
            Assert.Equal([0, 1, 2, 5], fit.Predictions.Select(prediction => prediction.Steps));
            var path = maml.Adapt(weights, new([.. fit.SupportX.Select(Row)], [.. fit.SupportY.Select(Row)]), 5);
            foreach (var (steps, y) in fit.Predictions)
            {
                Assert.Equal(points, y.Length);
                for (var i = 0; i < points; i++) Assert.Equal(maml.Network.Predict(path[steps], Row(fit.X[i]))[0], y[i], 1e-5);
            }
        }

        static double[] Row(float number) => [number];
    }

    [Fact]
    public void Fits_are_of_the_first_tasks_of_an_evaluation()
    {
        using var experiment = emitted.Make(Experiments.Usual);
        var evaluated = experiment.Experiment.Evaluate(new() { Tasks = 12 });
        var fits = experiment.SampleFits(12, 100);
        foreach (var steps in (int[])[0, 1, 5])
        {
            var errors = fits.Select(fit => fit.Predictions
                .Single(prediction => prediction.Steps == steps)
                .Y.Zip(fit.Truth, (y, truth) => Math.Pow(y - truth, 2))
                .Average());
            Assert.Equal(evaluated.After(steps).Mean, errors.Average(), 1e-5);
        }
    }

    [Fact]
    public void The_support_points_of_a_fit_lie_on_its_true_function()
    {
        using var experiment = emitted.Make(Experiments.Usual);
        foreach (var fit in experiment.SampleFits(3, 2000))
        {
            for (var i = 0; i < fit.SupportX.Length; i++)
            {
                var nearest = Enumerable.Range(0, fit.X.Length).MinBy(at => Math.Abs(fit.X[at] - fit.SupportX[i]));
                Assert.Equal(fit.Truth[nearest], fit.SupportY[i], 5e-3);
            }
        }
    }
}
