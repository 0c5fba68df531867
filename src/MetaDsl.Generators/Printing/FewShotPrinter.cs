using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the sampling of few-shot classification tasks from classes of examples.</summary>
internal class FewShotPrinter(SourceWriter writer, ExperimentSpec spec, FewShotTaskSpec tasks, PassPrinter passes) : TaskPrinter
{
    private readonly ExamplesPrinter examples = ExamplesPrinter.For(writer, spec, tasks.Examples, spec.Model.Input);

    public override string Interface => "IExperiment";

    public override string Measure => "AccuracyOfEach";

    public override string Measured => "accuracy";

    public override string TestTasks => ExamplesPrinter.TestTasks;

    public override string Summary =>
        $"{tasks.Name}: {Sizes}, {tasks.Queries} {(tasks.Queries == 1 ? "query" : "queries")} a class"
        + (tasks.Examples is DataSpec data ? $", {data.Text}" : "");

    public override IEnumerable<string> Constants =>
    [
        $"Ways = {tasks.Ways}", $"Shots = {tasks.Shots}", $"Queries = {tasks.Queries}",
        $"SupportExamples = {SupportCount}",
        "QueryExamples = Ways * Queries",
        .. examples.Constants,
    ];

    private string SupportCount => tasks.SupportExamples == tasks.Ways * tasks.Shots
        ? "Ways * Shots"
        : CSharpLiteral.Of(tasks.SupportExamples);

    public override IEnumerable<Factor> Numbers => examples.Numbers;

    public override string Prepare => examples.Prepare;

    public override string PrepareEvaluation => examples.PrepareEvaluation;

    public override string TrainingTasks => examples.TrainingTasks;

    public override string AdaptSummary =>
        $"{tasks.SupportExamples} examples on the experiment's device as the network sees them, x as [SupportExamples{Axes}], "
        + $"and the class of each, y as that many whole numbers from 0 to {tasks.Ways - 1}.";

    public override string AdaptStatements =>
        $$"""
        if (x.numel() != SupportExamples * {{Elements}}{{OtherRows(spec)}} || y.numel() != SupportExamples)
        {
            throw new ArgumentException(
                $"'{Name}' adapts to {SupportExamples} examples of {{Elements}} numbers, {{ShapesGiven}}
                + "give 'Shots' examples of each of 'Ways' classes.");
        }

        using var given = x.reshape(1, SupportExamples{{Axes}});
        using var supportX = given.contiguous();
        using var numbers = y.to(torch.ScalarType.Int64);
        using var labels = numbers.reshape(1, SupportExamples);
        using var supportY = torch.nn.functional.one_hot(labels, Ways);
        """;

    public override string PredictSummary =>
        $"What speaks for each class, of examples x, which are [n{Axes}]: [n, {tasks.Ways}]. The softmax of a row is the probabilities.";

    public override string PredictCheck => RowsCheck(spec, "numbers");

    /// <summary>What <c>AccuracyOfEach</c> does with a <c>prediction</c> and the truth <c>y</c>.</summary>
    protected virtual string Accuracy =>
        """
        using var predicted = prediction.argmax(2);
        using var truth = y.argmax(2);
        using var isRight = predicted.eq(truth);
        using var right = isRight.to(Type);
        return right.mean([1]);
        """;

    protected ExamplesPrinter Examples => examples;

    protected SourceWriter Writer => writer;

    protected ExperimentSpec Spec => spec;

    protected FewShotTaskSpec Declared => tasks;

    protected string Axes => string.Concat(spec.Model.Input.Sizes.Select(size => ", " + CSharpLiteral.Of(size)));

    /// <summary>How many numbers an example is.</summary>
    protected long Elements => spec.Model.Input.Elements;

    private string Sizes => tasks.IsRanged
        ? $"{Range(tasks.MinWays, tasks.Ways)} ways, {Range(tasks.MinShots, tasks.Shots)} shots"
        : $"{tasks.Ways}-way {tasks.Shots}-shot";

    protected static string Range(int least, int most) =>
        least == most ? CSharpLiteral.Of(most) : $"{CSharpLiteral.Of(least)} to {CSharpLiteral.Of(most)}";

    public override void WriteState() => examples.WriteState();

    public override void WriteDispose() => examples.WriteDispose();

    public override void AddRecords(Records records, string members) => records.Named(
        ["Tasks"],
        $"The examples of a batch of tasks: x is [tasks, examples{Axes}], y is [tasks, examples, {tasks.Ways}], "
        + "one for the class and zero for others.",
        [("Tensor", "SupportX"), ("Tensor", "SupportY"), ("Tensor", "QueryX"), ("Tensor", "QueryY")],
            members);

    public override void WriteSampling()
    {
        examples.WriteDrawing(
            $" of {tasks.Ways} classes, each with {tasks.Shots} support and {tasks.Queries} query examples",
            $$"""
            using var byClass = numbers.view(count, Ways, Shots + Queries{{Axes}});
            // Side by side in memory, as the network wants them.
            using var supportPart = byClass.narrow(2, 0, Shots);
            using var queryPart = byClass.narrow(2, Shots, Queries);
            using var support = supportPart.contiguous();
            using var query = queryPart.contiguous();
            return new Tasks
            {
                SupportX = support.view(count, SupportExamples{{Axes}}),
                SupportY = LabelsOf(count, Shots),
                QueryX = query.view(count, QueryExamples{{Axes}}),
                QueryY = LabelsOf(count, Queries),
            };
            """);
        writer.Lines(
            $$"""
            /// <summary>One for the class and zero for others, for so many examples of each class in a row.</summary>
            private Tensor LabelsOf(int count, int each)
            {
                using var classes = torch.eye(Ways, dtype: Type, device: device);
                using var column = classes.view(1, Ways, 1, Ways);
                using var repeated = column.expand(count, Ways, each, Ways);
                return repeated.reshape(count, Ways * each, Ways);
            }

            """);
        examples.Write();
    }

    public override void WriteTestTasks()
    {
        examples.WriteTestTasks();
        writer.Lines(UseOf);
    }

    public override void WriteShowTasks(string mode) => writer.Lines(
        $$"""
        /// <summary>Draws tasks to look at: of training the first that are drawn, else the first of an evaluation.</summary>
        public IReadOnlyList<DrawnTask> ShowTasks(TaskPart part, int count, CancellationToken cancellation = default)
        {
            {{mode.Replace("\n", "\n    ")}}var classes = {{examples.ClassesFor}};
            var stream = part == TaskPart.Training ? RandomStream.From(SeedOf("training", 0)) : random.Split(UseOf(part));
            using var tasks = DrawTasks(classes, stream, 0, count);
            var (supportX, queryX) = ({{SinglesOf(spec)}}(tasks.SupportX), {{SinglesOf(spec)}}(tasks.QueryX));
            var (episode, drawn) = (classes.Sampler.NewEpisode(), new List<DrawnTask>());
            for (var task = 0; task < count; task++)
            {
                classes.Sampler.Draw(stream, task, episode);
                drawn.Add(DrawnClasses.Of(classes.Sampler, episode, {{examples.RuntimeShape}}, supportX, queryX, task, count));
            }

            return drawn;
        }

        """);

    public override void WriteMore(InnerLoopPrinter inner) => writer.Lines(
        $$"""
        /// <summary>The share of each task's examples whose class is the one predicted.</summary>
        private static Tensor AccuracyOfEach(Weights weights, Tensor x, Tensor y{{passes.TestParameters}})
        {
            using var prediction = PredictEach(weights, x{{passes.TestArguments}});
            {{Accuracy.Replace("\n", "\n    ")}}
        }

        """);
}
