using System.Diagnostics;
using System.Globalization;
using MetaDsl;
using TorchSharp;

// StrategiesBench [--quick] [NETWORK]: each standard network by both ways to differentiate, an iteration of the one after an iteration of the
// other, so that whatever else the machine does slows both alike.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
torch.set_num_threads(2);
var window = args.Contains("--quick") ? 1.0 : 10.0;
var wanted = args.FirstOrDefault(arg => !arg.StartsWith('-'));
Console.WriteLine("| network   | order  | compile time, it/s | autograd, it/s | ratio |");
Console.WriteLine("|-----------|--------|-------------------:|---------------:|------:|");
string[] networks = ["Mlp", "Conv4", "Conv4Of32", "ResNet12", "SmallVit", "RowLstm", "SkipNet"];
foreach (var network in networks.Where(network => wanted is null || network == wanted))
{
    foreach (var order in (string[])["Second", "First"])
    {
        using var ours = Make($"StrategiesBench.{network}{order}CompileTime");
        using var autograd = Make($"StrategiesBench.{network}{order}Autograd");
        var (left, right) = (new List<double>(), new List<double>());
        Step(ours);
        Step(autograd);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < window || left.Count < 3;)
        {
            left.Add(Step(ours));
            right.Add(Step(autograd));
        }

        var (first, second) = (1 / Median(left), 1 / Median(right));
        Console.WriteLine($"| {network,-9} | {order.ToLowerInvariant(),-6} | {first,18:0.00} | {second,14:0.00} | {first / second,5:0.00} |");
    }
}

static IExperiment Make(string name) => (IExperiment)Activator.CreateInstance(Type.GetType(name, throwOnError: true)!, 1L)!;

static double Step(IExperiment experiment)
{
    var clock = Stopwatch.StartNew();
    experiment.Train(new TrainingOptions { Iterations = 1 });
    return clock.Elapsed.TotalSeconds;
}

static double Median(List<double> times)
{
    times.Sort();
    return times[times.Count / 2];
}
