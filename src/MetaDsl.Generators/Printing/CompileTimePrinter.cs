using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the inner loop with the derivatives that the compiler has found, each part a method.</summary>
internal sealed class CompileTimePrinter : InnerLoopPrinter
{
    private readonly ExperimentSpec spec;
    private readonly BodyMaker body;
    private readonly List<PartMethod> methods = [];
    private readonly StepMethods first;
    private readonly StepMethods later;
    private readonly PartMethod descend;
    private readonly string firstStep = "";
    private readonly string laterStep = "";

    public CompileTimePrinter(
        SourceWriter writer,
        ExperimentSpec spec,
        Maml maml,
        Records records,
        ICollection<Factor> constants,
        BodyMaker body)
        : base(writer, maml)
    {
        (this.spec, this.body) = (spec, body);
        var loss = $"the support loss S = {maml.TaskLoss.Formula} over {Words.Plural(spec.Tasks.SupportExamples, "example")}";
        later = new StepMethods(maml.Later, isShared: false, records, Add, loss);
        first = new StepMethods(maml.First, isShared: true, records, Add, loss);
        descend = Add(Descending(), ["Descend"]);
        foreach (var method in methods)
        {
            foreach (var constant in method.Constants) constants.Add(constant);
        }

        if (!maml.IsSecondOrder) return;
        const string Summary = "An inner step: the adapted weights, and what the way back needs.";
        if (KeepsLater) laterStep = Record(["InnerStep"], later);
        firstStep = Record(["InnerStep", "FirstStep"], first);

        string Record(string[] names, StepMethods step)
        {
            var fields = Fields(step).ToArray();
            var others = fields.Select(field => field.Name).Where(name => name != "Adapted");
            return records.Named(names, Summary, fields, Records.KeepOnly("Adapted", "the adapted weights, for where nothing goes back", others));
        }
    }

    public override string NextStep => $"step == 0 ? {Adapted(First, firstStep)} : {Adapted(Later("before"), laterStep)}";

    public override string Mode => "using var mode = torch.inference_mode();\n";

    private string Rate => CSharpLiteral.Of(spec.Inner.LearningRate);

    private bool HasLater => spec.Inner.Steps > 1;

    private bool KeepsLater => Maml.IsSecondOrder && HasLater && !Maml.Recomputes;

    private static Dictionary<string, string> ExampleRoots => new() { ["weights"] = "weights", ["x"] = "x" };

    private static string First => "TakeFirstStep(weights, tasks)";

    protected override void WriteMetaGradient(string name, string summary)
    {
        Writer.Lines($"/// <summary>{summary}.</summary>");
        Writer.Block($"private LossGradient {name}(Tasks tasks)", () => Writer.Lines(MetaGradient()));
        Writer.Blank();
        WriteStep("The step from the weights that all tasks share.", "TakeFirstStep", firstStep, first);
        WriteStep("A step from weights that each task has of its own.", "TakeStep", laterStep, later);
        WriteQueryGradient();
        if (Maml.IsSecondOrder && HasLater) WriteBackThroughLater();
        if (Maml.IsSecondOrder) WriteBackThroughFirst();
        foreach (var method in methods)
        {
            method.WriteTo(Writer);
            Writer.Blank();
        }
    }

    public override void WriteAdaptEach()
    {
        Writer.Lines("/// <summary>Each task's weights after a number of gradient steps.</summary>");
        Writer.Block("private Weights AdaptEach(Tasks tasks, int steps)", () => Writer.Lines(
            $$"""
            if (steps == 0) return weights.Repeat(tasks.SupportX.size(0));

            var adapted = {{Adapted(First, firstStep)}};
            for (var step = 1; step < steps; step++)
            {
                using var before = adapted;
                adapted = {{Adapted(Later("before"), laterStep)}};
            }

            return adapted;
            """));
        Writer.Blank();
    }

    public override void WritePrediction()
    {
        if (spec.Tasks is RegressionTaskSpec)
        {
            Writer.Lines("/// <summary>Each task's mean squared error at the given points.</summary>");
            Writer.Block("private static Tensor ErrorOfEach(Weights weights, Tensor x, Tensor y)", () =>
            {
                var error = body(Maml.Error, ["weights", "x", "y", "activations"]);
                Writer.Lines($"using var activations = {later.Forward.Call(ExampleRoots)};");
                error.WriteTo(Writer);
                Writer.Lines($"return {error.Output("loss")};");
            });
            Writer.Blank();
        }

        Writer.Lines("/// <summary>Each task's prediction for its examples.</summary>");
        Writer.Block("private static Tensor PredictEach(Weights weights, Tensor x)", () => Writer.Lines(
            $"""
            using var activations = {later.Forward.Call(ExampleRoots)};
            return activations.Prediction.alias();
            """));
        Writer.Blank();
    }

