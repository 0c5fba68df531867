using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Layers;

namespace MetaDsl.Generators.Printing;

/// <summary>The class that holds the network's weights, or something of their shapes.</summary>
internal static class WeightsRecord
{
    // C# nests what is behind a using declaration in it, and its compiler's stack ends somewhere.
    private const int MostUsings = 100;

    public static void AddTo(Records records, Maml maml, Action<SourceWriter> writeMore) => records.Named(
        ["Weights"],
        "The network's weights, or something of their shapes; with a first axis of tasks where each task has its own.",
        [.. maml.Network.Parameters.Select(parameter => ("Tensor", parameter.Property))],
        Members(maml.Network.Parameters, maml.TakesTasksApart, writeMore));

    private static string Members(IReadOnlyList<Parameter> parameters, bool isAdded, Action<SourceWriter> writeMore)
    {
        var members = SourceWriter.Unbroken();
        members.Lines("/// <summary>Views into one row of all weights.</summary>");
        var start = 0;
        members.Block("public static Weights In(Tensor row) => new()", () =>
        {
            foreach (var parameter in parameters)
            {
                members.Lines($"{parameter.Property} = Slice(row, {start}, {parameter.Count}, {string.Join(", ", parameter.Type.Dims)}),");
                start += parameter.Count;
            }
        }, end: "};");
        members.Blank().Lines("/// <summary>A copy for each of a number of tasks.</summary>");
        members.Block("public Weights Repeat(long tasks) => new()", () =>
        {
            foreach (var parameter in parameters)
            {
                var ones = string.Join(", ", parameter.Type.Dims.Select(_ => 1));
                members.Lines($"{parameter.Property} = {parameter.Property}.repeat(tasks, {ones}),");
            }
        }, end: "};");
        members.Blank();
        writeMore(members);
        if (isAdded)
        {
            members.Lines("/// <summary>Adds others to them.</summary>");
            members.Block("public void Add(Weights others)", () =>
            {
                foreach (var parameter in parameters) members.Lines($"{parameter.Property}.add_(others.{parameter.Property});");
            });
            members.Blank();
        }

        members.Lines("/// <summary>All of them in one row.</summary>");
        members.Block("public Tensor Flatten()", () =>
        {
            if (parameters.Count > MostUsings)
            {
                members.Block("var rows = new[]", () =>
                {
                    foreach (var parameter in parameters) members.Lines($"{parameter.Property}.reshape({parameter.Count}),");
                }, end: "};");
                members.Lines("var row = torch.cat(rows, 0);").Lines("foreach (var part in rows) part.Dispose();").Lines("return row;");
                return;
            }

            foreach (var parameter in parameters)
            {
                members.Lines($"using var {CSharpLiteral.Lower(parameter.Property)} = {parameter.Property}.reshape({parameter.Count});");
            }

            var rows = string.Join(", ", parameters.Select(parameter => CSharpLiteral.Lower(parameter.Property)));
            members.Lines($"return torch.cat([{rows}], 0);");
        });
        members.Blank().Block("private static Tensor Slice(Tensor row, long start, long length, params long[] shape)", () => members.Lines(
            """
            using var slice = row.narrow(0, start, length);
            return slice.view(shape);
            """));
        return members.ToString().TrimEnd('\n');
    }
}
