using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the methods of an experiment, each the mirror of one thing that was declared, and notes the constants they use.</summary>
internal sealed class MethodsPrinter(ExperimentSpec spec, Maml maml, IDictionary<string, Factor> constants)
{
    private readonly SourceWriter writer = new();

    private bool HasLaterSteps => Math.Max(spec.Inner.Steps, spec.Evaluation.Steps) > 1;

    private bool GoesBackThroughLaterSteps => spec.Inner.Steps > 1 && spec.Inner.Order == GradientOrder.Second;

    private string[] Properties => [.. maml.Network.Parameters.Select(parameter => parameter.Property)];

    public string Print()
    {
        var loop = new LoopPrinter(writer, spec, maml.Network);
        var evaluation = new EvaluationPrinter(writer, spec, HasLaterSteps);
        loop.WriteState();
        loop.WriteConstructor();
        loop.WriteTraining();
        WriteMetaGradient();
        WriteStep("FirstStep", "The step from the weights that all tasks share.", maml.First);
        if (HasLaterSteps) WriteStep("LaterStep", "A step from weights that each task has of its own.", maml.Next);
        WriteQueryGradient();
        if (GoesBackThroughLaterSteps)
        {
            WriteBack("BackThroughLaterStep", "Weights weights, LaterStep step, Tasks tasks, ", "Carries each task's gradient back through one step.", maml.BackThroughNext);
        }

        var given = spec.Inner.Order == GradientOrder.Second ? "Weights weights, FirstStep step, Tasks tasks, " : "";
        WriteBack("BackThroughFirstStep", given, "Carries the gradient back to the weights that all tasks share, where it sums over tasks.", maml.BackThroughFirst);
        OptimizerPrinter.WriteStep(writer, spec.Outer);
        writer.Blank();
        new TaskPrinter(writer, spec.Tasks).Write(Body(TaskTarget.Build(spec.Tasks), "parameters", "x"));
        evaluation.Write();
        WriteSimple("ErrorOfEach", "Each task's mean squared error at the given points.", "Weights weights, Tensor x, Tensor y", maml.Error, "Error");
        WriteSimple("PredictEach", "Each task's prediction for its examples.", "Weights weights, Tensor x", maml.Prediction, "Prediction");
        loop.WriteDispose();
        writer.Blank();
        evaluation.WriteLearner();
        writer.Blank();
        WriteRecords();
        return writer.ToString();
    }

    private void WriteMetaGradient()
    {
        writer.Lines("/// <summary>The gradient of the mean query loss of all tasks with respect to the shared weights, and that loss.</summary>");
        writer.Block("private QueryGradient MetaGradient(Tasks tasks)", () =>
        {
            writer.Lines((spec.Inner.Order, spec.Inner.Steps) switch
            {
                (GradientOrder.First, _) =>
                    """
                    using var adapted = AdaptEach(tasks, InnerSteps);
                    using var query = FindQueryGradient(adapted, tasks);
                    return BackThroughFirstStep(query);
                    """,
                (_, 1) =>
                    """
                    using var step = TakeFirstStep(weights, tasks);
                    using var query = FindQueryGradient(step.Adapted, tasks);
                    return BackThroughFirstStep(weights, step, tasks, query);
                    """,
                _ =>
                    """
                    using var first = TakeFirstStep(weights, tasks);
                    var later = new LaterStep[InnerSteps - 1];
                    for (var i = 0; i < later.Length; i++) later[i] = TakeLaterStep(i == 0 ? first.Adapted : later[i - 1].Adapted, tasks);

                    var query = FindQueryGradient(later[^1].Adapted, tasks);
                    for (var i = later.Length - 1; i >= 0; i--)
                    {
                        using var ahead = query;
                        using var step = later[i];
                        query = BackThroughLaterStep(i == 0 ? first.Adapted : later[i - 1].Adapted, step, tasks, ahead);
                    }

                    using var last = query;
                    return BackThroughFirstStep(weights, first, tasks, last);
                    """,
            });
        });
        writer.Blank();
    }

    private void WriteStep(string record, string summary, TensorProgram program)
    {
        writer.Lines($"/// <summary>{summary}</summary>");
        writer.Block($"private static {record} Take{record}(Weights weights, Tasks tasks)", () =>
        {
            var body = Body(program, "weights", "tasks");
            body.WriteTo(writer);
            writer.Blank().Lines("return " + RecordPrinter.Initializer(record, Fields(program, body, Properties)) + ";");
        });
        writer.Blank();
    }

    // The adapted weights as one record, the rest as it is.
    private static IEnumerable<(string Field, string Value)> Fields(TensorProgram program, MethodBody body, string[] weights)
    {
        var inner = RecordPrinter.Initializer("Weights", weights.Select(property => (property, body.Output(property))));
        yield return ("Adapted", inner.Replace("\n", "\n    "));
        foreach (var output in program.Outputs.Where(output => !weights.Contains(output.Key))) yield return (output.Key, body.Output(output.Key));
    }

    private void WriteQueryGradient()
    {
        writer.Lines("/// <summary>The mean query loss with adapted weights, and its gradient with respect to each task's.</summary>");
        writer.Block("private static QueryGradient FindQueryGradient(Weights adapted, Tasks tasks)", () =>
        {
            var body = Body(maml.Query, "adapted", "tasks");
            body.WriteTo(writer);
            var gradient = RecordPrinter.Initializer("Weights", Properties.Select(property => (property, body.Output(property)))).Replace("\n", "\n    ");
            writer.Blank().Lines("return " + RecordPrinter.Initializer("QueryGradient", [("Gradient", gradient), ("Loss", body.Output("Loss"))]) + ";");
        });
        writer.Blank();
    }