    public override void WriteWeightsMembers(SourceWriter members)
    {
        members.Lines("/// <summary>Summed over tasks: what all tasks share.</summary>");
        members.Block("public Weights SumOverTasks() => new()", () =>
        {
            foreach (var parameter in Maml.Network.Parameters) members.Lines($"{parameter.Property} = {parameter.Property}.sum(dim: 0),");
        }, end: "};");
        members.Blank();
    }

    private string MetaGradient()
    {
        const string Through = "BackThroughFirstStep(weights, {0}, tasks, {1})";
        if (!Maml.IsSecondOrder)
        {
            return
                """
                using var adapted = AdaptEach(tasks, InnerSteps);
                using var query = FindQueryGradient(adapted, tasks);
                return new LossGradient { Loss = query.Loss.alias(), Gradient = query.Gradient.SumOverTasks() };
                """;
        }

        if (!HasLater)
        {
            return
                $$"""
                using var step = TakeFirstStep(weights, tasks);
                using var query = FindQueryGradient(step.Adapted, tasks);
                return new LossGradient { Loss = query.Loss.alias(), Gradient = {{string.Format(Through, "step", "query.Gradient")}} };
                """;
        }

        return KeepsLater ? $$"""
            using var first = TakeFirstStep(weights, tasks);
            var later = new InnerStep[InnerSteps - 1];
            for (var i = 0; i < later.Length; i++) later[i] = TakeStep(i == 0 ? first.Adapted : later[i - 1].Adapted, tasks);

            var query = FindQueryGradient(later[^1].Adapted, tasks);
            var direction = query.Gradient;
            for (var i = later.Length - 1; i >= 0; i--)
            {
                using var ahead = direction;
                using var step = later[i];
                direction = BackThroughStep(i == 0 ? first.Adapted : later[i - 1].Adapted, step, tasks, ahead);
            }

            using var last = direction;
            return new LossGradient { Loss = query.Loss, Gradient = {{string.Format(Through, "first", "last")}} };
            """ : $$"""
            // Each step leaves its adapted weights alone: the rest is computed again on the way back.
            using var first = TakeFirstStep(weights, tasks);
            var later = new Weights[InnerSteps - 1];
            for (var i = 0; i < later.Length; i++) later[i] = TakeStep(i == 0 ? first.Adapted : later[i - 1], tasks);

            var query = FindQueryGradient(later[^1], tasks);
            var direction = query.Gradient;
            for (var i = later.Length - 1; i >= 0; i--)
            {
                using var ahead = direction;
                later[i].Dispose();
                direction = BackThroughStep(i == 0 ? first.Adapted : later[i - 1], tasks, ahead);
            }

            using var last = direction;
            return new LossGradient { Loss = query.Loss, Gradient = {{string.Format(Through, "first", "last")}} };
            """;
    }

    private void WriteStep(string summary, string name, string record, StepMethods step)
    {
        var roots = Roots();
        var keep = record.Length > 0 ? "var" : "using var";
        var result = step.Backward.Returns == "Weights" ? "gradient" : "gradients";
        roots[Maml.Gradient] = step.GradientOf(result);
        Writer.Lines($"/// <summary>{summary}</summary>");
        Writer.Block($"private static {(record.Length > 0 ? record : "Weights")} {name}(Weights weights, Tasks tasks)", () =>
        {
            Writer.Lines(
                $"""
                {keep} activations = {step.Forward.Call(roots)};
                {keep} predictionGradient = {step.LossGradient.Call(roots)};
                {keep} {result} = {step.Backward.Call(roots)};
                """);
            if (record.Length == 0)
            {
                Writer.Lines($"return {descend.Call(roots)};");
                return;
            }

            Writer.Lines($"var adapted = {descend.Call(roots)};");
            Writer.Lines("// The way back does not need it.").Lines($"{roots[Maml.Gradient]}.Dispose();").Blank();
            var fields = Fields(step).Select(field => (field.Name, CSharpLiteral.Lower(field.Name)));
            Writer.Lines($"return {Records.Initializer(record, fields)};");
        });
        Writer.Blank();
    }

