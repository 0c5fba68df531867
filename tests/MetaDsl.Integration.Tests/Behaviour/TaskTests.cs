using System.Runtime.Loader;
using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>The tasks that emitted code draws are those that were declared.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class TaskTests(EmittedExperiments emitted)
{
    [Fact]
    public void Targets_are_what_the_expression_gives_in_CSharp()
    {
        using var experiment = emitted.Make(Experiments.Functions);
        foreach (var examples in experiment.TrainingTasks(3).SelectMany(task => new[] { task.Support, task.Query }))
        {
            for (var i = 0; i < examples.Count; i++) Assert.Equal(Expected(examples.X[i][0]), examples.Y[i][0], 1e-13);
        }

        static double Expected(double x) => (Math.Sin(x) * Math.Cos(2 * x)) - Math.Exp(-x)
            + (Math.Log((x * x) + 1) * Math.Sqrt(Math.Abs(x))) - (Math.Tanh(3 - x) / (x + 5));
    }

    [Fact]
    public void Numbers_divide_and_are_divided()
    {
        var declaration = new Declaration("Quotients") { Drawn = Experiments.Functions.Drawn, Target = "2 / (3 + X) - X / 4 + 1 / 8.0" };
        using var image = Compiler.Compile("Quotients", [declaration.ToSource(DerivativeStrategy.CompileTime)]);
        using var experiment = EmittedExperiments.Make(AssemblyLoadContext.Default.LoadFromStream(image), declaration, seed: 0);
        var examples = experiment.TrainingTasks(0)[0].Support;
        for (var i = 0; i < examples.Count; i++)
        {
            var x = examples.X[i][0];
            Assert.Equal((2 / (3 + x)) - (x / 4) + (1 / 8.0), examples.Y[i][0], 1e-13);
        }
    }

    [Fact]
    public void What_a_task_draws_is_one_number_for_all_its_examples_and_another_for_each_task()
    {
        using var experiment = emitted.Make(Experiments.Lines);
        var (slopes, offsets) = (new List<double>(), new List<double>());
        foreach (var task in experiment.TrainingTasks(0))
        {
            var x = task.Support.X.Concat(task.Query.X).Select(row => row[0]).ToArray();
            var y = task.Support.Y.Concat(task.Query.Y).Select(row => row[0]).ToArray();
            var (left, right) = (Array.IndexOf(x, x.Min()), Array.IndexOf(x, x.Max()));
            var slope = (y[right] - y[left]) / (x[right] - x[left]);
            var offset = y[left] - (slope * x[left]);
            for (var i = 0; i < x.Length; i++) Assert.Equal((slope * x[i]) + offset, y[i], 1e-12);
            slopes.Add(slope);
            offsets.Add(offset);
        }

        Assert.InRange(slopes.Min(), 1 - 1e-12, 1.02);
        Assert.InRange(slopes.Max(), 1.98, 2 + 1e-12);
        Assert.InRange(slopes.Average(), 1.46, 1.54);
        Assert.InRange(offsets.Average(), 2.9, 3.1);
        Assert.InRange(offsets.Sum(offset => Math.Pow(offset - 3, 2)) / offsets.Count, 0.2, 0.3);
    }
}