    private void WriteBack(string name, string given, string summary, TensorProgram program)
    {
        writer.Lines($"/// <summary>{summary}</summary>");
        writer.Block($"private static QueryGradient {name}({given}QueryGradient query)", () =>
        {
            writer.Lines("var direction = query.Gradient;");
            var body = Body(program, "weights", "tasks", "step", "query", "direction");
            body.WriteTo(writer);
            var gradient = RecordPrinter.Initializer("Weights", Properties.Select(property => (property, body.Output(property + "Gradient"))));
            writer.Blank().Lines(
                "return " + RecordPrinter.Initializer("QueryGradient", [("Gradient", gradient.Replace("\n", "\n    ")), ("Loss", "query.Loss.alias()")]) + ";");
        });
        writer.Blank();
    }

    private void WriteSimple(string name, string summary, string parameters, TensorProgram program, string output)
    {
        writer.Lines($"/// <summary>{summary}</summary>");
        writer.Block($"private static Tensor {name}({parameters})", () =>
        {
            var body = Body(program, "weights", "x", "y");
            body.WriteTo(writer);
            writer.Lines($"return {body.Output(output)};");
        });
        writer.Blank();
    }

    private void WriteRecords()
    {
        var weights = Properties.Select(property => ("Tensor", property)).ToArray();
        RecordPrinter.Write(writer, "The network's weights, or something of their shapes; with a first axis of tasks where each task has its own.", "Weights", weights, WeightsMembers());
        writer.Blank();
        (string, string)[] examples = [("Tensor", "SupportX"), ("Tensor", "SupportY"), ("Tensor", "QueryX"), ("Tensor", "QueryY")];
        RecordPrinter.Write(writer, "The examples of a batch of tasks: [tasks, examples, 1].", "Tasks", examples);
        writer.Blank();
        RecordPrinter.Write(writer, "What each task draws once.", "TaskParameters", [.. spec.Tasks.Parameters.Select(parameter => ("Tensor", parameter.Name))]);
        writer.Blank();
        RecordPrinter.Write(writer, "A gradient of the query loss, and that loss.", "QueryGradient", [("Weights", "Gradient"), ("Tensor", "Loss")]);
        writer.Blank();
        WriteStepRecord("FirstStep", "The first inner step: the adapted weights, and what the way back needs.", maml.First);
        if (!HasLaterSteps) return;
        writer.Blank();
        WriteStepRecord("LaterStep", "A later inner step: the adapted weights, and what the way back needs.", maml.Next);
    }

    private void WriteStepRecord(string name, string summary, TensorProgram program) => RecordPrinter.Write(
        writer,
        summary,
        name,
        [("Weights", "Adapted"), .. Residuals(program).Select(name => ("Tensor", name))],
        KeepAdapted(Residuals(program)));

    private IEnumerable<string> Residuals(TensorProgram program) =>
        program.Outputs.Select(output => output.Key).Where(name => !Properties.Contains(name));

    private static string KeepAdapted(IEnumerable<string> residuals) =>
        "/// <summary>Disposes all but the adapted weights, for where nothing goes back.</summary>\npublic Weights KeepAdapted()\n{\n"
        + string.Concat(residuals.Select(name => $"    {name}.Dispose();\n")) + "    return Adapted;\n}";

    private string WeightsMembers()
    {
        var members = new SourceWriter();
        members.Lines("/// <summary>Views into one row of all weights.</summary>");
        var start = 0;
        members.Block("public static Weights In(Tensor row) => new()", () =>
        {
            foreach (var parameter in maml.Network.Parameters)
            {
                members.Lines($"{parameter.Property} = Slice(row, {start}, {parameter.Count}, {string.Join(", ", parameter.Type.Dims)}),");
                start += parameter.Count;
            }
        }, end: "};");
        members.Blank().Lines("/// <summary>The same for each of a number of tasks, without copying.</summary>");
        members.Block("public Weights Expand(long tasks) => new()", () =>
        {
            foreach (var parameter in maml.Network.Parameters)
            {
                members.Lines($"{parameter.Property} = {parameter.Property}.expand(tasks, {string.Join(", ", parameter.Type.Dims)}),");
            }
        }, end: "};");
        members.Blank().Lines("/// <summary>All of them in one row.</summary>");
        members.Block("public Tensor Flatten()", () =>
        {
            foreach (var parameter in maml.Network.Parameters)
            {
                members.Lines($"using var {Lower(parameter.Property)} = {parameter.Property}.reshape({parameter.Count});");
            }

            members.Lines($"return torch.cat([{string.Join(", ", Properties.Select(Lower))}], 0);");
        });
        members.Blank().Block("private static Tensor Slice(Tensor row, long start, long length, params long[] shape)", () => members.Lines(
            """
            using var slice = row.narrow(0, start, length);
            return slice.view(shape);
            """));
        return members.ToString().TrimEnd('\n');
    }

    private static string Lower(string property) => char.ToLowerInvariant(property[0]) + property.Substring(1);

    private MethodBody Body(TensorProgram program, params string[] reserved)
    {
        var body = new MethodBody(program, reserved);
        foreach (var constant in body.Constants) constants[CSharpLiteral.Constant(constant)] = constant;
        return body;
    }
}
