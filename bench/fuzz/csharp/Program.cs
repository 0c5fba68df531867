using System.Globalization;
using MetaDsl.Tests.Data;

// FuzzBench SECONDS SEED [READER]: gives each reader, or one, mutated files for so long.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (seconds, seed) = (double.Parse(args[0]), long.Parse(args[1]));
var targets = FuzzTarget.All.Where(target => args.Length < 3 || args[2] == target.Name).ToArray();
if (targets.Length == 0)
{
    Console.Error.WriteLine($"There is no reader '{args[2]}'; there are {string.Join(", ", FuzzTarget.All.Select(target => target.Name))}.");
    return 2;
}

Console.WriteLine($"{"reader",-8}{"cases",12}{"read",12}{"refused",12}{"slowest",12}{"most memory",14}");
var failed = false;
foreach (var target in targets)
{
    var end = Environment.TickCount64 + (long)(1000 * seconds);
    var result = Fuzzer.Run(target, seed, _ => Environment.TickCount64 >= end);
    Console.WriteLine(
        $"{result.Target,-8}{result.Cases,12}{result.Accepted,12}{result.Cases - result.Accepted,12}{result.SlowestSeconds * 1000,9:0.0} ms{result.MostBytes / 1048576.0,11:0.0} MB");
    if (result.Failure is null) continue;
    Console.WriteLine(result.Failure);
    failed = true;
}

return failed ? 1 : 0;
