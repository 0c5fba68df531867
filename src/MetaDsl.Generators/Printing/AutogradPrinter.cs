using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the inner loop with derivatives by <c>torch.autograd</c>: forward passes alone are written out.</summary>
internal sealed class AutogradPrinter(
    SourceWriter writer,
    ExperimentSpec spec,
    Maml maml,
    BodyMaker body) : InnerLoopPrinter(writer, maml)
{
    public override string NextStep => "TakeFreeStep(before, tasks)";

    public override string Mode => "";

    private string Through => Maml.IsSecondOrder ? "true" : "false";

    private string Loss => spec.Tasks is RegressionTaskSpec
        ? """
            using var residual = prediction.sub(y);
            using var squares = residual.square();
            return squares.mean([1, 2]);
            """
        : """
            using var logProbabilities = prediction.log_softmax(2);
            using var logLikelihoods = logProbabilities.mul(y);
            using var ofExamples = logLikelihoods.sum(dim: 2);
            using var likelihood = ofExamples.mean([1]);
            return likelihood.neg();
            """;

    private IEnumerable<string> Properties => Maml.Network.Parameters.Select(parameter => parameter.Property);

    protected override void WriteMetaGradient(string name, string summary)
    {
        Writer.Lines(
            $$"""
            /// <summary>{{summary}}, both by torch.autograd.</summary>
            private LossGradient {{name}}(Tasks tasks)
            {
                using var mode = torch.enable_grad();
                // The gradient flows back to these, which each task starts from.
                using var start = weights.Recorded();
                var adapted = start.Repeat(tasks.SupportX.size(0));
                for (var step = 0; step < InnerSteps; step++)
                {
                    using var before = adapted;
                    adapted = TakeStep(before, tasks);
                }

                using var last = adapted;
                using var prediction = PredictEach(last, tasks.QueryX);
                using var losses = LossOfEach(prediction, tasks.QueryY);
                // Query loss Q = {{Maml.TaskLoss.Formula}} over {{spec.Tasks.QueryExamples}} examples of {{spec.Outer.MetaBatch}} tasks.
                {{(Maml.TakesTasksApart ? "using var total = losses.sum();\n    using var loss = total.div(MetaBatch);" : "using var loss = losses.mean();")}}
                return new LossGradient { Loss = loss.detach(), Gradient = Weights.From(torch.autograd.grad([loss], start.ToArray())) };
            }

            /// <summary>{{Words.Maml(spec.Inner)}}: w' = w - {{CSharpLiteral.Of(spec.Inner.LearningRate)}} ∇S(w), where the gradient {{(Maml.IsSecondOrder ? "is recorded as well" : "counts as a constant")}}.</summary>
            private static Weights TakeStep(Weights weights, Tasks tasks)
            {
                using var prediction = PredictEach(weights, tasks.SupportX);
                // Support loss S = {{Maml.TaskLoss.Formula}} over {{spec.Tasks.SupportExamples}} examples, summed over tasks, whose weights are apart.
                using var losses = LossOfEach(prediction, tasks.SupportY);
                using var loss = losses.sum();
                var gradients = torch.autograd.grad([loss], weights.ToArray(), retain_graph: {{Through}}, create_graph: {{Through}});
                using var gradient = Weights.From(gradients);
                return Descend(weights, gradient);
            }

            /// <summary>The same where nothing goes back through the step.</summary>
            private static Weights TakeFreeStep(Weights weights, Tasks tasks)
            {
                using var mode = torch.enable_grad();
                using var start = weights.Recorded();
                using var adapted = TakeStep(start, tasks);
                return adapted.Detach();
            }

            /// <summary>Each task's {{Maml.TaskLoss.Formula}}.</summary>
            private static Tensor LossOfEach(Tensor prediction, Tensor y)
            {
                {{Loss.Replace("\n", "\n    ")}}
            }

            """);
        Writer.Block("private static Weights Descend(Weights weights, Weights gradient) => new()", () =>
        {
            foreach (var property in Properties) Writer.Lines($"{property} = weights.{property}.add(gradient.{property}, MinusInnerLearningRate),");
        }, end: "};");
        Writer.Blank();
    }

    public override void WriteAdaptEach()
    {
        Writer.Lines(
            """
            /// <summary>Each task's weights after a number of gradient steps.</summary>
            private Weights AdaptEach(Tasks tasks, int steps)
            {
                var adapted = weights.Repeat(tasks.SupportX.size(0));
                for (var step = 0; step < steps; step++)
                {
                    using var before = adapted;
                    adapted = TakeFreeStep(before, tasks);
                }

                return adapted;
            }

            """);
    }

    public override void WritePrediction()
    {
        if (spec.Tasks is RegressionTaskSpec)
        {
            Writer.Lines(
                """
                /// <summary>Each task's mean squared error at the given points.</summary>
                private static Tensor ErrorOfEach(Weights weights, Tensor x, Tensor y)
                {
                    using var prediction = PredictEach(weights, x);
                    return LossOfEach(prediction, y);
                }

                """);
        }

        Writer.Lines(
            """
            /// <summary>Each task's prediction for its examples.</summary>
            """);
        Writer.Block("private static Tensor PredictEach(Weights weights, Tensor x)", () =>
        {
            var prediction = body(Maml.Prediction, ["weights", "x"]);
            prediction.WriteTo(Writer);
            Writer.Lines($"return {prediction.Output("prediction")};");
        });
        Writer.Blank();
    }

    public override void WriteWeightsMembers(SourceWriter members)
    {
        var list = string.Join(", ", Properties);
        members.Lines("/// <summary>Copies from which torch.autograd records what is computed.</summary>");
        members.Block("public Weights Recorded()", () =>
        {
            members.Lines("var copies = Detach();").Lines("foreach (var tensor in copies.ToArray()) tensor.requires_grad_(true);").Lines("return copies;");
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
