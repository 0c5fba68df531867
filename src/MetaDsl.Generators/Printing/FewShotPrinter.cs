using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the sampling of few-shot classification tasks from the classes that the user's methods give.</summary>
internal sealed class FewShotPrinter(SourceWriter writer, ExperimentSpec spec, FewShotTaskSpec tasks, PassPrinter passes) : TaskPrinter
{
    public override string Interface => "IExperiment";

    public override string Measure => "AccuracyOfEach";

    public override string Measured => "accuracy";

    public override string TestTasks => "SampleTestTasks(done / MetaBatch)";

    public override string Summary =>
        $"{tasks.Name}: {tasks.Ways}-way {tasks.Shots}-shot, {tasks.Queries} {(tasks.Queries == 1 ? "query" : "queries")} a class";

    public override IEnumerable<string> Constants =>
    [
        $"Ways = {tasks.Ways}", $"Shots = {tasks.Shots}", $"Queries = {tasks.Queries}",
        "SupportExamples = Ways * Shots", "QueryExamples = Ways * Queries",
    ];

    public override IEnumerable<(string Name, string Value)> State =>
    [
        ("trainingClasses", $"ClassesFrom({Source}.TrainingClasses(), \"TrainingClasses\")"),
        ("testClasses", $"ClassesFrom({Source}.TestClasses(), \"TestClasses\")"),
    ];

    public override string AdaptSummary =>
        $"{tasks.SupportExamples} examples on the experiment's device, x as [SupportExamples{Axes}], and the class of each, y as that many whole numbers from 0 to {tasks.Ways - 1}.";

    public override string AdaptStatements =>
        $$"""
        if (x.numel() != SupportExamples * {{spec.Model.Input.Elements}} || y.numel() != SupportExamples)
        {
            throw new ArgumentException(
                $"'{Name}' adapts to {SupportExamples} examples of {{spec.Model.Input.Elements}} numbers, but x has {x.numel()} numbers and y {y.numel()}; "
                + "give 'Shots' examples of each of 'Ways' classes.");
        }

        using var given = x.reshape(1, SupportExamples{{Axes}});
        using var supportX = given.contiguous();
        using var numbers = y.to(torch.ScalarType.Int64);
        using var labels = numbers.reshape(1, SupportExamples);
        using var supportY = torch.nn.functional.one_hot(labels, Ways);
        """;

    public override string PredictSummary => $"What speaks for each class, of examples x, which are [n{Axes}]: [n, {tasks.Ways}]. The softmax of a row is the probabilities.";

    public override string PredictCheck => "";

    private string Source => spec.References.Tasks;

    private string Axes => string.Concat(spec.Model.Input.Sizes.Select(size => ", " + CSharpLiteral.Of(size)));

    public override void AddRecords(Records records, string members) => records.Named(
        ["Tasks"],
        $"The examples of a batch of tasks: x is [tasks, examples{Axes}], y is [tasks, examples, {tasks.Ways}], one for the class and zero for others.",
        [("Tensor", "SupportX"), ("Tensor", "SupportY"), ("Tensor", "QueryX"), ("Tensor", "QueryY")],
            members);

    public override void WriteSampling()
    {
        var axes = Enumerable.Range(0, spec.Model.Input.Rank);
        writer.Lines(
            $$"""
            /// <summary>Draws tasks of {{tasks.Ways}} classes, each with {{tasks.Shots}} support and {{tasks.Queries}} query examples; the same seed draws the same.</summary>
            private Tasks SampleTasks(long seed, int count) => DrawTasks(trainingClasses, seed, count);

            private Tasks DrawTasks(Tensor classes, long seed, int count)
            {
                const int Each = Shots + Queries;
                var drawn = Episodes.Draw(RandomStream.From(seed), count, Ways, Each, (int)classes.size(0), (int)classes.size(1));
                using var rows = torch.tensor(drawn, device: device);
                using var all = classes.view(-1{{Axes}});
                using var chosen = all.index_select(0, rows);
                using var byClass = chosen.view(count, Ways, Each{{Axes}});
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
            }

            /// <summary>One for the class and zero for others, for so many examples of each class in a row.</summary>
            private Tensor LabelsOf(int count, int each)
            {
                using var classes = torch.eye(Ways, dtype: Type, device: device);
                using var column = classes.view(1, Ways, 1, Ways);
                using var repeated = column.expand(count, Ways, each, Ways);
                return repeated.reshape(count, Ways * each, Ways);
            }

            /// <summary>Classes as the user's method gives them, or what is wrong with them.</summary>
            private Tensor ClassesFrom(Tensor given, string method)
            {
                using var source = given;
                if (source.dim() != {{2 + spec.Model.Input.Rank}}{{string.Concat(axes.Select(axis => $" || source.size({axis + 2}) != {spec.Model.Input.Sizes[axis]}"))}})
                {
                    throw new InvalidOperationException(
                        $"'{{tasks.Name}}.{method}' gives [{string.Join(", ", source.shape)}], but '{Name}' needs [classes, examples of each{{Axes}}].");
                }

                if (source.size(0) < Ways || source.size(1) < Shots + Queries)
                {
                    throw new InvalidOperationException(
                        $"'{{tasks.Name}}.{method}' gives {source.size(0)} classes of {source.size(1)} examples, but a task of '{Name}' needs "
                        + $"{Ways} classes of {Shots + Queries}; give more, or declare fewer ways, shots or queries.");
                }

                using var numbers = source.to(Type);
                using var here = numbers.to(device);
                return here.contiguous();
            }

            """);
    }

    public override void WriteTestTasks() => writer.Lines(
        """
        /// <summary>Draws a batch of tasks from classes that training never sees.</summary>
        private Tasks SampleTestTasks(long batch) => DrawTasks(testClasses, SeedOf("evaluation", batch), MetaBatch);

        """);

    public override void WriteMore(InnerLoopPrinter inner) => writer.Lines(
        $$"""
        /// <summary>The share of each task's examples whose class is the one predicted.</summary>
        private static Tensor AccuracyOfEach(Weights weights, Tensor x, Tensor y{{passes.TestParameters}})
        {
            using var prediction = PredictEach(weights, x{{passes.TestArguments}});
            using var predicted = prediction.argmax(2);
            using var truth = y.argmax(2);
            using var isRight = predicted.eq(truth);
            using var right = isRight.to(Type);
            return right.mean([1]);
        }

        """);
}
