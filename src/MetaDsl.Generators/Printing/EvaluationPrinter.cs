using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints adaptation and evaluation: learners for a user's own examples, errors on new tasks, fits to draw.</summary>
internal sealed class EvaluationPrinter(
    SourceWriter writer, ExperimentSpec spec, InnerLoopPrinter inner, TaskPrinter tasks, PassPrinter passes, bool takesTasksApart)
{
    // A user's images may be views of others, whose elements do not lie side by side.
    private readonly bool isStrided = spec.Model.Input.Rank > 1;

    private string Number => spec.Precision == Precision.Single ? "float" : "double";

    // The axes of an example, as arguments after others.
    private string Axes => string.Concat(spec.Model.Input.Sizes.Select(size => ", " + CSharpLiteral.Of(size)));

    private string Plural => tasks.Measured == "accuracy" ? "accuracies" : "errors";

    // The statements that measure tasks after a step.
    private string MeasureStep =>
        passes.FindTestStep("step")
        + $"using var {tasks.Measured} = {tasks.Measure}(before, tasks.QueryX, tasks.QueryY{passes.TasksTestArguments});";

    private string AddErrors => takesTasksApart
        ? $$"""
            /// <summary>Adds the {{Plural}} of the first tasks before adapting and after every step.</summary>
            private void AddErrors(TaskErrors {{Plural}}, Tasks tasks, int count, int steps)
            {
                var found = new {{Number}}[steps + 1][];
                for (var step = 0; step <= steps; step++) found[step] = new {{Number}}[MetaBatch];
                if (device.type == DeviceType.CPU) ForEachTask(tasks, (index, task) => FindErrors(found, task, index));
                else FindErrors(found, tasks, 0);
                for (var step = 0; step <= steps; step++) {{Plural}}.Add(step, found[step].AsSpan(0, count));
            }

            private void FindErrors({{Number}}[][] found, Tasks tasks, int first)
            {
                var adapted = AdaptEach(tasks, 0);
                for (var step = 0; ; step++)
                {
                    using var before = adapted;
                    {{MeasureStep.Replace("\n", "\n        ")}}
                    Numbers({{tasks.Measured}}).CopyTo(found[step], first);
                    if (step == found.Length - 1) return;
                    adapted = {{inner.NextStep}};
                }
            }
            """
        : $$"""
            /// <summary>Adds the {{Plural}} of the first tasks before adapting and after every step.</summary>
            private void AddErrors(TaskErrors {{Plural}}, Tasks tasks, int count, int steps)
            {
                var adapted = AdaptEach(tasks, 0);
                for (var step = 0; ; step++)
                {
                    using var before = adapted;
                    {{MeasureStep.Replace("\n", "\n        ")}}
                    {{Plural}}.Add(step, Numbers({{tasks.Measured}}).AsSpan(0, count));
                    if (step == steps) return;
                    adapted = {{inner.NextStep}};
                }
            }
            """;

    public void Write()
    {
        WriteAdapt();
        inner.WriteAdaptEach();
        WriteEvaluate();
        tasks.WriteTestTasks();
        tasks.WriteShowTasks(inner.Mode);
        tasks.WriteMore(inner);
    }

    public void WriteLearner()
    {
        string[] tensors = [.. passes.TestTensors];
        writer.Lines("/// <summary>A network that has adapted to one task.</summary>");
        writer.Block("public sealed class Learner : IDisposable", () =>
        {
            writer.Lines("private readonly Weights weights;");
            foreach (var tensor in tensors) writer.Lines($"private readonly Tensor {tensor};");
            writer.Blank();
            if (tensors.Length == 0)
            {
                writer.Lines("internal Learner(Weights weights) => this.weights = weights;");
            }
            else
            {
                writer.Block($"internal Learner(Weights weights{passes.TestParameters})", () =>
                {
                    foreach (var field in tensors.Prepend("weights")) writer.Lines($"this.{field} = {field};");
                });
            }

            var toExamples = isStrided
                ? "using var numbers = rows.to(Type);\n    using var examples = numbers.contiguous();"
                : "using var examples = rows.to(Type);";
            writer.Blank().Lines(
                $$"""
                /// <summary>{{tasks.PredictSummary}}</summary>
                public Tensor Predict(Tensor x)
                {
                    {{tasks.PredictCheck.Replace("\n", "\n    ")}}using var rows = x.reshape(1, -1{{Axes}});
                    {{toExamples}}
                    using var prediction = PredictEach(weights, examples{{passes.TestArguments}});
                    return prediction.view(-1, {{spec.Tasks.Outputs}});
                }

                """);
            writer.Lines($"/// <summary>Frees {(tensors.Length == 0 ? "the adapted weights" : "what it predicts with")}.</summary>");
            if (tensors.Length == 0)
            {
                writer.Lines("public void Dispose() => weights.Dispose();");
                return;
            }

            writer.Block("public void Dispose()", () =>
            {
                foreach (var field in tensors.Prepend("weights")) writer.Lines($"{field}.Dispose();");
            });
        });
    }

    private void WriteAdapt() => writer.Lines(
        $$"""
        /// <summary>
        /// Adapts a copy of the network to a task: {{tasks.AdaptSummary}}
        /// </summary>
        public Learner Adapt(Tensor x, Tensor y, int steps = InnerSteps)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(steps);
            {{tasks.AdaptStatements.Replace("\n", "\n    ")}}
            // There is nothing to query: the examples stand in for it.
            using var tasks = new Tasks
            {
                SupportX = supportX.to(Type),
                SupportY = supportY.to(Type),
                QueryX = supportX.alias(),
                QueryY = supportY.alias(),
            };
            return new Learner(AdaptEach(tasks, steps){{passes.LearnerArguments}});
        }

        """);

    private void WriteEvaluate()
    {
        const string Parameters =
            "EvaluationOptions options, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellation = default";
        var summary =
            $"Adapts to {spec.Evaluation.Tasks} tasks that training never sees, or as many as the options say, "
            + $"and measures the {tasks.Measured} before adapting and after each of {Words.Plural(spec.Evaluation.Steps, "step")}.";
        var prepare = (inner.Mode + tasks.PrepareEvaluation).Replace("\n", "\n    ");
        var measure = tasks.Measured == "accuracy" ? ", Measure.Accuracy" : "";
        writer.Lines(
            $$"""
            /// <summary>
            /// {{summary}}
            /// </summary>
            public EvaluationResult Evaluate({{Parameters}})
            {
                ArgumentNullException.ThrowIfNull(options);
                {{prepare}}var (count, steps) = (options.Tasks ?? EvaluationTasks, options.Steps ?? EvaluationSteps);
                var {{Plural}} = new TaskErrors(count, steps);
                for (var done = 0; done < count; done += MetaBatch)
                {
                    cancellation.ThrowIfCancellationRequested();
                    using var tasks = {{tasks.TestTasks}};
                    AddErrors({{Plural}}, tasks, Math.Min(MetaBatch, count - done), steps);
                    progress?.Report(new EvaluationProgress(Math.Min(done + MetaBatch, count), count));
                }

                return {{Plural}}.ToResult(Name, InnerSteps{{measure}}) with { Part = options.Part };
            }

            {{AddErrors}}

            private static {{Number}}[] Numbers(Tensor tensor)
            {
                using var here = tensor.cpu();
                using var row = here.reshape(-1);
                using var data = row.data<{{Number}}>();
                return data.ToArray();
            }

            """);
        if (spec.Precision == Precision.Single) return;
        writer.Lines("private static float[] Singles(Tensor tensor) => Array.ConvertAll(Numbers(tensor), number => (float)number);");
        writer.Blank();
    }
}
