using System.Collections.Generic;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the sampling of regression tasks whose examples are rows of a table.</summary>
internal sealed class TableTaskPrinter(SourceWriter writer, ExperimentSpec spec, TableTaskSpec tasks) : TaskPrinter
{
    private readonly ExamplesPrinter examples = ExamplesPrinter.For(writer, spec, tasks.Data, Shape.Of(spec.Model.Input.Last + 1));

    public override string Interface => "IExperiment";

    public override string Measure => "ErrorOfEach";

    public override string Measured => "error";

    public override string TestTasks => ExamplesPrinter.TestTasks;

    public override string Summary =>
        $"{tasks.Name}: {Words.Plural(tasks.Shots, "shot")}, {tasks.Queries} {(tasks.Queries == 1 ? "query" : "queries")}, "
        + tasks.Data.Text;

    public override IEnumerable<string> Constants => [$"Shots = {tasks.Shots}", $"Queries = {tasks.Queries}", $"Inputs = {Inputs}"];

    public override IEnumerable<Factor> Numbers => examples.Numbers;

    public override string Prepare => examples.Prepare;

    public override string PrepareEvaluation => examples.PrepareEvaluation;

    public override string AdaptSummary =>
        $"{tasks.Shots} examples on the experiment's device as the network sees them, x as [Shots, {Inputs}], "
        + "y as [Shots, 1] or that many numbers.";

    public override string AdaptStatements =>
        $$"""
        if (x.numel() != Shots * Inputs{{OtherRows(spec)}} || y.numel() != Shots)
        {
            throw new ArgumentException(
                $"'{Name}' adapts to {Shots} examples of {Inputs} inputs, {{ShapesGiven}}
                + "give x as [Shots, Inputs], or declare the tasks with that many 'Shots'.");
        }

        using var supportX = x.reshape(1, Shots, Inputs);
        using var supportY = y.reshape(1, Shots, 1);
        """;

    public override string PredictSummary => $"The prediction at each of <paramref name=\"x\"/>, which is [n, {Inputs}]: [n, 1].";

    public override string PredictCheck => RowsCheck(spec, "inputs");

    private int Inputs => spec.Model.Input.Last;

    public override void WriteState() => examples.WriteState();

    public override void WriteDispose() => examples.WriteDispose();

    public override void AddRecords(Records records, string members) => records.Named(
        ["Tasks"],
        $"The examples of a batch of tasks: x is [tasks, examples, {Inputs}], y is [tasks, examples, 1].",
        [("Tensor", "SupportX"), ("Tensor", "SupportY"), ("Tensor", "QueryX"), ("Tensor", "QueryY")],
        members);

    public override void WriteSampling()
    {
        examples.WriteDrawing(
            $", each with {tasks.Shots} support and {tasks.Queries} query rows",
            """
            using var byTask = numbers.view(count, Shots + Queries, Inputs + 1);
            // The last column is the target.
            using var x = byTask.narrow(2, 0, Inputs);
            using var y = byTask.narrow(2, Inputs, 1);
            using var supportX = x.narrow(1, 0, Shots);
            using var supportY = y.narrow(1, 0, Shots);
            using var queryX = x.narrow(1, Shots, Queries);
            using var queryY = y.narrow(1, Shots, Queries);
            return new Tasks
            {
                SupportX = supportX.contiguous(),
                SupportY = supportY.contiguous(),
                QueryX = queryX.contiguous(),
                QueryY = queryY.contiguous(),
            };
            """);
        examples.Write();
    }

    public override void WriteTestTasks()
    {
        examples.WriteTestTasks();
        writer.Lines(UseOf);
    }

    public override void WriteShowTasks(string mode)
    {
        var names = tasks.Data.Source is TableSourceSpec { Columns: { Count: > 0 } columns } ? columns : new(Numbered());
        var target = ((TableSourceSpec)tasks.Data.Source).Target;
        writer.Lines(
            $$"""
            /// <summary>Draws tasks to look at: the first of a part.</summary>
            public IReadOnlyList<DrawnTask> ShowTasks(TaskPart part, int count, CancellationToken cancellation = default)
            {
                {{mode.Replace("\n", "\n    ")}}var classes = {{examples.ClassesFor}};
                using var tasks = DrawTasks(classes, random.Split(UseOf(part)), 0, count);
                var (supportX, supportY) = ({{SinglesOf(spec)}}(tasks.SupportX), {{SinglesOf(spec)}}(tasks.SupportY));
                var (queryX, queryY) = ({{SinglesOf(spec)}}(tasks.QueryX), {{SinglesOf(spec)}}(tasks.QueryY));
                string[] inputs = [{{string.Join(", ", System.Linq.Enumerable.Select(names, CSharpLiteral.Of))}}];
                var drawn = new List<DrawnTask>();
                for (var task = 0; task < count; task++)
                {
                    drawn.Add(DrawnFunction.Of(inputs, {{CSharpLiteral.Of(target)}}, supportX, supportY, queryX, queryY, task, count));
                }

                return drawn;
            }

            """);
    }

    public override void WriteMore(InnerLoopPrinter inner)
    {
    }

    // The data tell what columns they have when they are read.
    private IEnumerable<string> Numbered()
    {
        for (var i = 1; i <= Inputs; i++) yield return $"X{i}";
    }
}
