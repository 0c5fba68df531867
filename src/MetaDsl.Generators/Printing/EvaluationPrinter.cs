using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints adaptation and evaluation: learners for a user's own examples, errors on new tasks, fits to draw.</summary>
internal sealed class EvaluationPrinter(SourceWriter writer, ExperimentSpec spec, bool hasLaterSteps)
{
    private string Number => spec.Precision == Precision.Single ? "float" : "double";

    public void Write()
    {
        WriteAdapt();
        WriteEvaluate();
        WriteTestTasks();
        WriteFits();
    }

    public void WriteLearner() => writer.Lines(
        """
        /// <summary>A network that has adapted to one task.</summary>
        public sealed class Learner : IDisposable
        {
            private readonly Weights weights;

            internal Learner(Weights weights) => this.weights = weights;

            /// <summary>The prediction at each of <paramref name="x"/>: n numbers, or [n, 1].</summary>
            public Tensor Predict(Tensor x)
            {
                using var examples = x.reshape(1, -1, 1);
                using var prediction = PredictEach(weights, examples);
                return prediction.view(-1, 1);
            }

            public void Dispose() => weights.Dispose();
        }
        """);

    private void WriteAdapt()
    {
        writer.Lines(
            """
            /// <summary>Adapts a copy of the network to a task: <c>Shots</c> examples, as that many numbers or as [Shots, 1] on the experiment's device.</summary>
            public Learner Adapt(Tensor x, Tensor y, int steps = InnerSteps)
            {
                if (x.numel() != Shots || y.numel() != Shots)
                {
                    throw new ArgumentException($"'{Name}' adapts to {Shots} examples, but x has {x.numel()} and y has {y.numel()}; declare the tasks with that many 'Shots'.");
                }

                using var tasks = new Tasks { SupportX = x.reshape(1, Shots, 1), SupportY = y.reshape(1, Shots, 1), QueryX = x.alias(), QueryY = y.alias() };
                return new Learner(AdaptEach(tasks, steps));
            }

            /// <summary>Each task's weights after a number of gradient steps.</summary>
            """);
        writer.Block("private Weights AdaptEach(Tasks tasks, int steps)", () =>
        {
            writer.Lines("if (steps == 0) return weights.Expand(tasks.SupportX.size(0));").Blank();
            writer.Lines("var adapted = TakeFirstStep(weights, tasks).KeepAdapted();");
            if (hasLaterSteps)
            {
                writer.Lines(
                    """
                    for (var step = 1; step < steps; step++)
                    {
                        using var before = adapted;
                        adapted = TakeLaterStep(before, tasks).KeepAdapted();
                    }

                    """);
            }
            else
            {
                writer.Lines("if (steps > 1) throw new ArgumentOutOfRangeException(nameof(steps), steps, \"Declare 'Steps' in [Evaluation] to adapt by more than one step.\");");
            }

            writer.Lines("return adapted;");
        });
        writer.Blank();
    }

    private void WriteEvaluate()
    {
        writer.Lines(
            """
            public EvaluationResult Evaluate(EvaluationOptions options, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellation = default)
            {
                var count = options.Tasks ?? EvaluationTasks;
                var errors = new TaskErrors(count, options.Steps ?? EvaluationSteps);
                for (var done = 0; done < count; done += MetaBatch)
                {
                    cancellation.ThrowIfCancellationRequested();
                    using var tasks = SampleTestTasks(done / MetaBatch, Math.Min(MetaBatch, count - done), TestPoints);
                    AddErrors(errors, tasks, options.Steps ?? EvaluationSteps);
                    progress?.Report(new EvaluationProgress(Math.Min(done + MetaBatch, count), count));
                }

                return errors.ToResult(Name);
            }

            """);
        writer.Lines("/// <summary>Adds each task's error before adapting and after every step.</summary>");
        writer.Block("private void AddErrors(TaskErrors errors, Tasks tasks, int steps)", () => writer.Lines(
            $$"""
            var adapted = AdaptEach(tasks, 0);
            for (var step = 0; ; step++)
            {
                using var error = ErrorOfEach(adapted, tasks.QueryX, tasks.QueryY);
                errors.Add(step, Numbers(error));
                using var before = adapted;
                if (step == steps) return;
                adapted = {{(hasLaterSteps ? "step == 0 ? AdaptEach(tasks, 1) : TakeLaterStep(before, tasks).KeepAdapted()" : "AdaptEach(tasks, step + 1)")}};
            }
            """));
        writer.Blank();
        writer.Lines(
            $$"""
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
        writer.Lines("/// <summary>Draws tasks that training never sees, with their true values at even points of the whole interval.</summary>");
        writer.Block("private Tasks SampleTestTasks(long batch, int count, int points)", () =>
        {
            writer.Lines("generator.manual_seed(SeedOf(\"evaluation\", batch));");
            writer.Lines("using var parameters = SampleParameters(count);");
            writer.Lines($"var supportX = {TaskPrinter.Draw(input, "count, Shots, 1")};");
            if (input.Kind == DistributionKind.Uniform)
            {
                writer.Lines($"using var grid = torch.linspace({CSharpLiteral.Of(input.First)}, {CSharpLiteral.Of(input.Second)}, points, Type, device);");
                writer.Lines("using var column = grid.view(1, -1, 1);");
                writer.Lines("using var repeated = column.expand(count, points, 1);");
                writer.Lines("var queryX = repeated.contiguous();");
            }
            else
            {
                writer.Lines($"var queryX = {TaskPrinter.Draw(input, "count, points, 1")};");
            }

            writer.Blank().Lines(TaskPrinter.MakeTasks);
        });
        writer.Blank();
    }

    private void WriteFits() => writer.Lines(
        """
        public IReadOnlyList<AdaptedFit> SampleFits(int count, int points)
        {
            var fits = new List<AdaptedFit>();
            for (var task = 0; task < count; task++)
            {
                using var tasks = SampleTestTasks(task, 1, points);
                var predictions = new List<FitPrediction>();
                foreach (var steps in (int[])[0, 1, 5, 10])
                {
                    if (steps > EvaluationSteps) break;
                    using var adapted = AdaptEach(tasks, steps);
                    using var prediction = PredictEach(adapted, tasks.QueryX);
                    predictions.Add(new FitPrediction(steps, Singles(prediction)));
                }

                fits.Add(new AdaptedFit
                {
                    SupportX = Singles(tasks.SupportX),
                    SupportY = Singles(tasks.SupportY),
                    X = Singles(tasks.QueryX),
                    Truth = Singles(tasks.QueryY),
                    Predictions = predictions,
                });
            }

            return fits;
        }

        private static float[] Singles(Tensor tensor) => Array.ConvertAll(Numbers(tensor), number => (float)number);

        """);
}
