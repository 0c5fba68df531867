using System.Diagnostics;
using System.Globalization;
using MetaDsl;
using SinusoidBench;
using TorchSharp;

// What workload.py describes, declared in Experiments.cs and trained as anyone trains it:
//   SinusoidBench --check FOLDER   leaves the meta-gradients of the examples in the folder
//   SinusoidBench [--quick]        prints for each number of inner steps the iterations a second
torch.set_num_threads(1);
using var oneStep = new OneStep();
using var fiveSteps = new FiveSteps();
if (args is ["--check", var folder])
{
    oneStep.Check(folder);
    fiveSteps.Check(folder);
    return;
}

var quick = args.Contains("--quick");
foreach (var experiment in (IExperiment[])[oneStep, fiveSteps])
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{experiment.Summary.InnerSteps} {Speed(experiment):F2}"));
}

// The median over windows of the iterations a second.
double Speed(IExperiment experiment)
{
    var (warmUp, window, windows) = quick ? (0.6, 0.1, 3) : (1.0, 0.4, 7);
    var count = 0;
    var clock = Stopwatch.StartNew();
    // In small portions, so that the runtime sees many calls and replaces its first, slow code.
    for (; clock.Elapsed.TotalSeconds < warmUp; count += 5) Train(experiment, 5);

    var iterations = Math.Max(1, (int)(count * window / clock.Elapsed.TotalSeconds));
    var speeds = new double[windows];
    for (var i = 0; i < windows; i++)
    {
        clock.Restart();
        Train(experiment, iterations);
        speeds[i] = iterations / clock.Elapsed.TotalSeconds;
    }

    Array.Sort(speeds);
    return speeds[windows / 2];
}

// With a listener, for that is what training costs which people watch.
static void Train(IExperiment experiment, int iterations) =>
    experiment.Train(new TrainingOptions { Iterations = iterations }, new Progress<TrainingProgress>());
