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
    private readonly StepMethods test;
    private readonly PartMethod descend;
    private readonly PartMethod carryBack;
    private readonly string firstStep = "";
    private readonly string laterStep = "";

    public CompileTimePrinter(
        SourceWriter writer,
        ExperimentSpec spec,
        Maml maml,
        PassPrinter passes,
        Records records,
        ICollection<Factor> constants,
        BodyMaker body)
        : base(writer, maml, passes)
    {
        (this.spec, this.body) = (spec, body);
        var loss = $"the support loss S = {maml.TaskLoss.Formula} over {Words.Plural(spec.Tasks.SupportExamples, "example")}";
        later = new StepMethods(maml.Later, isShared: false, isTest: false, records, Add, loss);
        first = new StepMethods(maml.First, isShared: true, isTest: false, records, Add, loss);
        test = passes.TrainsOtherwise ? new StepMethods(maml.Test, isShared: false, isTest: true, records, Add, loss) : later;
        descend = Add(Descending(), ["Descend"]);
        carryBack = maml.IsSecondOrder ? Add(CarryingBack(), ["Descend", "CarryBack"]) : descend;
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

    public override string NextStep => Passes.TrainsOtherwise ? "TakeTestStep(before, tasks, step)"
        : $"step == 0 ? {Adapted(First, firstStep)} : {Adapted(Later("before", "step"), laterStep)}";

    public override string Mode => "using var mode = torch.inference_mode();\n";

    private static string PredictionRoot => $"{Maml.Activations}.Prediction";

    private string Rate => CSharpLiteral.Of(spec.Inner.LearningRate);

    private bool HasLater => spec.Inner.Steps > 1;

    private bool KeepsLater => Maml.IsSecondOrder && HasLater && !Maml.Recomputes;

    private Dictionary<string, string> ExampleRoots
    {
        get
        {
            var roots = new Dictionary<string, string> { ["weights"] = "weights", ["x"] = Passes.NeedsSupport ? "both" : "x" };
            Passes.AddRoots(roots, "0");
            return roots;
        }
    }

    private string First => $"TakeFirstStep(weights, tasks{Passes.Arguments})";

    protected override void WriteMetaGradient(string name, string summary)
    {
        Writer.Lines($"/// <summary>{summary}.</summary>");
        Writer.Block($"private LossGradient {name}(Tasks tasks{Passes.Parameters})", () => Writer.Lines(MetaGradient()));
        Writer.Blank();
        if (Passes.TrainsOtherwise && !Maml.IsSecondOrder) WriteAdaptInTraining();
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
        if (Passes.TrainsOtherwise)
        {
            WriteTestStep();
            Writer.Lines(
                """
                /// <summary>Each task's weights after a number of gradient steps.</summary>
                private Weights AdaptEach(Tasks tasks, int steps)
                {
                    var adapted = weights.Repeat(tasks.SupportX.size(0));
                    for (var step = 0; step < steps; step++)
                    {
                        using var before = adapted;
                        adapted = TakeTestStep(before, tasks, step);
                    }

                    return adapted;
                }

                """);
            return;
        }

        Writer.Lines("/// <summary>Each task's weights after a number of gradient steps.</summary>");
        Writer.Block("private Weights AdaptEach(Tasks tasks, int steps)", () => Writer.Lines(
            $$"""
            if (steps == 0) return weights.Repeat(tasks.SupportX.size(0));

            var adapted = {{Adapted(First, firstStep)}};
            for (var step = 1; step < steps; step++)
            {
                using var before = adapted;
                adapted = {{Adapted(Later("before", "step"), laterStep)}};
            }

            return adapted;
            """));
        Writer.Blank();
    }

    public override void WritePrediction()
    {
        if (spec.Tasks is not FewShotTaskSpec)
        {
            Writer.Lines("/// <summary>Each task's mean squared error at the given points.</summary>");
            Writer.Block($"private static Tensor ErrorOfEach(Weights weights, Tensor x, Tensor y{Passes.TestParameters})", () =>
            {
                var error = body(Maml.Error, ["weights", "x", "y", "prediction"], new Dictionary<string, string> { [PredictionRoot] = "prediction" });
                Writer.Lines($"using var prediction = PredictEach(weights, x{Passes.TestArguments});");
                error.WriteTo(Writer);
                Writer.Lines($"return {error.Output("loss")};");
            });
            Writer.Blank();
        }

        Writer.Lines("/// <summary>Each task's prediction for its examples.</summary>");
        Writer.Block($"private static Tensor PredictEach(Weights weights, Tensor x{Passes.TestParameters})", () =>
        {
            if (Passes.NeedsSupport) Writer.Lines(PassPrinter.JoinSupport("supportX", "x"));
            Writer.Lines($"using var activations = {test.Forward.Call(ExampleRoots)};");
            if (!Passes.NeedsSupport)
            {
                Writer.Lines("return activations.Prediction.alias();");
                return;
            }

            Writer.Lines($"return activations.Prediction.narrow(1, {spec.Tasks.SupportName}, x.size(1));");
        });
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
        var through = $"BackThroughFirstStep(weights, {{0}}, tasks, {{1}}{Passes.BackAtFirst})";
        if (!Maml.IsSecondOrder)
        {
            return
                $$"""
                using var adapted = {{(Passes.TrainsOtherwise ? $"AdaptInTraining(tasks{Passes.Arguments})" : "AdaptEach(tasks, InnerSteps)")}};
                using var query = FindQueryGradient(adapted, tasks{{Passes.Arguments}});
                return new LossGradient { Loss = query.Loss.alias(), Gradient = query.Gradient.SumOverTasks() };
                """;
        }

        if (!HasLater)
        {
            return
                $$"""
                using var step = {{First}};
                using var query = FindQueryGradient(step.Adapted, tasks{{Passes.Arguments}});
                return new LossGradient { Loss = query.Loss.alias(), Gradient = {{string.Format(through, "step", "query.Gradient")}} };
                """;
        }

        return KeepsLater ? $$"""
            using var first = {{First}};
            var later = new InnerStep[InnerSteps - 1];
            for (var i = 0; i < later.Length; i++) later[i] = {{Later("i == 0 ? first.Adapted : later[i - 1].Adapted", "i + 1")}};

            var query = FindQueryGradient(later[^1].Adapted, tasks{{Passes.Arguments}});
            var direction = query.Gradient;
            for (var i = later.Length - 1; i >= 0; i--)
            {
                using var ahead = direction;
                using var step = later[i];
                direction = BackThroughStep(i == 0 ? first.Adapted : later[i - 1].Adapted, step, tasks, ahead{{Passes.BackAt("i + 1")}});
            }

            using var last = direction;
            return new LossGradient { Loss = query.Loss, Gradient = {{string.Format(through, "first", "last")}} };
            """ : $$"""
            // Each step leaves its adapted weights alone: the rest is computed again on the way back.
            using var first = {{First}};
            var later = new Weights[InnerSteps - 1];
            for (var i = 0; i < later.Length; i++) later[i] = {{Later("i == 0 ? first.Adapted : later[i - 1]", "i + 1")}};

            var query = FindQueryGradient(later[^1], tasks{{Passes.Arguments}});
            var direction = query.Gradient;
            for (var i = later.Length - 1; i >= 0; i--)
            {
                using var ahead = direction;
                later[i].Dispose();
                direction = BackThroughStep(i == 0 ? first.Adapted : later[i - 1], tasks, ahead{{Passes.BackAt("i + 1")}});
            }

            using var last = direction;
            return new LossGradient { Loss = query.Loss, Gradient = {{string.Format(through, "first", "last")}} };
            """;
    }

    private void WriteStep(string summary, string name, string record, StepMethods step)
    {
        var taken = step == first ? "0" : "taken";
        var roots = Roots(taken);
        var keep = record.Length > 0 ? "var" : "using var";
        var result = step.Backward.Returns == "Weights" ? "gradient" : "gradients";
        roots[Maml.Gradient] = step.GradientOf(result);
        var parameters = Passes.Parameters + (step == first ? "" : Passes.TakenParameter);
        Writer.Lines($"/// <summary>{summary}</summary>");
        Writer.Block($"private {Passes.Static}{(record.Length > 0 ? record : "Weights")} {name}(Weights weights, Tasks tasks{parameters})", () =>
        {
            Writer.Lines(
                $"""
                {Passes.FindStep(taken)}{keep} activations = {step.Forward.Call(roots)};
                {Passes.Note(taken, "activations.Statistics")}{keep} predictionGradient = {step.LossGradient.Call(roots)};
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

    private void WriteTestStep()
    {
        var roots = Roots("taken");
        var result = test.Backward.Returns == "Weights" ? "gradient" : "gradients";
        roots[Maml.Gradient] = test.GradientOf(result);
        Writer.Lines("/// <summary>A step where nothing is trained, after a number of others.</summary>");
        Writer.Block($"private {Passes.TestStatic}Weights TakeTestStep(Weights weights, Tasks tasks, int taken)", () => Writer.Lines(
            $"""
            {Passes.FindTestStep("taken")}using var activations = {test.Forward.Call(roots)};
            using var predictionGradient = {test.LossGradient.Call(roots)};
            using var {result} = {test.Backward.Call(roots)};
            return {descend.Call(roots)};
            """));
        Writer.Blank();
    }

    private void WriteAdaptInTraining()
    {
        Writer.Lines("/// <summary>Each task's weights after all steps, as training takes them.</summary>");
        Writer.Block($"private Weights AdaptInTraining(Tasks tasks{Passes.Parameters})", () => Writer.Lines(
            $$"""
            var adapted = {{First}};
            for (var step = 1; step < InnerSteps; step++)
            {
                using var before = adapted;
                adapted = {{Later("before", "step")}};
            }

            return adapted;
            """));
        Writer.Blank();
    }

    private void WriteQueryGradient()
    {
        const string Taken = "InnerSteps";
        Writer.Lines("/// <summary>The mean query loss with adapted weights, and its gradient with respect to each task's.</summary>");
        Writer.Block($"private {Passes.Static}LossGradient FindQueryGradient(Weights adapted, Tasks tasks{Passes.Parameters})", () =>
        {
            var roots = Roots(Taken);
            var arguments = new Dictionary<string, string> { ["y"] = "tasks.QueryY" };
            (roots["weights"], roots["x"]) = ("adapted", "tasks.QueryX");
            if (Passes.NeedsSupport)
            {
                (roots["x"], arguments[PredictionRoot]) = ("both", "prediction");
                Writer.Lines(PassPrinter.JoinSupport("tasks.SupportX", "tasks.QueryX"));
            }

            Writer.Lines($"{Passes.FindStep(Taken)}using var activations = {later.Forward.Call(roots)};");
            Writer.Statements(Passes.Note(Taken, "activations.Statistics"));
            if (Passes.NeedsSupport) Writer.Lines($"using var prediction = activations.Prediction.narrow(1, {spec.Tasks.SupportName}, tasks.QueryX.size(1));");
            Writer.Blank();
            Writer.Lines($"// Query loss Q = {Maml.TaskLoss.Formula} over {Words.Plural(spec.Tasks.QueryExamples, "example")} of {Words.Plural(spec.Outer.MetaBatch, "task")}, and its gradient.");
            var loss = body(Maml.Query, ["adapted", "tasks", "activations", "prediction", "both", "ofBoth", "stepRow"], arguments, ["loss"]);
            loss.WriteTo(Writer);
            roots[Maml.PredictionGradient] = loss.Output(Maml.PredictionGradient);
            if (Passes.NeedsSupport)
            {
                Writer.Lines("// It does not look at what is predicted for the support examples.");
                Writer.Lines($"using var ofBoth = torch.nn.functional.pad({roots[Maml.PredictionGradient]}, (0, 0, {spec.Tasks.SupportName}, 0));");
                roots[Maml.PredictionGradient] = "ofBoth";
            }

            var backward = later.Backward.Call(roots) + (later.Backward.Returns == "Weights" ? "" : ".KeepWeights()");
            Writer.Blank().Lines($"return {Records.Initializer("LossGradient", [("Loss", loss.Output("loss")), ("Gradient", backward)])};");
        });
        Writer.Blank();
    }

    private void WriteBackThroughFirst()
    {
        Writer.Lines($"/// <summary>Carries each task's gradient v back to the weights that all share: v - {Rate} ∇²S(w) v, summed over tasks.</summary>");
        Writer.Block($"private {Passes.Static}Weights BackThroughFirstStep(Weights weights, {firstStep} step, Tasks tasks, Weights direction{Passes.BackParametersOfFirst})", () =>
        {
            Writer.Statements(Passes.FindStep("0"));
            WriteHessianProduct(first, StepRoots("0"));
            Writer.Lines("using var total = direction.SumOverTasks();");
            WriteReturn("total");
        });
        Writer.Blank();
    }

    private void WriteBackThroughLater()
    {
        Writer.Lines($"/// <summary>Carries each task's gradient v back through a step: v - {Rate} ∇²S(w) v.</summary>");
        var given = KeepsLater ? $"{laterStep} step, " : "";
        Writer.Block($"private {Passes.Static}Weights BackThroughStep(Weights weights, {given}Tasks tasks, Weights direction{Passes.BackParameters})", () =>
        {
            Writer.Statements(Passes.FindStep("taken"));
            var roots = KeepsLater ? StepRoots("taken") : Roots("taken");
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
        $"return {carryBack.Call(new Dictionary<string, string> { ["weights"] = direction, [Maml.Gradient] = "curvature" })};");

    private static IEnumerable<(string Type, string Name)> Fields(StepMethods step)
    {
        yield return (step.ActivationsType, "Activations");
        yield return ("Tensor", "PredictionGradient");
        if (step.Backward.Returns != "Weights") yield return (step.Backward.Returns, "Gradients");
        yield return ("Weights", "Adapted");
    }

    private string Later(string weights, string taken) => $"TakeStep({weights}, tasks{Passes.At(taken)})";

    private static string Adapted(string step, string record) => record.Length > 0 ? step + ".KeepAdapted()" : step;

    // What stands for each root where the support examples are adapted to.
    private Dictionary<string, string> Roots(string taken)
    {
        var roots = new Dictionary<string, string>
        {
            ["weights"] = "weights",
            ["x"] = "tasks.SupportX",
            ["y"] = "tasks.SupportY",
            [Maml.Activations] = "activations",
            [Maml.PredictionGradient] = "predictionGradient",
            [Maml.Gradients] = "gradients",
            [Maml.Tangents] = "tangents",
        };
        Passes.AddRoots(roots, taken);
        return roots;
    }

    // The same where a step has kept it.
    private Dictionary<string, string> StepRoots(string taken)
    {
        var roots = Roots(taken);
        roots["direction"] = "direction";
        roots[Maml.Activations] = "step.Activations";
        roots[Maml.PredictionGradient] = "step.PredictionGradient";
        roots[Maml.Gradients] = "step.Gradients";
        return roots;
    }

    private PartMethod Descending() => Moving($"{Words.Maml(spec.Inner)}: w' = w - {Rate} ∇S(w).", Maml.Descend);

    private PartMethod CarryingBack() => Maml.Network.Parameters.All(parameter => parameter.IsAdapted)
        ? Descending()
        : Moving($"The same for all weights, those that tasks leave alone included: v - {Rate} ∇²S(w) v.", Maml.CarryBack);

    // What does not move is each task's as it was.
    private PartMethod Moving(string summary, TensorProgram program) => new(
        summary,
        program,
        new Dictionary<string, string>(),
        "Weights",
        output => Records.Initializer("Weights", Maml.Network.Parameters.Select(parameter => (parameter.Property, Moved(program, parameter.Property, output)))));

    private static string Moved(TensorProgram program, string property, System.Func<string, string> output)
    {
        var key = $"{Maml.Adapted}.{property}";
        return program.Outputs.Any(moved => moved.Key == key) ? output(key) : $"weights.{property}.expand_as(gradient.{property})";
    }

    // Two methods that say the same are one.
    private PartMethod Add(PartMethod method, string[] names)
    {
        foreach (var name in names)
        {
            var found = methods.Find(candidate => candidate.Name == name);
            if (found is not null && found.IsLike(method)) return found;
            if (found is not null) continue;
            method.Name = name;
            methods.Add(method);
            return method;
        }

        throw new InvalidOperationException($"no free name for '{names[0]}'");
    }
}
