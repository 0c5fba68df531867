using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using MetaDsl;
using TorchSharp;

// StrategiesBench [--quick] [--json]: networks by both ways to differentiate, an iteration of the one after an iteration of the other, so that
// whatever else the machine does slows both alike; and which way the compiler has chosen by itself.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
torch.set_num_threads(2);
var isQuick = args.Contains("--quick");
string[] networks =
[
    "Mlp", "Conv4", "Conv4Of32", "ResNet12", "SmallVit", "RowLstm", "SkipNet",
    "SeparableNet", "DepthwiseNet", "DilatedNet", "LongAttention", "ShortAttention",
];
var ratios = new List<string>();
Console.WriteLine("| network        | order  | compile time, it/s | autograd, it/s | ratio | the compiler chooses |");
Console.WriteLine("|----------------|--------|-------------------:|---------------:|------:|----------------------|");
// An iteration of a ResNet takes half a minute.
foreach (var network in networks.Where(network => !isQuick || network is "Mlp" or "DepthwiseNet"))
{
    foreach (var order in (string[])["Second", "First"])
    {
        var name = $"StrategiesBench.{network}{order}";
        using var ours = Make(name + "CompileTime");
        using var autograd = Make(name + "Autograd");
        var (left, right) = (new List<double>(), new List<double>());
        Step(ours);
        Step(autograd);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < (isQuick ? 0.5 : 10) || left.Count < 3;)
        {
            left.Add(Step(ours));
            right.Add(Step(autograd));
        }

        var (first, second) = (1 / Median(left), 1 / Median(right));
        ratios.Add($"\"{network}_{order.ToLowerInvariant()}\": {first / second:0.00}");
        Console.WriteLine(
            $"| {network,-14} | {order.ToLowerInvariant(),-6} | {first,18:0.00} | {second,14:0.00} | {first / second,5:0.00} | {Chosen(name),-20} |");
    }
}

if (args.Contains("--json")) Console.WriteLine($"{{{string.Join(", ", ratios)}}}");

static IExperiment Make(string name) => (IExperiment)Activator.CreateInstance(TypeOf(name), 1L)!;

static Type TypeOf(string name) => Type.GetType(name, throwOnError: true)!;

// A gradient that is written out needs no recorded copies of weights.
static string Chosen(string name) => TypeOf(name).GetNestedType("Weights", BindingFlags.NonPublic)!.GetMethod("Recorded") is null ? "compile time" : "autograd";

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
