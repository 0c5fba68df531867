using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the sampling of tasks: parameters once a task, inputs for every example, the target from both.</summary>
internal sealed class TaskPrinter(SourceWriter writer, RegressionTaskSpec tasks)
{
    public const string MakeTasks =
        """
        return new Tasks
        {
            SupportX = supportX,
            SupportY = Target(parameters, supportX),
            QueryX = queryX,
            QueryY = Target(parameters, queryX),
        };
        """;

    public void AddRecords(Records records)
    {
        records.Named(
            ["Tasks"],
            $"The examples of a batch of tasks: x is [tasks, examples, {tasks.Inputs.Count}], y is [tasks, examples, 1].",
            [("Tensor", "SupportX"), ("Tensor", "SupportY"), ("Tensor", "QueryX"), ("Tensor", "QueryY")]);
        records.Named(["TaskParameters"], "What each task draws once.", [.. tasks.Parameters.Select(parameter => ("Tensor", CSharpLiteral.Identifier(parameter.Name)))]);
    }

    public void Write(MethodBody target)
    {
        writer.Lines(
            $$"""
            /// <summary>Draws tasks, each with {{tasks.Shots}} support and {{tasks.Queries}} query examples; the same seed draws the same.</summary>
            private Tasks SampleTasks(long seed, int count)
            {
                generator.manual_seed(seed);
                using var parameters = SampleParameters(count);
                var supportX = SampleX(count, Shots);
                var queryX = SampleX(count, Queries);

                {{MakeTasks.Replace("\n", "\n    ")}}
            }

            """);
        writer.Block("private TaskParameters SampleParameters(int count) => new()", () =>
        {
            foreach (var parameter in tasks.Parameters)
            {
                writer.Lines($"{CSharpLiteral.Identifier(parameter.Name)} = torch.empty(count, 1, 1, Type, device){Draw(parameter)},");
            }
        }, end: "};");
        writer.Blank();
        WriteInputs();
        writer.Lines($"/// <summary>{CSharpLiteral.Xml($"{tasks.Target.Name} = {tasks.Target.Text}")}</summary>");
        writer.Block($"private {(target.NeedsDevice ? "" : "static ")}Tensor Target(TaskParameters parameters, Tensor x)", () =>
        {
            if (tasks.Inputs.Count > 1) WriteColumns();
            target.WriteTo(writer);
            writer.Lines($"return {target.Output("Target")};");
        });
        writer.Blank();
    }

    private static string Draw(DistributionSpec distribution) =>
        $".{(distribution.Kind == DistributionKind.Uniform ? "uniform_" : "normal_")}"
        + $"({CSharpLiteral.Of(distribution.First)}, {CSharpLiteral.Of(distribution.Second)}, generator)";

    private void WriteInputs()
    {
        if (tasks.Inputs.Count == 1)
        {
            writer.Lines($"private Tensor SampleX(int count, int examples) => torch.empty(count, examples, 1, Type, device){Draw(tasks.Inputs[0])};").Blank();
            return;
        }

        writer.Block("private Tensor SampleX(int count, int examples)", () =>
        {
            writer.Lines($"var x = torch.empty(count, examples, {tasks.Inputs.Count}, Type, device);");
            WriteColumns();
            foreach (var input in tasks.Inputs) writer.Lines($"{TaskTarget.VariableOf(tasks, input.Name)}{Draw(input)};");
            writer.Lines("return x;");
        });
        writer.Blank();
    }

    // Each input is a column of the examples.
    private void WriteColumns()
    {
        for (var i = 0; i < tasks.Inputs.Count; i++)
        {
            writer.Lines($"using var {TaskTarget.VariableOf(tasks, tasks.Inputs[i].Name)} = x.narrow(2, {i}, 1);");
        }
    }
}
