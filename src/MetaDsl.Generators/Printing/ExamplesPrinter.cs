using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints where the examples of tasks are: read or made when they are first needed, and kept on the device.</summary>
/// <param name="writer">Where to.</param>
/// <param name="spec">The experiment.</param>
/// <param name="shape">The shape of an example as it is stored.</param>
internal abstract class ExamplesPrinter(SourceWriter writer, ExperimentSpec spec, Shape shape)
{
    /// <summary>The statement that reads everything before training, or refuses it.</summary>
    public string Prepare => $"ClassesFor(TaskPart.Training{Cancelled});\n";

    /// <summary>The expression of the classes of a <c>part</c>.</summary>
    public string ClassesFor => $"ClassesFor(part{Cancelled})";

    /// <summary>The numbers that it gives to tensor operations.</summary>
    public virtual IEnumerable<Factor> Numbers => [];

    /// <summary>The statements that make <c>numbers</c> of <c>count</c> tasks of a <c>part</c>, drawn from a <c>stream</c> from the <c>first</c> on.</summary>
    public string Gather => "using var rows = torch.tensor(part.Sampler.DrawRows(stream, first, count), device: device);\n" + Chosen;

    /// <summary>The shape of an example as the runtime has it.</summary>
    public string RuntimeShape => shape.Rank switch
    {
        1 => $"ExampleShape.Vector({CSharpLiteral.Of(shape.Sizes[0])})",
        2 => $"new ExampleShape(1{Axes})",
        _ => $"new ExampleShape({Axes.Substring(2)})",
    };

    /// <summary>The statements that make <c>numbers</c> of <c>rows</c>.</summary>
    protected abstract string Chosen { get; }

    /// <summary>The tensors of a part beside its examples.</summary>
    protected virtual IReadOnlyList<string> PartTensors => [];

    /// <summary>What to do where a part has no classes.</summary>
    protected abstract string WayOut { get; }

    /// <summary>The argument of <c>OpenParts</c>.</summary>
    protected abstract string Argument { get; }

    private string Cancelled => Argument.Length > 0 ? ", cancellation" : "";

    protected SourceWriter Writer => writer;

    protected ExperimentSpec Spec => spec;

    // The axes of an example, as arguments after others.
    protected string Axes => string.Concat(shape.Sizes.Select(size => ", " + CSharpLiteral.Of(size)));

    protected Shape Shape => shape;

    public static ExamplesPrinter For(SourceWriter writer, ExperimentSpec spec, ExamplesSpec examples, Shape shape) => examples is DataSpec data
        ? new DataPrinter(writer, spec, data, shape)
        : new TensorMethodsPrinter(writer, spec, (TensorMethodsSpec)examples, shape);

    public static void WriteState(SourceWriter writer) => writer.Lines(
        """

        // Training, validation and test, once they are needed.
        private Part?[]? parts;
        """);

    public static void WriteDispose(SourceWriter writer) => writer.Lines("foreach (var part in parts ?? []) part?.Dispose();");

    /// <summary>Writes <c>ClassesFor</c> and what it calls.</summary>
    public void Write()
    {
        writer.Lines(
            $$"""
            /// <summary>A part of the classes, with their examples on the device; all parts are made when the first is needed.</summary>
            private Part ClassesFor(TaskPart part{{(Argument.Length > 0 ? ", CancellationToken cancellation = default" : "")}})
            {
                parts ??= OpenParts({{Argument}});
                return parts[(int)part] ?? throw new InvalidOperationException($"'{{spec.Tasks.Name}}' has no classes for '{part}'; {{WayOut}}.");
            }

            """);
        WriteOpening();
        WritePart();
    }

    /// <summary>Writes <c>OpenParts</c> and what it calls.</summary>
    protected abstract void WriteOpening();

    private void WritePart()
    {
        writer.Lines("/// <summary>What draws the tasks of a part, and the examples of its classes, class after class.</summary>");
        writer.Block("private sealed class Part : IDisposable", () =>
        {
            writer.Lines("public required EpisodeSampler Sampler { get; init; }");
            foreach (var tensor in PartTensors.Prepend("Examples")) writer.Lines($"public required Tensor {tensor} {{ get; init; }}");
            writer.Blank().Block("public void Dispose()", () =>
            {
                foreach (var tensor in PartTensors.Prepend("Examples")) writer.Lines($"{tensor}.Dispose();");
            });
        });
        writer.Blank();
    }
}
