using System.Diagnostics;
using System.Globalization;
using Conv4Bench;
using MetaDsl;
using TorchSharp;

// What workload.py describes, declared in Experiments.cs and trained as anyone trains it:
//   Conv4Bench --check FOLDER   leaves the meta-gradients of the examples in the folder
//   Conv4Bench FORM [--quick]   prints the iterations a second of one form
if (args is ["--check", var folder])
{
    using var one = new SecondOrder1();
    using var five = new SecondOrder5();
    using var first = new FirstOrder5();
    one.Check(folder);
    five.Check(folder);
    first.Check(folder);
    return;
}

// Both cores, as the peer.
torch.set_num_threads(2);
using IExperiment experiment = args[0] switch
{
    "second_order_1" => new SecondOrder1(),
    "second_order_5" => new SecondOrder5(),
    _ => new FirstOrder5(),
};
var (warmUp, window) = args.Contains("--quick") ? (1, 2) : (3, 12);
var times = new List<double>();
var clock = Stopwatch.StartNew();
// An iteration at a time, each with a listener, for that is what training costs which people watch.
while (clock.Elapsed.TotalSeconds < warmUp + window || times.Count < (window == 2 ? 1 : 3))
{
    var started = clock.Elapsed.TotalSeconds;
    experiment.Train(new TrainingOptions { Iterations = 1 }, new Progress<TrainingProgress>());
    if (started >= warmUp) times.Add(clock.Elapsed.TotalSeconds - started);
}

times.Sort();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{args[0]} {1 / times[times.Count / 2]:F4}"));
