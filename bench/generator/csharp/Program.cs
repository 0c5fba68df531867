using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Experiments = 50;
const double EditBar = 15, LayerBar = 20, ColdBar = 500;
var edits = args.Contains("--quick") ? 11 : 101;
// The package of the C# compiler has no native code, unlike the compiler in an editor: it is measured when it has been compiled.
var warmUps = args.Contains("--quick") ? 10 : 400;

// The first run compiles the compiler, on another project.
var first = Make("Warm").Generate();
var solution = Make("Trained");
var cold = solution.Generate();
Expect(Experiments, first.Emitted, "the first run");
Expect(Experiments, cold.Emitted, "a cold run");

var unrelated = Median("an edit of an unrelated file", 0, i => (Solution.Unrelated, $"class Unrelated {{ int x{i}; }}"));
var related = Median("an edit of an experiment", 1, i =>
{
    var number = i % Experiments;
    return (Solution.FileOf(number), Solution.Experiment("Trained", number, 0.02 + (i / 10_000.0)));
});
var layer = Median("an edit of a layer", 1, i =>
{
    var number = i % Experiments;
    return (Solution.FileOf(number), Solution.Experiment("Trained", number, wider: 1 + i));
});

var warm = Make("Again").Generate();
Expect(Experiments, warm.Emitted, "a new project");

Console.WriteLine($"{Experiments} experiments on {Experiments} models, {edits} edits each     ms    bar  emitted");
Print("first run of the process, JIT included", first.Time, "", first.Emitted);
Print("second run, on another project", cold.Time, $"{ColdBar}", cold.Emitted);
Print("the same after all edits, on a third", warm.Time, $"{ColdBar}", warm.Emitted);
Print("after an edit of an unrelated file", unrelated, $"{EditBar}", 0);
Print("after an edit of one experiment", related, $"{EditBar}", 1);
Print("after an edit of one layer", layer, $"{LayerBar}", 1);
if (args.Contains("--json"))
{
    Console.WriteLine(
        $$"""{"first_ms": {{first.Time:F1}}, "cold_ms": {{cold.Time:F1}}, "cold_compiled_ms": {{warm.Time:F1}},"""
        + $$""" "unrelated_edit_ms": {{unrelated:F2}}, "edit_ms": {{related:F2}}, "layer_edit_ms": {{layer:F2}}}""");
}

return 0;

Solution Make(string name) => new(name, Enumerable.Range(0, Experiments).Select(i => (Solution.FileOf(i), Solution.Experiment(name, i))));

double Median(string what, int expected, Func<int, (string File, string Text)> edit)
{
    var times = new List<double>();
    for (var i = 0; i < warmUps + edits; i++)
    {
        var (file, text) = edit(i);
        solution.Edit(file, text);
        var (time, emitted) = solution.Generate();
        Expect(expected, emitted, what);
        if (i >= warmUps) times.Add(time);
    }

    times.Sort();
    return times[edits / 2];
}

static void Expect(int expected, int emitted, string what)
{
    if (emitted != expected) throw new InvalidOperationException($"{what} emits {emitted} files, not {expected}");
}

static void Print(string what, double time, string bar, int emitted) => Console.WriteLine($"{what,-46} {time,8:F1} {bar,6} {emitted,8}");
