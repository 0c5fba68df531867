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
    private readonly InnerMethods inner;
    private readonly WayBackPrinter wayBack;

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
        inner = new InnerMethods(spec, maml, passes, records, constants);
        wayBack = new WayBackPrinter(writer, spec, maml, passes, inner, body);
    }

    public override string NextStep => Passes.TrainsOtherwise ? "TakeTestStep(before, tasks, step)"
        : $"step == 0 ? {inner.AdaptFirst} : {inner.AdaptLater("before", "step")}";

    public override string Mode => "using var mode = torch.inference_mode();\n";

    protected override void WriteMetaGradient(string name, string summary)
    {
        Writer.Lines($"/// <summary>{summary}.</summary>");
        Writer.Block($"private LossGradient {name}(Tasks tasks{Passes.Parameters})", () => Writer.Lines(wayBack.MetaGradient()));
        Writer.Blank();
        if (Passes.TrainsOtherwise && !Maml.IsSecondOrder) WriteAdaptInTraining();
        WriteStep("The step from the weights that all tasks share.", "TakeFirstStep", inner.FirstStep, inner.First);
        WriteStep("A step from weights that each task has of its own.", "TakeStep", inner.LaterStep, inner.Later);
        wayBack.Write();
        inner.WriteTo(Writer);
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

            var adapted = {{inner.AdaptFirst}};
            for (var step = 1; step < steps; step++)
            {
                using var before = adapted;
                adapted = {{inner.AdaptLater("before", "step")}};
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
                var arguments = new Dictionary<string, string> { [Maml.Prediction] = "prediction" };
                var error = body(Maml.Error, ["weights", "x", "y", "prediction"], arguments);
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
            Writer.Lines($"using var activations = {inner.Test.Forward.Call(inner.ExampleRoots)};");
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

    private void WriteStep(string summary, string name, string record, StepMethods step)
    {
        var taken = step == inner.First ? "0" : "taken";
        var roots = inner.Roots(taken);
        var keep = record.Length > 0 ? "var" : "using var";
        var result = step.Backward.Returns == "Weights" ? "gradient" : "gradients";
        roots[Maml.Gradient] = step.GradientOf(result);
        var parameters = Passes.Parameters + (step == inner.First ? "" : Passes.TakenParameter);
        var returned = record.Length > 0 ? record : "Weights";
        Writer.Lines($"/// <summary>{summary}</summary>");
        Writer.Block($"private {Passes.Static}{returned} {name}(Weights weights, Tasks tasks{parameters})", () =>
        {
            Writer.Lines(
                $"""
                {Passes.FindStep(taken)}{keep} activations = {step.Forward.Call(roots)};
                {Passes.Note(taken, "activations.Statistics")}{keep} predictionGradient = {step.LossGradient.Call(roots)};
                {keep} {result} = {step.Backward.Call(roots)};
                """);
            if (record.Length == 0)
            {
                Writer.Lines($"return {inner.Descend.Call(roots)};");
                return;
            }

            Writer.Lines($"var adapted = {inner.Descend.Call(roots)};");
            Writer.Lines("// The way back does not need it.").Lines($"{roots[Maml.Gradient]}.Dispose();").Blank();
            var fields = InnerMethods.Fields(step).Select(field => (field.Name, CSharpLiteral.Lower(field.Name)));
            Writer.Lines($"return {Records.Initializer(record, fields)};");
        });
        Writer.Blank();
    }

    private void WriteTestStep()
    {
        var roots = inner.Roots("taken");
        var result = inner.Test.Backward.Returns == "Weights" ? "gradient" : "gradients";
        roots[Maml.Gradient] = inner.Test.GradientOf(result);
        Writer.Lines("/// <summary>A step where nothing is trained, after a number of others.</summary>");
        Writer.Block($"private {Passes.TestStatic}Weights TakeTestStep(Weights weights, Tasks tasks, int taken)", () => Writer.Lines(
            $"""
            {Passes.FindTestStep("taken")}using var activations = {inner.Test.Forward.Call(roots)};
            using var predictionGradient = {inner.Test.LossGradient.Call(roots)};
            using var {result} = {inner.Test.Backward.Call(roots)};
            return {inner.Descend.Call(roots)};
            """));
        Writer.Blank();
    }

    private void WriteAdaptInTraining()
    {
        Writer.Lines("/// <summary>Each task's weights after all steps, as training takes them.</summary>");
        Writer.Block($"private Weights AdaptInTraining(Tasks tasks{Passes.Parameters})", () => Writer.Lines(
            $$"""
            var adapted = {{inner.TakeFirst}};
            for (var step = 1; step < InnerSteps; step++)
            {
                using var before = adapted;
                adapted = {{inner.TakeLater("before", "step")}};
            }

            return adapted;
            """));
        Writer.Blank();
    }
}
