using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the inner loop with derivatives by <c>torch.autograd</c>: forward passes alone are written out.</summary>
internal sealed class AutogradPrinter(
    SourceWriter writer,
    ExperimentSpec spec,
    Maml maml,
    PassPrinter passes,
    BodyMaker body) : InnerLoopPrinter(writer, maml, passes)
{
    public override string NextStep => Passes.TrainsOtherwise ? "TakeFreeStep(before, tasks, step)" : "TakeFreeStep(before, tasks)";

    public override string Mode => "";

    private string Through => Maml.IsSecondOrder ? "true" : "false";

    private string Loss => spec.Tasks is not FewShotTaskSpec
        ? """
            using var residual = prediction.sub(y);
            using var squares = residual.square();
            return squares.mean([1, 2]);
            """
        : OfItsClasses + """
            log_softmax(2);
            using var logLikelihoods = logProbabilities.mul(y);
            using var ofExamples = logLikelihoods.sum(dim: 2);
            using var likelihood = ofExamples.mean([1]);
            return likelihood.neg();
            """;

    // A class that no target names is none of the task's.
    private string OfItsClasses => spec.Tasks is FewShotTaskSpec { IsRanged: true }
        ? RangedFewShotPrinter.ItsOwn + "\nusing var logProbabilities = itsOwn."
        : "using var logProbabilities = prediction.";

    private IEnumerable<string> Properties => Maml.Network.Parameters.Select(parameter => parameter.Property);

    protected override void WriteMetaGradient(string name, string summary)
    {
        var (formula, rate) = (Maml.TaskLoss.Formula, CSharpLiteral.Of(spec.Inner.LearningRate));
        var findStep = Passes.FindStep("step").Replace("\n", "\n        ");
        var findTestStep = Passes.FindTestStep("taken").Replace("\n", "\n    ");
        var meanLoss = Maml.TakesTasksApart
            ? "using var total = losses.sum();\n    using var loss = total.div(MetaBatch);"
            : "using var loss = losses.mean();";
        var remark = $"where the gradient {(Maml.IsSecondOrder ? "is recorded as well" : "counts as a constant")}";
        Writer.Lines(
            $$"""
            /// <summary>{{summary}}, both by torch.autograd.</summary>
            private LossGradient {{name}}(Tasks tasks{{Passes.Parameters}})
            {
                using var mode = torch.enable_grad();
                // The gradient flows back to these, which each task starts from.
                using var start = weights.Recorded();
                var adapted = start.Repeat(tasks.SupportX.size(0));
                for (var step = 0; step < InnerSteps; step++)
                {
                    using var before = adapted;
                    {{findStep}}using var prediction = {{TrainingForward}}(before, tasks.SupportX{{TrainingArguments("step")}});
                    adapted = TakeStep(before, prediction, tasks);
                }

                using var last = adapted;
                {{QueryPrediction.Replace("\n", "\n    ")}}
                using var losses = LossOfEach(queryPrediction, tasks.QueryY);
                // Query loss Q = {{formula}} over {{spec.Tasks.QueryExamples}} examples of {{spec.Outer.MetaBatch}} tasks.
                {{meanLoss}}
                return new LossGradient { Loss = loss.detach(), Gradient = Weights.From(torch.autograd.grad([loss], start.ToArray())) };
            }

            /// <summary>{{Words.Maml(spec.Inner)}}: w' = w - {{rate}} ∇S(w), {{remark}}.</summary>
            private static Weights TakeStep(Weights weights, Tensor prediction, Tasks tasks)
            {
                // Support loss S = {{formula}} over {{spec.Tasks.SupportExamples}} examples, summed over tasks, whose weights are apart.
                using var losses = LossOfEach(prediction, tasks.SupportY);
                using var loss = losses.sum();
                var gradients = torch.autograd.grad([loss], weights.ToArray(), retain_graph: {{Through}}, create_graph: {{Through}});
                using var gradient = Weights.From(gradients);
                return Descend(weights, gradient);
            }

            /// <summary>The same where nothing goes back through the step.</summary>
            private {{Passes.TestStatic}}Weights TakeFreeStep(Weights weights, Tasks tasks{{Passes.TakenParameter}})
            {
                using var mode = torch.enable_grad();
                using var start = weights.Recorded();
                {{findTestStep}}using var prediction = {{TestForward}}(start, tasks.SupportX{{Passes.ForwardArguments}});
                using var adapted = TakeStep(start, prediction, tasks);
                return adapted.Detach();
            }

            /// <summary>Each task's {{formula}}.</summary>
            private static Tensor LossOfEach(Tensor prediction, Tensor y)
            {
                {{Loss.Replace("\n", "\n    ")}}
            }

            """);
        if (Passes.TrainsOtherwise) WriteTrainingForward();
        Writer.Block("private static Weights Descend(Weights weights, Weights gradient) => new()", () =>
        {
            foreach (var parameter in Maml.Network.Parameters)
            {
                var property = parameter.Property;
                // What tasks leave alone stays as it was.
                var moved = parameter.IsAdapted ? $"add(gradient.{property}, MinusInnerLearningRate)" : "alias()";
                Writer.Lines($"{property} = weights.{property}.{moved},");
            }
        }, end: "};");
        Writer.Blank();
    }

    public override void WriteAdaptEach()
    {
        Writer.Lines(
            $$"""
            /// <summary>Each task's weights after a number of gradient steps.</summary>
            private Weights AdaptEach(Tasks tasks, int steps)
            {
                var adapted = weights.Repeat(tasks.SupportX.size(0));
                for (var step = 0; step < steps; step++)
                {
                    using var before = adapted;
                    adapted = {{NextStep}};
                }

                return adapted;
            }

            """);
    }

    public override void WritePrediction()
    {
        if (spec.Tasks is not FewShotTaskSpec)
        {
            Writer.Lines(
                $$"""
                /// <summary>Each task's mean squared error at the given points.</summary>
                private static Tensor ErrorOfEach(Weights weights, Tensor x, Tensor y{{Passes.TestParameters}})
                {
                    using var prediction = PredictEach(weights, x{{Passes.TestArguments}});
                    return LossOfEach(prediction, y);
                }

                """);
        }

        Writer.Lines(
            """
            /// <summary>Each task's prediction for its examples.</summary>
            """);
        Writer.Block($"private static Tensor PredictEach(Weights weights, Tensor x{Passes.TestParameters})", () =>
        {
            if (!Passes.NeedsSupport)
            {
                WriteForward(Maml.TestPrediction);
                return;
            }

            Writer.Lines(
                $"""
                {PassPrinter.JoinSupport("supportX", "x")}
                using var ofBoth = {TestForward}(weights, both{Passes.ForwardArguments});
                return ofBoth.narrow(1, {spec.Tasks.SupportName}, x.size(1));
                """);
        });
        Writer.Blank();
        if (!Passes.NeedsSupport) return;
        Writer.Lines("/// <summary>The prediction for examples of which the first are the support.</summary>");
        var header = $"private static Tensor {TestForward}(Weights weights, Tensor x{Passes.ForwardParameters})";
        Writer.Block(header, () => WriteForward(Maml.TestPrediction));
        Writer.Blank();
    }

    // The pass of the queries, with the support in front where norms look at it.
    private string QueryPrediction
    {
        get
        {
            // The row of a step has its name in the loop over steps.
            const string Row = "lastRow";
            var arguments = TrainingArguments("InnerSteps", Row);
            return Passes.FindStep("InnerSteps", Row) + (Passes.NeedsSupport
                ? $"""
                    {PassPrinter.JoinSupport("tasks.SupportX", "tasks.QueryX")}
                    using var ofBoth = {TrainingForward}(last, both{arguments});
                    using var queryPrediction = ofBoth.narrow(1, {spec.Tasks.SupportName}, tasks.QueryX.size(1));
                    """
                : $"using var queryPrediction = {TrainingForward}(last, tasks.QueryX{arguments});");
        }
    }

    private string TestForward => Passes.NeedsSupport ? "ForwardEach" : "PredictEach";

    // What drops out in training and what norms see there is not a matter of evaluations.
    private string TrainingForward => Passes.TrainsOtherwise ? "ForwardInTraining" : TestForward;

    private string TrainingArguments(string taken, string row = NetworkPass.StepName) =>
        Passes.TrainsOtherwise ? Passes.PassArguments(taken, row) : "";

    private void WriteTrainingForward()
    {
        Writer.Lines("/// <summary>The prediction for examples in a pass of training.</summary>");
        var header = $"private static Tensor {TrainingForward}(Weights weights, Tensor x{Passes.PassParameters})";
        Writer.Block(header, () => WriteForward(Maml.TrainingPrediction));
        Writer.Blank();
    }

    private void WriteForward(TensorProgram program)
    {
        var prediction = body(program, ["weights", "x", .. PassPrinter.Reserved], null, ["prediction"]);
        prediction.WriteTo(Writer);
        if (program.Outputs.Count > 1)
        {
            Writer.Lines($"using var found = {prediction.Output(NetworkPass.StatisticsName)}.detach();");
            Writer.Statements(Passes.Note("taken", "found"));
        }

        Writer.Lines($"return {prediction.Output("prediction")};");
    }

    public override void WriteWeightsMembers(SourceWriter members)
    {
        var list = string.Join(", ", Properties);
        members.Lines("/// <summary>Copies from which torch.autograd records what is computed.</summary>");
        members.Block("public Weights Recorded()", () =>
        {
            members.Lines("var copies = Detach();");
            members.Lines("foreach (var tensor in copies.ToArray()) tensor.requires_grad_(true);");
            members.Lines("return copies;");
        });
        members.Blank();
        members.Block("public Weights Detach() => new()", () =>
        {
            foreach (var property in Properties) members.Lines($"{property} = {property}.detach(),");
        }, end: "};");
        members.Blank().Lines($"public Tensor[] ToArray() => [{list}];").Blank();
        members.Block("public static Weights From(IList<Tensor> tensors) => new()", () =>
        {
            var index = 0;
            foreach (var property in Properties) members.Lines($"{property} = tensors[{CSharpLiteral.Of(index++)}],");
        }, end: "};");
        members.Blank();
    }
}
