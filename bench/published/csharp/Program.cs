using System.Globalization;
using MetaDsl;
using Published;

// Trains the published experiment in three forms with three seeds, and holds the errors against what is known of them.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var isQuick = args.Contains("--quick");
long[] seeds = isQuick ? [1] : [1, 2, 3];
var missed = 0;
Console.WriteLine("| experiment          | seed | before | after 1 | after 5 | after 10 | median after 10 | diverged after 10 | bar               | held |");
Console.WriteLine("|---------------------|-----:|-------:|--------:|--------:|---------:|----------------:|------------------:|-------------------|------|");
foreach (var seed in seeds)
{
    Report(new OneStep(seed), seed, "after 1: 0.33-0.42", rows => rows[1].Mean is >= 0.33 and <= 0.42 && rows[10].Median < 0.15);
    Report(new OneStepFirstOrder(seed), seed, "after 1: 0.40-0.52", rows => rows[1].Mean is >= 0.40 and <= 0.52);
    Report(new FiveSteps(seed), seed, "after 5: < 0.09", rows => rows[5].Mean < 0.09);
}

return isQuick ? 0 : missed;

void Report(IExperiment experiment, long seed, string bar, Func<IReadOnlyList<ErrorStatistics>, bool> holds)
{
    using (experiment)
    {
        experiment.Train(new TrainingOptions { Iterations = isQuick ? 200 : null });
        var rows = experiment.Evaluate(new EvaluationOptions { Tasks = isQuick ? 50 : null }).Rows;
        var held = holds(rows);
        if (!held) missed++;
        Console.WriteLine(
            $"| {experiment.Name,-19} | {seed,4} | {rows[0].Mean,6:0.000} | {rows[1].Mean,7:0.0000} | {rows[5].Mean,7:0.0000} | {rows[10].Mean,8:0.0000} "
            + $"| {rows[10].Median,15:0.0000} | {rows[10].Diverged,17:P2} | {bar,-18}| {(isQuick ? "-" : held ? "yes" : "NO"),-4} |");
    }
}
