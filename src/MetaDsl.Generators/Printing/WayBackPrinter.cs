using System.Collections.Generic;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the way from the query loss back through the inner steps to the weights that all tasks share.</summary>
internal sealed class WayBackPrinter(
    SourceWriter writer, ExperimentSpec spec, Maml maml, PassPrinter passes, InnerMethods inner, BodyMaker body)
{
    private string Rate => CSharpLiteral.Of(spec.Inner.LearningRate);

    /// <summary>The statements that go there and back.</summary>
    public string MetaGradient()
    {
        var through = $"BackThroughFirstStep(weights, {{0}}, tasks, {{1}}{passes.BackAtFirst})";
        if (!maml.IsSecondOrder)
        {
            var adapt = passes.TrainsOtherwise ? $"AdaptInTraining(tasks{passes.Arguments})" : "AdaptEach(tasks, InnerSteps)";
            return
                $$"""
                using var adapted = {{adapt}};
                using var query = FindQueryGradient(adapted, tasks{{passes.Arguments}});
                return new LossGradient { Loss = query.Loss.alias(), Gradient = query.Gradient.SumOverTasks() };
                """;
        }

        if (!inner.HasLater)
        {
            return
                $$"""
                using var step = {{inner.TakeFirst}};
                using var query = FindQueryGradient(step.Adapted, tasks{{passes.Arguments}});
                return new LossGradient { Loss = query.Loss.alias(), Gradient = {{string.Format(through, "step", "query.Gradient")}} };
                """;
        }

        return inner.KeepsLater ? $$"""
            using var first = {{inner.TakeFirst}};
            var later = new InnerStep[InnerSteps - 1];
            for (var i = 0; i < later.Length; i++) later[i] = {{inner.TakeLater("i == 0 ? first.Adapted : later[i - 1].Adapted", "i + 1")}};

            var query = FindQueryGradient(later[^1].Adapted, tasks{{passes.Arguments}});
            var direction = query.Gradient;
            for (var i = later.Length - 1; i >= 0; i--)
            {
                using var ahead = direction;
                using var step = later[i];
                direction = BackThroughStep(i == 0 ? first.Adapted : later[i - 1].Adapted, step, tasks, ahead{{passes.BackAt("i + 1")}});
            }

            using var last = direction;
            return new LossGradient { Loss = query.Loss, Gradient = {{string.Format(through, "first", "last")}} };
            """ : $$"""
            // Each step leaves its adapted weights alone: the rest is computed again on the way back.
            using var first = {{inner.TakeFirst}};
            var later = new Weights[InnerSteps - 1];
            for (var i = 0; i < later.Length; i++) later[i] = {{inner.TakeLater("i == 0 ? first.Adapted : later[i - 1]", "i + 1")}};

            var query = FindQueryGradient(later[^1], tasks{{passes.Arguments}});
            var direction = query.Gradient;
            for (var i = later.Length - 1; i >= 0; i--)
            {
                using var ahead = direction;
                later[i].Dispose();
                direction = BackThroughStep(i == 0 ? first.Adapted : later[i - 1], tasks, ahead{{passes.BackAt("i + 1")}});
            }

            using var last = direction;
            return new LossGradient { Loss = query.Loss, Gradient = {{string.Format(through, "first", "last")}} };
            """;
    }

    /// <summary>Writes the methods of the way back, which begins with the query loss.</summary>
    public void Write()
    {
        WriteQueryGradient();
        if (!maml.IsSecondOrder) return;
        if (inner.HasLater) WriteBackThroughLater();
        WriteBackThroughFirst();
    }

    private void WriteQueryGradient()
    {
        const string Taken = "InnerSteps";
        writer.Lines("/// <summary>The mean query loss with adapted weights, and its gradient with respect to each task's.</summary>");
        writer.Block($"private {passes.Static}LossGradient FindQueryGradient(Weights adapted, Tasks tasks{passes.Parameters})", () =>
        {
            var roots = inner.Roots(Taken);
            var arguments = new Dictionary<string, string> { ["y"] = "tasks.QueryY" };
            (roots["weights"], roots["x"]) = ("adapted", "tasks.QueryX");
            if (passes.NeedsSupport)
            {
                (roots["x"], arguments[Maml.Prediction]) = ("both", "prediction");
                writer.Lines(PassPrinter.JoinSupport("tasks.SupportX", "tasks.QueryX"));
            }

            writer.Lines($"{passes.FindStep(Taken)}using var activations = {inner.Later.Forward.Call(roots)};");
            writer.Statements(passes.Note(Taken, "activations.Statistics"));
            var support = spec.Tasks.SupportName;
            if (passes.NeedsSupport)
            {
                writer.Lines($"using var prediction = activations.Prediction.narrow(1, {support}, tasks.QueryX.size(1));");
            }

            writer.Blank();
            var examples = $"{Words.Plural(spec.Tasks.QueryExamples, "example")} of {Words.Plural(spec.Outer.MetaBatch, "task")}";
            writer.Lines($"// Query loss Q = {maml.TaskLoss.Formula} over {examples}, and its gradient.");
            string[] reserved = ["adapted", "tasks", "activations", "prediction", "both", "ofBoth", "stepRow"];
            var loss = body(maml.Query, reserved, arguments, ["loss"]);
            loss.WriteTo(writer);
            roots[Maml.PredictionGradient] = loss.Output(Maml.PredictionGradient);
            if (passes.NeedsSupport)
            {
                writer.Lines("// It does not look at what is predicted for the support examples.");
                writer.Lines($"using var ofBoth = torch.nn.functional.pad({roots[Maml.PredictionGradient]}, (0, 0, {support}, 0));");
                roots[Maml.PredictionGradient] = "ofBoth";
            }

            var backward = inner.Later.Backward.Call(roots) + (inner.Later.Backward.Returns == "Weights" ? "" : ".KeepWeights()");
            writer.Blank().Lines($"return {Records.Initializer("LossGradient", [("Loss", loss.Output("loss")), ("Gradient", backward)])};");
        });
        writer.Blank();
    }

    private void WriteBackThroughFirst()
    {
        var direction = $"v - {Rate} ∇²S(w) v, summed over tasks";
        var parameters = $"Weights weights, {inner.FirstStep} step, Tasks tasks, Weights direction{passes.BackParametersOfFirst}";
        writer.Lines($"/// <summary>Carries each task's gradient v back to the weights that all share: {direction}.</summary>");
        writer.Block($"private {passes.Static}Weights BackThroughFirstStep({parameters})", () =>
        {
            writer.Statements(passes.FindStep("0"));
            WriteHessianProduct(inner.First, StepRoots("0"));
            writer.Lines("using var total = direction.SumOverTasks();");
            WriteReturn("total");
        });
        writer.Blank();
    }

    private void WriteBackThroughLater()
    {
        writer.Lines($"/// <summary>Carries each task's gradient v back through a step: v - {Rate} ∇²S(w) v.</summary>");
        var given = inner.KeepsLater ? $"{inner.LaterStep} step, " : "";
        var parameters = $"Weights weights, {given}Tasks tasks, Weights direction{passes.BackParameters}";
        writer.Block($"private {passes.Static}Weights BackThroughStep({parameters})", () =>
        {
            writer.Statements(passes.FindStep("taken"));
            var roots = inner.KeepsLater ? StepRoots("taken") : inner.Roots("taken");
            if (!inner.KeepsLater)
            {
                roots["direction"] = "direction";
                writer.Lines(
                    $"""
                    using var activations = {inner.Later.Forward.Call(roots)};
                    using var predictionGradient = {inner.Later.LossGradient.Call(roots)};
                    using var gradients = {inner.Later.Backward.Call(roots)};
                    """);
            }

            WriteHessianProduct(inner.Later, roots);
            WriteReturn("direction");
        });
        writer.Blank();
    }

    private void WriteHessianProduct(StepMethods step, Dictionary<string, string> roots) => writer.Lines(
        $"""
        using var tangents = {step.ForwardTangent!.Call(roots)};
        using var curvature = {step.Curvature!.Call(roots)};
        """);

    // The same step that took the weights along the gradient takes a direction along the Hessian's product with it.
    private void WriteReturn(string direction) => writer.Lines(
        $"return {inner.CarryBack.Call(new Dictionary<string, string> { ["weights"] = direction, [Maml.Gradient] = "curvature" })};");

    // What stands for each root where a step has kept it.
    private Dictionary<string, string> StepRoots(string taken)
    {
        var roots = inner.Roots(taken);
        roots["direction"] = "direction";
        roots[Maml.Activations] = "step.Activations";
        roots[Maml.PredictionGradient] = "step.PredictionGradient";
        roots[Maml.Gradients] = "step.Gradients";
        return roots;
    }
}
