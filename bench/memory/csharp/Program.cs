using System.Globalization;
using MetaDsl;
using MemoryBench;
using TorchSharp;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args[0] == "flat") return Flat(args.Contains("--quick") ? 40_000 : 100_000);

using var experiment = Make(args[0]);
experiment.Train(new TrainingOptions { Iterations = 20 });
Console.WriteLine($"{args[0]} {Peak():0.0}");
return 0;

static IExperiment Make(string name) => name switch
{
    nameof(FiveSteps) => new FiveSteps(1),
    nameof(FiftySteps) => new FiftySteps(1),
    nameof(FiftyStepsRecomputed) => new FiftyStepsRecomputed(1),
    _ => throw new ArgumentException($"'{name}' is no experiment of this bench", nameof(name)),
};

// Trains on, and looks at the tensors alive and the resident memory on the way. What the managed heap holds to allocate from is given back
// before each look: it grows until the first collection, after some 2000 iterations, and is no leak.
static int Flat(int iterations)
{
    const double Megabytes = 2;
    using var experiment = new OneStep(1);
    var done = 0;
    var early = TrainTo(1_000);
    var settled = TrainTo(iterations / 10);
    var last = TrainTo(iterations);
    return early.Tensors == last.Tensors && last.Memory < settled.Memory + Megabytes && last.Memory < 1.1 * early.Memory ? 0 : 1;

    (long Tensors, double Memory) TrainTo(int iteration)
    {
        experiment.Train(new TrainingOptions { Iterations = iteration - done });
        done = iteration;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var seen = (Tensors: torch.Tensor.TotalCount, Memory: Resident());
        Console.WriteLine($"after {iteration,6} iterations: {seen.Tensors} tensors alive, {seen.Memory:0.0} MB resident");
        return seen;
    }
}

static double Resident() => Status("VmRSS");

static double Peak() => Status("VmHWM");

// Linux tells both in kB.
static double Status(string field) => File.ReadLines("/proc/self/status")
    .Where(line => line.StartsWith(field + ":", StringComparison.Ordinal))
    .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024)
    .First();
