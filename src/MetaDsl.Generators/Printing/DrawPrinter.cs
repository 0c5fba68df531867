using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints how the parameters and inputs of regression tasks are drawn, each number with the generator of the experiment.</summary>
internal sealed class DrawPrinter(SourceWriter writer, RegressionTaskSpec tasks)
{
    public void Write()
    {
        writer.Block("private TaskParameters SampleParameters(int count) => new()", () =>
        {
            foreach (var parameter in tasks.Parameters)
            {
                writer.Lines($"{CSharpLiteral.Identifier(parameter.Name)} = {Drawn(parameter, "count, 1")},");
            }
        }, end: "};");
        writer.Blank();
        WriteInputs();
        if (!tasks.Parameters.Concat(tasks.Inputs).Any(drawn => drawn.Kind == DistributionKind.Choice)) return;
        writer.Lines(
            """
            /// <summary>Draws from the given numbers, all equally likely.</summary>
            private Tensor Choose(double[] values, params long[] shape)
            {
                using var all = torch.tensor(values, Type, device);
                using var places = torch.empty(shape, torch.ScalarType.Int64, device);
                places.random_(0, values.Length, generator);
                return all.take(places);
            }

            """);
    }

    /// <summary>Writes a variable for each input: a column of the examples.</summary>
    public void WriteColumns()
    {
        for (var i = 0; i < tasks.Inputs.Count; i++)
        {
            writer.Lines($"using var {TaskTarget.VariableOf(tasks, tasks.Inputs[i].Name)} = x.narrow(2, {i}, 1);");
        }
    }

    private void WriteInputs()
    {
        if (tasks.Inputs.Count == 1)
        {
            writer.Lines($"private Tensor SampleX(int count, int examples) => {Drawn(tasks.Inputs[0], "count, examples")};").Blank();
            return;
        }

        writer.Block("private Tensor SampleX(int count, int examples)", () =>
        {
            writer.Lines($"var x = torch.empty(count, examples, {tasks.Inputs.Count}, Type, device);");
            WriteColumns();
            foreach (var input in tasks.Inputs)
            {
                var column = TaskTarget.VariableOf(tasks, input.Name);
                if (input.Kind != DistributionKind.Choice) writer.Lines($"{column}{Draw(input)};");
                else writer.Lines($"using (var chosen = {Drawn(input, "count, examples")}) {column}.copy_(chosen);");
            }

            writer.Lines("return x;");
        });
        writer.Blank();
    }

    private static string Drawn(DistributionSpec distribution, string shape)
    {
        var whole = $"{shape}, {CSharpLiteral.Of(distribution.Width)}";
        return distribution.Kind == DistributionKind.Choice
            ? $"Choose([{string.Join(", ", distribution.Choices.Select(CSharpLiteral.Of))}], {whole})"
            : $"torch.empty({whole}, Type, device){Draw(distribution)}";
    }

    private static string Draw(DistributionSpec distribution)
    {
        var (first, second) = (CSharpLiteral.Of(distribution.First), CSharpLiteral.Of(distribution.Second));
        return distribution.Kind switch
        {
            DistributionKind.Normal => $".normal_({first}, {second}, generator)",
            DistributionKind.LogUniform => $".uniform_(Math.Log({first}), Math.Log({second}), generator).exp_()",
            // The second bound of torch is the first number that is not drawn.
            DistributionKind.Integer =>
                $".random_({CSharpLiteral.Of((int)distribution.First)}, {CSharpLiteral.Of((int)distribution.Second + 1)}, generator)",
            _ => $".uniform_({first}, {second}, generator)",
        };
    }
}
