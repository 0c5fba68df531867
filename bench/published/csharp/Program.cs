using System.Globalization;
using MetaDsl;
using Published;

// Trains the published experiment in three forms, and holds the errors at the end against what is known of them; beside them where that
// error was in the last 20 000 iterations, for what is known is of one moment, too.
//   Published SEED [--quick]   prints a row for each form, and exits with the number of bars missed
const int Pieces = 35, Watched = 10, TasksOnTheWay = 2_000;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var isQuick = args.Contains("--quick");
var seed = long.Parse(args[0]);
var missed = 0;
Report(new OneStep(seed), 1, "after 1: 0.33-0.42", rows => rows[1].Mean is >= 0.33 and <= 0.42 && rows[10].Median < 0.15);
Report(new OneStepFirstOrder(seed), 1, "after 1: 0.40-0.52", rows => rows[1].Mean is >= 0.40 and <= 0.52);
Report(new FiveSteps(seed), 5, "after 5: < 0.09", rows => rows[5].Mean < 0.09);
return isQuick ? 0 : missed;

void Report(IExperiment experiment, int steps, string bar, Func<IReadOnlyList<ErrorStatistics>, bool> holds)
{
    using (experiment)
    {
        var iterations = isQuick ? 210 : experiment.Summary.Iterations;
        var seen = new List<double>();
        for (var piece = 1; piece <= Pieces; piece++)
        {
            experiment.Train(new TrainingOptions { Iterations = iterations / Pieces });
            if (piece is >= Pieces - Watched and < Pieces) seen.Add(Evaluate(TasksOnTheWay)[steps].Mean);
        }

        var rows = Evaluate(experiment.Summary.EvaluationTasks);
        seen.Add(rows[steps].Mean);
        var held = holds(rows);
        if (!held) missed++;
        Console.WriteLine(
            $"| {experiment.Name,-22} | {seed,4} | {rows[0].Mean,6:0.000} | {Shown(rows[1].Mean)} | {Shown(rows[5].Mean)} | {Shown(rows[10].Mean)} "
            + $"| {Shown(rows[10].Median)} | {rows[10].Diverged,8:P2} | {seen.Min():0.00} to {seen.Max():0.00}       "
            + $"| {bar,-18} | {(isQuick ? "-" : held ? "yes" : "NO"),-4} |");
    }

    // A few tasks that diverge take a mean to where its digits say nothing.
    static string Shown(double error) => $"{(error < 1_000 ? $"{error:0.0000}" : $"{error:0.0e0}"),8}";

    IReadOnlyList<ErrorStatistics> Evaluate(int tasks) => experiment.Evaluate(new EvaluationOptions { Tasks = isQuick ? 50 : tasks }).Rows;
}