    private void WriteQueryGradient()
    {
        Writer.Lines("/// <summary>The mean query loss with adapted weights, and its gradient with respect to each task's.</summary>");
        Writer.Block("private static LossGradient FindQueryGradient(Weights adapted, Tasks tasks)", () =>
        {
            var roots = Roots();
            (roots["weights"], roots["x"]) = ("adapted", "tasks.QueryX");
            Writer.Lines($"using var activations = {later.Forward.Call(roots)};").Blank();
            Writer.Lines($"// Query loss Q = {Maml.TaskLoss.Formula} over {Words.Plural(spec.Tasks.QueryExamples, "example")} of {Words.Plural(spec.Outer.MetaBatch, "task")}, and its gradient.");
            var loss = body(Maml.Query, ["adapted", "tasks", "activations"], new Dictionary<string, string> { ["y"] = "tasks.QueryY" }, ["loss"]);
            loss.WriteTo(Writer);
            roots[Maml.PredictionGradient] = loss.Output(Maml.PredictionGradient);
            var backward = later.Backward.Call(roots) + (later.Backward.Returns == "Weights" ? "" : ".KeepWeights()");
            Writer.Blank().Lines($"return {Records.Initializer("LossGradient", [("Loss", loss.Output("loss")), ("Gradient", backward)])};");
        });
        Writer.Blank();
    }

    private void WriteBackThroughFirst()
    {
        Writer.Lines($"/// <summary>Carries each task's gradient v back to the weights that all share: v - {Rate} ∇²S(w) v, summed over tasks.</summary>");
        Writer.Block($"private static Weights BackThroughFirstStep(Weights weights, {firstStep} step, Tasks tasks, Weights direction)", () =>
        {
            WriteHessianProduct(first, StepRoots());
            Writer.Lines("using var total = direction.SumOverTasks();");
            WriteReturn("total");
        });
        Writer.Blank();
    }

    private void WriteBackThroughLater()
    {
        Writer.Lines($"/// <summary>Carries each task's gradient v back through a step: v - {Rate} ∇²S(w) v.</summary>");
        var given = KeepsLater ? $"{laterStep} step, " : "";
        Writer.Block($"private static Weights BackThroughStep(Weights weights, {given}Tasks tasks, Weights direction)", () =>
        {
            var roots = KeepsLater ? StepRoots() : Roots();
            if (!KeepsLater)
            {
                roots["direction"] = "direction";
                Writer.Lines(
                    $"""
                    using var activations = {later.Forward.Call(roots)};
                    using var predictionGradient = {later.LossGradient.Call(roots)};
                    using var gradients = {later.Backward.Call(roots)};
                    """);
            }

            WriteHessianProduct(later, roots);
            WriteReturn("direction");
        });
        Writer.Blank();
    }

    private void WriteHessianProduct(StepMethods step, Dictionary<string, string> roots) => Writer.Lines(
        $"""
        using var tangents = {step.ForwardTangent!.Call(roots)};
        using var curvature = {step.Curvature!.Call(roots)};
        """);

    // The same step that took the weights along the gradient takes a direction along the Hessian's product with it.
    private void WriteReturn(string direction) => Writer.Lines(
        $"return {descend.Call(new Dictionary<string, string> { ["weights"] = direction, [Maml.Gradient] = "curvature" })};");

    private static IEnumerable<(string Type, string Name)> Fields(StepMethods step)
    {
        yield return (step.ActivationsType, "Activations");
        yield return ("Tensor", "PredictionGradient");
        if (step.Backward.Returns != "Weights") yield return (step.Backward.Returns, "Gradients");
        yield return ("Weights", "Adapted");
    }

    private static string Later(string weights) => $"TakeStep({weights}, tasks)";

    private static string Adapted(string step, string record) => record.Length > 0 ? step + ".KeepAdapted()" : step;

    // What stands for each root where the support examples are adapted to.
    private static Dictionary<string, string> Roots() => new()
    {
        ["weights"] = "weights",
        ["x"] = "tasks.SupportX",
        ["y"] = "tasks.SupportY",
        [Maml.Activations] = "activations",
        [Maml.PredictionGradient] = "predictionGradient",
        [Maml.Gradients] = "gradients",
        [Maml.Tangents] = "tangents",
    };

    // The same where a step has kept it.
    private static Dictionary<string, string> StepRoots()
    {
        var roots = Roots();
        roots["direction"] = "direction";
        roots[Maml.Activations] = "step.Activations";
        roots[Maml.PredictionGradient] = "step.PredictionGradient";
        roots[Maml.Gradients] = "step.Gradients";
        return roots;
    }

    private PartMethod Descending() => new(
        $"{Words.Maml(spec.Inner)}: w' = w - {Rate} ∇S(w).",
        Maml.Descend,
        new Dictionary<string, string>(),
        "Weights",
        output => Records.Initializer("Weights", Maml.Descend.Outputs.Select(weight => (weight.Key.Substring(weight.Key.IndexOf('.') + 1), output(weight.Key)))));

    // Two methods that say the same are one.
    private PartMethod Add(PartMethod method, string[] names)
    {
        foreach (var name in names)
        {
            var found = methods.Find(candidate => candidate.Name == name);
            if (found is not null && found.Text() == method.Text()) return found;
            if (found is not null) continue;
            method.Name = name;
            methods.Add(method);
            return method;
        }

        throw new InvalidOperationException($"no free name for '{names[0]}'");
    }
}
