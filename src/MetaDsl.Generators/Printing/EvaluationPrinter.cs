using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints adaptation and evaluation: learners for a user's own examples, errors on new tasks, fits to draw.</summary>
internal sealed class EvaluationPrinter(SourceWriter writer, ExperimentSpec spec, InnerLoopPrinter inner)
{
    private int Inputs => spec.Tasks.Inputs.Count;

    private string Number => spec.Precision == Precision.Single ? "float" : "double";

    private bool IsDrawn => Inputs == 1;

    // Before adapting, after the steps that the network was trained for, and after the usual ones.
    private IEnumerable<int> DrawnSteps =>
        new SortedSet<int> { 0, 1, 5, 10, spec.Inner.Steps }.Where(steps => steps <= Math.Max(spec.Evaluation.Steps, spec.Inner.Steps));

    private string Singles => spec.Precision == Precision.Single ? "Numbers" : "Singles";

    public void Write()
    {
        WriteAdapt();
        inner.WriteAdaptEach();
        WriteEvaluate();
        WriteTestTasks();
        if (IsDrawn) WriteFits();
        if (IsDrawn && spec.Precision == Precision.Double)
        {
            writer.Lines("private static float[] Singles(Tensor tensor) => Array.ConvertAll(Numbers(tensor), number => (float)number);").Blank();
        }
    }

    public void WriteLearner() => writer.Lines(
        $$"""
        /// <summary>A network that has adapted to one task.</summary>
        public sealed class Learner : IDisposable
        {
            private readonly Weights weights;

            internal Learner(Weights weights) => this.weights = weights;

            /// <summary>The prediction at each of <paramref name="x"/>, which is {{(Inputs == 1 ? "n numbers, or [n, 1]" : $"[n, {Inputs}]")}}: [n, 1].</summary>
            public Tensor Predict(Tensor x)
            {
                {{(Inputs == 1 ? "" : $"if (x.numel() == 0 || x.size(-1) != {Inputs}) throw new ArgumentException(\"'{spec.Type.Name.TrimStart('@')}' predicts from examples of {Inputs} inputs; give x as [n, {Inputs}].\");\n    ")}}using var rows = x.reshape(1, -1, {{Inputs}});
                using var examples = rows.to(Type);
                using var prediction = PredictEach(weights, examples);
                return prediction.view(-1, 1);
            }

            /// <summary>Frees the adapted weights.</summary>
            public void Dispose() => weights.Dispose();
        }
        """);

    private void WriteAdapt() => writer.Lines(
        $$"""
        /// <summary>
        /// Adapts a copy of the network to a task: {{spec.Tasks.Shots}} examples on the experiment's device, x as {{(Inputs == 1 ? "[Shots, 1] or that many numbers" : $"[Shots, {Inputs}]")}}, y as [Shots, 1] or that many numbers.
        /// </summary>
        public Learner Adapt(Tensor x, Tensor y, int steps = InnerSteps)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(steps);
            if (x.numel() != Shots{{(Inputs == 1 ? "" : $" * {Inputs} || x.size(-1) != {Inputs}")}} || y.numel() != Shots)
            {
                throw new ArgumentException(
                    $"'{Name}' adapts to {Shots} examples of {{Words.Plural(Inputs, "input")}}, but x has {x.numel()} numbers and y {y.numel()}; "
                    + "declare the tasks with that many 'Shots'.");
            }

            using var supportX = x.reshape(1, Shots, {{Inputs}});
            using var supportY = y.reshape(1, Shots, 1);
            // There is nothing to query: the examples stand in for it.
            using var tasks = new Tasks
            {
                SupportX = supportX.to(Type),
                SupportY = supportY.to(Type),
                QueryX = supportX.alias(),
                QueryY = supportY.alias(),
            };
            return new Learner(AdaptEach(tasks, steps));
        }

        """);

    private void WriteEvaluate()
    {
        writer.Lines(
            $$"""
            /// <summary>
            /// Adapts to {{spec.Evaluation.Tasks}} tasks that training never sees, or as many as the options say, and measures the error before adapting and after each of {{Words.Plural(spec.Evaluation.Steps, "step")}}.
            /// </summary>
            public EvaluationResult Evaluate(EvaluationOptions options, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellation = default)
            {
                {{inner.Mode.Replace("\n", "\n    ")}}var (count, steps) = (options.Tasks ?? EvaluationTasks, options.Steps ?? EvaluationSteps);
                var errors = new TaskErrors(count, steps);
                for (var done = 0; done < count; done += MetaBatch)
                {
                    cancellation.ThrowIfCancellationRequested();
                    using var tasks = SampleTestTasks(done / MetaBatch, TestPoints);
                    AddErrors(errors, tasks, Math.Min(MetaBatch, count - done), steps);
                    progress?.Report(new EvaluationProgress(Math.Min(done + MetaBatch, count), count));
                }

                return errors.ToResult(Name, InnerSteps);
            }

            /// <summary>Adds the errors of the first tasks before adapting and after every step.</summary>
            private void AddErrors(TaskErrors errors, Tasks tasks, int count, int steps)
            {
                var adapted = AdaptEach(tasks, 0);
                for (var step = 0; ; step++)
                {
                    using var before = adapted;
                    using var error = ErrorOfEach(before, tasks.QueryX, tasks.QueryY);
                    errors.Add(step, Numbers(error).AsSpan(0, count));
                    if (step == steps) return;
                    adapted = {{inner.NextStep}};
                }
            }

            private static {{Number}}[] Numbers(Tensor tensor)
            {
                using var here = tensor.cpu();
                using var row = here.reshape(-1);
                using var data = row.data<{{Number}}>();
                return data.ToArray();
            }

            """);
    }

    private void WriteTestTasks()
    {
        var input = spec.Tasks.Inputs[0];
        var isGrid = Inputs == 1 && input.Kind == DistributionKind.Uniform;
        var where = isGrid ? "even points of the whole interval" : "points drawn as in training";
        writer.Lines($"/// <summary>Draws a batch of tasks that training never sees, with their true values at {where}.</summary>");
        writer.Block("private Tasks SampleTestTasks(long batch, int points)", () =>
        {
            writer.Lines("generator.manual_seed(SeedOf(\"evaluation\", batch));");
            writer.Lines("using var parameters = SampleParameters(MetaBatch);");
            writer.Lines("var supportX = SampleX(MetaBatch, Shots);");
            if (isGrid)
            {
                writer.Lines($"using var grid = torch.linspace({CSharpLiteral.Of(input.First)}, {CSharpLiteral.Of(input.Second)}, points, Type, device);");
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

            writer.Blank().Lines(TaskPrinter.MakeTasks);
        });
        writer.Blank();
    }

    private void WriteFits() => writer.Lines(
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
            using var tasks = SampleTestTasks(batch, points);
            var predictions = new List<(int Steps, float[] Y)>();
            foreach (var steps in (int[])[{{string.Join(", ", DrawnSteps)}}])
            {
                using var adapted = AdaptEach(tasks, steps);
                using var prediction = PredictEach(adapted, tasks.QueryX);
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
