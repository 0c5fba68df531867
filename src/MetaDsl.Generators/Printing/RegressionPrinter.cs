using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>
/// Prints the sampling of regression tasks: parameters once a task, inputs for every example, the target from both; and fits to draw.
/// </summary>
internal sealed class RegressionPrinter(
    SourceWriter writer, ExperimentSpec spec, RegressionTaskSpec tasks, BodyMaker body, PassPrinter passes) : TaskPrinter
{
    private readonly DrawPrinter draws = new(writer, tasks);

    public override string Interface => IsDrawn ? "IRegressionExperiment" : "IExperiment";

    public override string Measure => "ErrorOfEach";

    public override string Measured => "error";

    public override string TestTasks => "SampleTestTasks(options.Part, done / MetaBatch, TestPoints)";

    public override string Summary =>
        $"{tasks.Name}: {Words.Plural(tasks.Shots, "shot")}, {tasks.Queries} {(tasks.Queries == 1 ? "query" : "queries")}, "
        + $"{tasks.Target.Name} = {tasks.Target.Text}";

    private int Inputs => tasks.InputWidth;

    private string InputsInWords => Words.Plural(Inputs, "input");

    private bool IsDrawn => Inputs == 1;

    private string Singles => SinglesOf(spec);

    // Before adapting, after the steps that the network was trained for, and after the usual ones.
    private IEnumerable<int> DrawnSteps =>
        new SortedSet<int> { 0, 1, 5, 10, spec.Inner.Steps }.Where(steps => steps <= Math.Max(spec.Evaluation.Steps, spec.Inner.Steps));

    public override IEnumerable<string> Constants => [$"Shots = {tasks.Shots}", $"Queries = {tasks.Queries}"];

    public override string AdaptSummary =>
        $"{tasks.Shots} examples on the experiment's device, "
        + $"x as {(Inputs == 1 ? "[Shots, 1] or that many numbers" : $"[Shots, {Inputs}]")}, y as [Shots, 1] or that many numbers.";

    public override string AdaptStatements =>
        $$"""
        if (x.numel() != Shots{{(Inputs == 1 ? "" : $" * {Inputs} || x.size(-1) != {Inputs}")}} || y.numel() != Shots)
        {
            throw new ArgumentException(
                $"'{Name}' adapts to {Shots} examples of {{InputsInWords}}, {{Given}}
                + "{{(Inputs == 1 ? "" : $"give x as [Shots, {Inputs}], or ")}}declare the tasks with that many 'Shots'.");
        }

        using var supportX = x.reshape(1, Shots, {{Inputs}});
        using var supportY = y.reshape(1, Shots, 1);
        """;

    private string Given => Inputs == 1 ? "but x has {x.numel()} numbers and y {y.numel()}; \"" : ShapesGiven;

    public override string PredictSummary =>
        $"The prediction at each of <paramref name=\"x\"/>, which is {(Inputs == 1 ? "n numbers, or [n, 1]" : $"[n, {Inputs}]")}: [n, 1].";

    public override string PredictCheck => RowsCheck(spec, "inputs");

    public override void WriteMore(InnerLoopPrinter inner)
    {
        if (!IsDrawn) return;
        WriteFitMethods(inner);
    }

    public override void AddRecords(Records records, string members)
    {
        records.Named(
            ["Tasks"],
            $"The examples of a batch of tasks: x is [tasks, examples, {Inputs}], y is [tasks, examples, 1].",
            [("Tensor", "SupportX"), ("Tensor", "SupportY"), ("Tensor", "QueryX"), ("Tensor", "QueryY")],
            members);
        records.Named(
            ["TaskParameters"],
            "What each task draws once.",
            [.. tasks.Parameters.Select(parameter => ("Tensor", CSharpLiteral.Identifier(parameter.Name)))]);
    }

    public override void WriteSampling()
    {
        var examples = $"{tasks.Shots} support and {tasks.Queries} query examples";
        writer.Lines(
            $$"""
            /// <summary>Draws tasks, each with {{examples}}; the same seed draws the same.</summary>
            private Tasks SampleTasks(long seed, int count)
            {
                generator.manual_seed(seed);
                using var parameters = SampleParameters(count);
                var supportX = SampleX(count, Shots);
                var queryX = SampleX(count, Queries);

                {{MakeTasks(observeQueries: true).Replace("\n", "\n    ")}}
            }

            """);
        draws.Write();
        if (tasks.Target is GaussianProcessSpec process) new ProcessPrinter(writer, process).Write();
        else if (tasks.Target is FunctionSpec function) WriteTarget(function);
        if (tasks.Noise > 0)
        {
            writer.Lines(
                $$"""
                /// <summary>Adds normal noise with a standard deviation of {{CSharpLiteral.Of(tasks.Noise)}}.</summary>
                private Tensor Observe(Tensor y)
                {
                    using var noise = torch.empty_like(y);
                    noise.normal_(0.0, {{CSharpLiteral.Of(tasks.Noise)}}, generator);
                    return y.add_(noise);
                }

                """);
        }
    }

    // What an evaluation judges by is the truth.
    private string MakeTasks(bool observeQueries)
    {
        var isProcess = tasks.Target is GaussianProcessSpec;
        string Target(string part, bool observe)
        {
            var target = isProcess ? $"{part}Y" : $"Target(parameters, {part}X)";
            return observe && tasks.Noise > 0 ? $"Observe({target})" : target;
        }

        return (isProcess ? "var (supportY, queryY) = SampleFunctions(parameters, supportX, queryX);\n" : "") +
            $$"""
            return new Tasks
            {
                SupportX = supportX,
                SupportY = {{Target("support", observe: true)}},
                QueryX = queryX,
                QueryY = {{Target("query", observeQueries)}},
            };
            """;
    }

    private void WriteTarget(FunctionSpec function)
    {
        var target = body(TaskTarget.Build(tasks, function), ["parameters", "x"]);
        writer.Lines($"/// <summary>{CSharpLiteral.Xml($"{function.Name} = {function.Text}")}</summary>");
        writer.Block($"private {(target.NeedsDevice ? "" : "static ")}Tensor Target(TaskParameters parameters, Tensor x)", () =>
        {
            if (tasks.Inputs.Count > 1) draws.WriteColumns();
            target.WriteTo(writer);
            writer.Lines($"return {target.Output("Target")};");
        });
        writer.Blank();
    }

    public override void WriteTestTasks()
    {
        var input = tasks.Inputs[0];
        var isGrid = Inputs == 1 && input.Kind == DistributionKind.Uniform;
        var where = isGrid ? "even points of the whole interval" : "points drawn as in training";
        writer.Lines($"/// <summary>Draws a batch of tasks to evaluate on, with their true values at {where}.</summary>");
        writer.Block("private Tasks SampleTestTasks(TaskPart part, long batch, int points)", () =>
        {
            writer.Lines("generator.manual_seed(SeedOf(UseOf(part), batch));");
            writer.Lines("using var parameters = SampleParameters(MetaBatch);");
            writer.Lines("var supportX = SampleX(MetaBatch, Shots);");
            if (isGrid)
            {
                var (first, last) = (CSharpLiteral.Of(input.First), CSharpLiteral.Of(input.Second));
                writer.Lines($"using var grid = torch.linspace({first}, {last}, points, Type, device);");
                writer.Lines("using var column = grid.view(1, -1, 1);");
                writer.Lines("using var repeated = column.expand(MetaBatch, points, 1);");
                writer.Lines("var queryX = repeated.contiguous();");
            }
            else if (IsDrawn)
            {
                writer.Lines("using var drawn = SampleX(MetaBatch, points);");
                writer.Lines("// In order, as curves are drawn.");
                writer.Lines("var (queryX, order) = drawn.sort(1);");
                writer.Lines("order.Dispose();");
            }
            else
            {
                writer.Lines("var queryX = SampleX(MetaBatch, points);");
            }

            writer.Blank().Lines(MakeTasks(observeQueries: false));
        });
        writer.Blank().Lines(UseOf);
    }

    public override void WriteShowTasks(string mode)
    {
        var names = tasks.Inputs.SelectMany(input => input.Length is null
            ? [input.Name]
            : Enumerable.Range(0, input.Width).Select(i => $"{input.Name}[{CSharpLiteral.Of(i)}]"));
        var inputs = $"[{string.Join(", ", names.Select(CSharpLiteral.Of))}]";
        var target = CSharpLiteral.Of(tasks.Target.Name);
        writer.Lines(
            $$"""
            /// <summary>Draws tasks to look at: the first of a part.</summary>
            public IReadOnlyList<DrawnTask> ShowTasks(TaskPart part, int count, CancellationToken cancellation = default)
            {
                {{mode.Replace("\n", "\n    ")}}var drawn = new List<DrawnTask>();
                for (var batch = 0; drawn.Count < count; batch++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    using var tasks = SampleTestTasks(part, batch, TestPoints);
                    var (supportX, supportY) = ({{Singles}}(tasks.SupportX), {{Singles}}(tasks.SupportY));
                    var (queryX, queryY) = ({{Singles}}(tasks.QueryX), {{Singles}}(tasks.QueryY));
                    for (var task = 0; task < MetaBatch && drawn.Count < count; task++)
                    {
                        drawn.Add(DrawnFunction.Of({{inputs}}, {{target}}, supportX, supportY, queryX, queryY, task, MetaBatch));
                    }
                }

                return drawn;
            }

            """);
    }

    private string FindTestStep => passes.FindTestStep("steps").Replace("\n", "\n        ");

    private void WriteFitMethods(InnerLoopPrinter inner) => writer.Lines(
        $$"""
        /// <summary>Adapts to the first tasks of an evaluation and predicts at ascending points.</summary>
        public IReadOnlyList<AdaptedFit> SampleFits(int count, int points)
        {
            {{inner.Mode.Replace("\n", "\n    ")}}var fits = new List<AdaptedFit>();
            for (var batch = 0; fits.Count < count; batch++) AddFits(fits, batch, Math.Min(MetaBatch, count - fits.Count), points);
            return fits;
        }

        private void AddFits(List<AdaptedFit> fits, int batch, int count, int points)
        {
            using var tasks = SampleTestTasks(TaskPart.Test, batch, points);
            var predictions = new List<(int Steps, float[] Y)>();
            foreach (var steps in (int[])[{{string.Join(", ", DrawnSteps)}}])
            {
                using var adapted = AdaptEach(tasks, steps);
                {{FindTestStep}}using var prediction = PredictEach(adapted, tasks.QueryX{{passes.TasksTestArguments}});
                predictions.Add((steps, {{Singles}}(prediction)));
            }

            var (supportX, supportY) = ({{Singles}}(tasks.SupportX), {{Singles}}(tasks.SupportY));
            var (x, truth) = ({{Singles}}(tasks.QueryX), {{Singles}}(tasks.QueryY));
            for (var task = 0; task < count; task++)
            {
                var (support, query) = ((task * Shots)..((task + 1) * Shots), (task * points)..((task + 1) * points));
                fits.Add(new AdaptedFit
                {
                    SupportX = supportX[support],
                    SupportY = supportY[support],
                    X = x[query],
                    Truth = truth[query],
                    Predictions = predictions.ConvertAll(prediction => new FitPrediction(prediction.Steps, prediction.Y[query])),
                });
            }
        }

        """);
}
