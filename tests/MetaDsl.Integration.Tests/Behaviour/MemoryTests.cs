using MetaDsl.Integration.Tests.Contract;
using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>Generated code disposes every tensor that it makes, without waiting for the garbage collector.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class MemoryTests(EmittedExperiments emitted)
{
    [TensorMemoryFact]
    public void Training_keeps_no_tensor()
    {
        var trained = Experiments.Optimizers.Select(one => one.Declaration).Append(Experiments.Usual).Append(Experiments.OneStep);
        foreach (var (declaration, strategy) in Each(trained))
        {
            using var experiment = emitted.Make(declaration, strategy);
            experiment.Train(1);
            var before = TensorMemory.LiveTensors;
            var counts = new HashSet<long>();
            experiment.Train(300, new Reports<TrainingProgress>(_ => counts.Add(TensorMemory.LiveTensors)));
            Assert.True(counts.SetEquals([before]), $"{before} tensors before, then {string.Join(", ", counts)}\n{declaration}");
        }
    }

    [TensorMemoryFact]
    public void A_disposed_experiment_leaves_no_tensor_whatever_it_did()
    {
        foreach (var (declaration, strategy) in Each(Experiments.All.Except([Experiments.Elsewhere, .. Experiments.Diverging])))
        {
            var before = TensorMemory.LiveTensors;
            using (var experiment = emitted.Make(declaration, strategy))
            {
                experiment.Train(2);
                experiment.Experiment.Evaluate(new() { Tasks = 6 });
                experiment.SampleFits(2, 4);
                using var learner = experiment.Adapt(MetaCase.DrawTask(declaration, new Random(1)).Support);
                learner.Predict(1, 2);
            }

            Assert.True(before == TensorMemory.LiveTensors, $"{TensorMemory.LiveTensors - before} tensors are left by\n{declaration}");
        }
    }

    [TensorMemoryFact]
    public void Training_that_diverges_leaves_no_tensor()
    {
        foreach (var declaration in Experiments.Diverging)
        {
            var before = TensorMemory.LiveTensors;
            using (var experiment = emitted.Make(declaration)) Assert.Throws<TrainingDivergedException>(() => experiment.Train(1000));
            Assert.True(before == TensorMemory.LiveTensors, $"{TensorMemory.LiveTensors - before} tensors are left by\n{declaration}");
        }
    }

    [TensorMemoryFact]
    public void The_peak_of_a_meta_gradient_grows_with_the_steps_at_most_and_not_at_all_in_first_order()
    {
        var peaks = Experiments.Long.ToDictionary(declaration => declaration.Name, Peak);
        // The least there must have been, and the most there may be: 1761 adapted weights of 8 bytes for each of 25 tasks a step, 2020
        // numbers beside them where a step keeps what the way back needs (five times 400, twice 10), and two steps' worth in passing.
        const long Adapted = 25 * 1761 * 8;
        const long Kept = 25 * 2020 * 8;
        Assert.All(peaks.Values, peak => Assert.True(peak >= Adapted, Shown()));
        Assert.True(peaks["FiftySteps"] < 52 * (Adapted + Kept), Shown());
        Assert.True(peaks["FiftyRecomputedSteps"] < 0.7 * peaks["FiftySteps"], Shown());
        Assert.True(peaks["FiftyFirstOrderSteps"] < 2 * peaks["FiveFirstOrderSteps"], Shown());

        string Shown() => string.Join("\n", peaks.Select(peak => $"{peak.Key}: {peak.Value / 1024} KiB at once"));
    }

    // torch.autograd does not change what surrounds the gradients, so one experiment stands for all.
    private static IEnumerable<(Declaration Declaration, DerivativeStrategy Strategy)> Each(IEnumerable<Declaration> declarations) =>
        declarations.Select(one => (one, DerivativeStrategy.CompileTime)).Append((Experiments.Usual, DerivativeStrategy.Autograd));

    private long Peak(Declaration declaration)
    {
        using var experiment = emitted.Make(declaration);
        var tasks = experiment.TrainingTasks(0);
        return TensorMemory.PeakOf(() => experiment.MetaGradient(tasks));
    }
}
