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

    public static string Draw(DistributionSpec distribution, string sizes) =>
        $"torch.empty({sizes}, Type, device).{(distribution.Kind == DistributionKind.Uniform ? "uniform_" : "normal_")}"
        + $"({CSharpLiteral.Of(distribution.First)}, {CSharpLiteral.Of(distribution.Second)}, generator)";

    public void Write(MethodBody target)
    {
        writer.Lines($"/// <summary>Draws tasks, each with {tasks.Shots} support and {tasks.Queries} query examples; the same seed draws the same.</summary>");
        writer.Block("private Tasks SampleTasks(long seed, int count)", () =>
        {
            writer.Lines("generator.manual_seed(seed);");
            writer.Lines("using var parameters = SampleParameters(count);");
            writer.Lines($"var supportX = {Draw(tasks.Inputs[0], "count, Shots, 1")};");
            writer.Lines($"var queryX = {Draw(tasks.Inputs[0], "count, Queries, 1")};");
            writer.Blank().Lines(MakeTasks);
        });
        writer.Blank();
        writer.Block("private TaskParameters SampleParameters(int count) => new()", () =>
        {
            foreach (var parameter in tasks.Parameters) writer.Lines($"{parameter.Name} = {Draw(parameter, "count, 1, 1")},");
        }, end: "};");
        writer.Blank();
        writer.Lines($"/// <summary>{tasks.Target.Name} = {tasks.Target.Text}</summary>");
        writer.Block("private static Tensor Target(TaskParameters parameters, Tensor x)", () =>
        {
            target.WriteTo(writer);
            writer.Lines($"return {target.Output("Target")};");
        });
        writer.Blank();
    }
}
