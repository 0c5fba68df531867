using System.Diagnostics;
using System.Globalization;
using EpisodesBench;
using MetaDsl;
using TorchSharp;

// The tasks that Experiments.cs declares, drawn from DATA/omniglot and trained on as anyone does:
//   EpisodesBench --check DATA FILE   leaves the tasks of an iteration in the file
//   EpisodesBench DATA [--quick]      prints the episodes a second, and the seconds of sampling and of a whole iteration
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--check", var from, var file])
{
    using var one = new Conv4Maml { Data = new DataOptions { Folder = from } };
    one.Check(file);
    return;
}

// Both cores, for sampling as for the rest of an iteration.
const int Threads = 2;
// A round of one call would slip through between whatever else the machine does, and the peer's rounds cannot.
const int CallsOfRound = 20;
torch.set_num_threads(Threads);
var isQuick = args.Contains("--quick");
using var experiment = new Conv4Maml { Data = new DataOptions { Folder = args[0] } };
var batch = 0L;

// By time, for what is called often is compiled anew meanwhile.
var warmUp = Stopwatch.StartNew();
while (warmUp.Elapsed.TotalSeconds < (isQuick ? 0.5 : 2)) experiment.Sample(batch++);

var rounds = new List<double>();
while (rounds.Count < (isQuick ? 5 : 21))
{
    rounds.Add(SecondsOf(() =>
    {
        for (var i = 0; i < CallsOfRound; i++) experiment.Sample(batch++);
    }));
}

// A sampling after each iteration, for there it meets the caches as training leaves them.
var (iterations, samplings) = (new List<double>(), new List<double>());
experiment.Train(new TrainingOptions { Iterations = isQuick ? 1 : 2 });
while (iterations.Count < (isQuick ? 3 : 7))
{
    iterations.Add(SecondsOf(() => experiment.Train(new TrainingOptions { Iterations = 1 })));
    samplings.Add(SecondsOf(() => experiment.Sample(batch++)));
}

Console.WriteLine($"threads {torch.get_num_threads()}");
Console.WriteLine($"episodes {CallsOfRound * Conv4Maml.TasksOfBatch / Median(rounds):F1}");
Console.WriteLine($"sampling {Median(samplings):F6}");
Console.WriteLine($"iteration {Median(iterations):F6}");

static double SecondsOf(Action action)
{
    var clock = Stopwatch.StartNew();
    action();
    return clock.Elapsed.TotalSeconds;
}

static double Median(List<double> times)
{
    times.Sort();
    return times[times.Count / 2];
}
