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
        WriteState();
        WriteMetaGradient();
        WriteStep("FirstStep", "The step from the weights that all tasks share.", maml.First);
        WriteQueryGradient();
        WriteBack("BackThroughFirstStep", "FirstStep", "Carries the gradient back to the weights that all tasks share, where it sums over tasks.", maml.BackThroughFirst);
        if (HasLaterSteps) WriteStep("LaterStep", "A step from weights that each task has of its own.", maml.Next);
        if (GoesBackThroughLaterSteps)
        {
            WriteBack("BackThroughLaterStep", "LaterStep", "Carries each task's gradient back through one step.", maml.BackThroughNext);
        }

        OptimizerPrinter.WriteStep(writer, spec.Outer);
        writer.Blank();
        WriteTasks();
        WriteEvaluation();
        WriteRecords();
        return writer.ToString();
    }

    private void WriteState()
    {
        writer.Lines("private readonly torch.Device device;");
        writer.Lines("private readonly torch.Generator generator;");
        writer.Lines("private readonly RandomStream random;");
        writer.Lines("private readonly Tensor parameters;");
        writer.Lines("private readonly Weights weights;");
        foreach (var state in OptimizerPrinter.State(spec.Outer)) writer.Lines($"private readonly Tensor {state};");
        writer.Lines("private long iteration;");
        writer.Blank();
    }

    private void WriteMetaGradient()
    {
        writer.Lines("/// <summary>The gradient of the mean query loss of all tasks with respect to the shared weights, and that loss.</summary>");
        writer.Block("private QueryGradient MetaGradient(Tasks tasks)", () =>
        {
            writer.Lines("using var first = TakeFirstStep(weights, tasks);");
            if (spec.Inner.Steps == 1)
            {
                writer.Lines(
                    """
                    using var query = FindQueryGradient(first.Adapted, tasks);
                    return BackThroughFirstStep(first, tasks, query);
                    """);
            }
            else if (spec.Inner.Order == GradientOrder.Second)
            {
                writer.Lines(
                    """
                    var later = new LaterStep[InnerSteps - 1];
                    for (var i = 0; i < later.Length; i++) later[i] = TakeLaterStep(i == 0 ? first.Adapted : later[i - 1].Adapted, tasks);

                    var gradient = FindQueryGradient(later[^1].Adapted, tasks);
                    for (var i = later.Length - 1; i >= 0; i--)
                    {
                        using var ahead = gradient;
                        gradient = BackThroughLaterStep(i == 0 ? first.Adapted : later[i - 1].Adapted, later[i], tasks, ahead);
                        later[i].Dispose();
                    }

                    using var last = gradient;
                    return BackThroughFirstStep(first, tasks, last);
                    """);
            }
            else
            {
                writer.Lines(
                    """
                    using var adapted = TakeLaterSteps(first.Adapted, tasks, InnerSteps - 1);
                    using var query = FindQueryGradient(adapted, tasks);
                    return BackThroughFirstStep(first, tasks, query);
                    """);
            }
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

    private void WriteBack(string name, string record, string summary, TensorProgram program)
    {
        var ownsWeights = record == "LaterStep";
        writer.Lines($"/// <summary>{summary}</summary>");
        var weights = ownsWeights ? "Weights weights, " : "";
        writer.Block($"private {(ownsWeights ? "static " : "")}QueryGradient {name}({weights}{record} step, Tasks tasks, QueryGradient query)", () =>
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

    private void WriteTasks()
    {
        writer.Lines($"/// <summary>Draws tasks, each with {spec.Tasks.Shots} support and {spec.Tasks.Queries} query examples. The same seed draws the same tasks.</summary>");
        writer.Block("private Tasks SampleTasks(long seed, int count)", () =>
        {
            writer.Lines("generator.manual_seed(seed);");
            writer.Lines("using var parameters = SampleParameters(count);");
            foreach (var (name, size) in new[] { ("support", "Shots"), ("query", "Queries") })
            {
                writer.Lines($"var {name}X = {Draw(spec.Tasks.Inputs[0], $"count, {size}, 1")};");
            }

            writer.Blank().Lines(
                """
                return new Tasks
                {
                    SupportX = supportX,
                    SupportY = Target(parameters, supportX),
                    QueryX = queryX,
                    QueryY = Target(parameters, queryX),
                };
                """);
        });
        writer.Blank();
        writer.Block("private TaskParameters SampleParameters(int count) => new()", () =>
        {
            foreach (var parameter in spec.Tasks.Parameters) writer.Lines($"{parameter.Name} = {Draw(parameter, "count, 1, 1")},");
        });
        writer.Lines(";");
        writer.Blank();
        writer.Lines($"/// <summary>{spec.Tasks.Target.Name} = {spec.Tasks.Target.Text}</summary>");
        writer.Block("private static Tensor Target(TaskParameters parameters, Tensor x)", () =>
        {
            var body = Body(TaskTarget.Build(spec.Tasks), "parameters", "x");
            body.WriteTo(writer);
            writer.Lines($"return {body.Output("Target")};");
        });
        writer.Blank();
    }

    private static string Draw(DistributionSpec distribution, string sizes) =>
        $"torch.empty({sizes}, Type, device).{(distribution.Kind == DistributionKind.Uniform ? "uniform_" : "normal_")}"
        + $"({CSharpLiteral.Of(distribution.First)}, {CSharpLiteral.Of(distribution.Second)}, generator)";

    private void WriteEvaluation()
    {
        writer.Lines("/// <summary>Each task's mean squared error at the given points.</summary>");
        writer.Block("private static Tensor Error(Weights weights, Tensor x, Tensor y)", () =>
        {
            var body = Body(maml.Error, "weights", "x", "y");
            body.WriteTo(writer);
            writer.Lines($"return {body.Output("Error")};");
        });
        writer.Blank();
        writer.Block("private static Tensor Predict(Weights weights, Tensor x)", () =>
        {
            var body = Body(maml.Prediction, "weights", "x");
            body.WriteTo(writer);
            writer.Lines($"return {body.Output("Prediction")};");
        });
        writer.Blank();
    }

    private void WriteRecords()
    {
        var weights = Properties.Select(property => ("Tensor", property)).ToArray();
        RecordPrinter.Write(writer, "The network's weights, or something of their shapes; with a first axis of tasks where each task has its own.", "Weights", weights);
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
        [("Weights", "Adapted"), .. program.Outputs.Where(output => !Properties.Contains(output.Key)).Select(output => ("Tensor", output.Key))]);

    private MethodBody Body(TensorProgram program, params string[] reserved)
    {
        var body = new MethodBody(program, reserved);
        foreach (var constant in body.Constants) constants[CSharpLiteral.Constant(constant)] = constant;
        return body;
    }
}
