using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the small classes that hold tensors together and dispose them together.</summary>
internal static class RecordPrinter
{
    public static void Write(SourceWriter writer, string summary, string name, IReadOnlyList<(string Type, string Name)> fields, string members = "")
    {
        writer.Lines($"/// <summary>{summary}</summary>");
        writer.Block($"{(name == "Weights" ? "internal" : "private")} sealed class {name} : IDisposable", () =>
        {
            foreach (var (type, field) in fields) writer.Lines($"public required {type} {field} {{ get; init; }}");
            if (members.Length > 0) writer.Blank().Lines(members);
            writer.Blank().Block("public void Dispose()", () =>
            {
                foreach (var (_, field) in fields) writer.Lines($"{field}.Dispose();");
            });
        });
    }

    /// <summary>The fields of a record as an initialiser: <c>new Weights { A = a, B = b }</c>, a line each.</summary>
    public static string Initializer(string name, IEnumerable<(string Field, string Value)> fields) =>
        $"new {name}\n{{\n" + string.Join("\n", fields.Select(field => $"    {field.Field} = {field.Value},")) + "\n}";
}
