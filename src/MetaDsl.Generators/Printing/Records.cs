using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Printing;

/// <summary>The small classes of an experiment that hold tensors together and dispose them together.</summary>
internal sealed class Records
{
    private readonly List<Record> records = [];

    /// <summary>The name of a class with these fields: one that there is already, or a new one of the first free name.</summary>
    public string Named(IReadOnlyList<string> names, string summary, IReadOnlyList<(string Type, string Name)> fields, string members = "")
    {
        foreach (var name in names)
        {
            var found = records.FirstOrDefault(record => record.Name == name);
            if (found is null) records.Add(found = new(name, summary, fields, members));
            if (found.Fields.SequenceEqual(fields) && (members.Length == 0 || found.Members == members)) return name;
        }

        throw new System.InvalidOperationException($"no free name for '{names[0]}'");
    }

    public void WriteTo(SourceWriter writer)
    {
        foreach (var record in records)
        {
            writer.Blank();
            Write(writer, record);
        }
    }

    /// <summary>The fields of a record as an initialiser: <c>new Weights { A = a, B = b }</c>, a line each.</summary>
    public static string Initializer(string name, IEnumerable<(string Field, string Value)> fields)
    {
        var lines = fields.Select(field => $"    {field.Field} = {field.Value.Replace("\n", "\n    ")},");
        return $"new {name}\n{{\n" + string.Join("\n", lines) + "\n}";
    }

    /// <summary>A member that takes one field out and disposes the others.</summary>
    public static string KeepOnly(string kept, string what, IEnumerable<string> others) =>
        $$"""
        /// <summary>Disposes all but {{what}}.</summary>
        public Weights Keep{{kept}}()
        {
        {{string.Concat(others.Select(field => $"    {field}.Dispose();\n"))}}    return {{kept}};
        }
        """;

    private static void Write(SourceWriter writer, Record record)
    {
        writer.Lines($"/// <summary>{record.Summary}</summary>");
        // What a public class is made from cannot be private.
        writer.Block($"{(record.Name == "Weights" ? "internal" : "private")} sealed class {record.Name} : IDisposable", () =>
        {
            foreach (var (type, field) in record.Fields) writer.Lines($"public required {type} {field} {{ get; init; }}");
            if (record.Members.Length > 0) writer.Blank().Lines(record.Members);
            writer.Blank().Block("public void Dispose()", () =>
            {
                foreach (var (_, field) in record.Fields) writer.Lines($"{field}.Dispose();");
            });
        });
    }

    private sealed record Record(string Name, string Summary, IReadOnlyList<(string Type, string Name)> Fields, string Members);
}
