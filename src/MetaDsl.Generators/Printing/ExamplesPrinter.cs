using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints where the examples of tasks are: read or made when they are first needed, and most often kept on the device.</summary>
/// <param name="writer">Where to.</param>
/// <param name="spec">The experiment.</param>
/// <param name="shape">The shape of an example as it is stored.</param>
internal abstract class ExamplesPrinter(SourceWriter writer, ExperimentSpec spec, Shape shape)
{
    /// <summary>The expression of a batch of tasks of the part that the options name, after <c>done</c> others.</summary>
    public const string TestTasks = "SampleTestTasks(options.Part, done, Math.Min(MetaBatch, count - done))";

    /// <summary>The statement that reads everything before training, or refuses it.</summary>
    public string Prepare => $"ClassesFor(TaskPart.Training{Cancelled});\n";

    /// <summary>The same before an evaluation.</summary>
    public string PrepareEvaluation => $"ClassesFor(options.Part{Cancelled});\n";

    /// <summary>The expression of the tasks of an iteration.</summary>
    public virtual string TrainingTasks => "SampleTasks(SeedOf(\"training\", iteration), MetaBatch)";

    /// <summary>The expression of the classes of a <c>part</c>.</summary>
    public string ClassesFor => $"ClassesFor(part{Cancelled})";

    /// <summary>The constants, as <c>Name = value</c>.</summary>
    public virtual IEnumerable<string> Constants => [];

    /// <summary>The numbers that it gives to tensor operations.</summary>
    public virtual IEnumerable<Factor> Numbers => [];

    /// <summary>The shape of an example as the runtime has it.</summary>
    public string RuntimeShape => shape.Rank switch
    {
        1 => $"ExampleShape.Vector({CSharpLiteral.Of(shape.Sizes[0])})",
        2 => $"new ExampleShape(1{Axes})",
        _ => $"new ExampleShape({Axes.Substring(2)})",
    };

    /// <summary>What tasks are made of, for what draws them.</summary>
    protected string EpisodeShape => spec.Tasks switch
    {
        FewShotTaskSpec { IsRanged: true } ranged =>
            $"new EpisodeShape {{ MinWays = {CSharpLiteral.Of(ranged.MinWays)}, MaxWays = Ways, "
            + $"MinShots = {CSharpLiteral.Of(ranged.MinShots)}, MaxShots = Shots, "
            + $"Queries = Queries{(ranged.IsBalanced ? "" : ", IsBalanced = false")} }}",
        FewShotTaskSpec => "EpisodeShape.Of(Ways, Shots, Queries)",
        _ => "EpisodeShape.Of(1, Shots, Queries)",
    };

    /// <summary>
    /// The statements that make <c>numbers</c> of the <c>stored</c> examples of a <c>part</c>, with their line ends; or nothing.
    /// </summary>
    protected abstract string ToNumbers { get; }

    /// <summary>What the stored examples are called, once nothing is to be made of them.</summary>
    protected abstract string Gathered { get; }

    /// <summary>The members of a part beside what draws its tasks, each with its type.</summary>
    protected abstract IReadOnlyList<(string Type, string Name)> PartMembers { get; }

    /// <summary>What to do where a part has no classes.</summary>
    protected abstract string WayOut { get; }

    /// <summary>The argument of <c>OpenParts</c>.</summary>
    protected abstract string Argument { get; }

    protected SourceWriter Writer => writer;

    protected ExperimentSpec Spec => spec;

    // The axes of an example, as arguments after others.
    protected string Axes => string.Concat(shape.Sizes.Select(size => ", " + CSharpLiteral.Of(size)));

    protected Shape Shape => shape;

    private string Cancelled => Argument.Length > 0 ? ", cancellation" : "";

    public static ExamplesPrinter For(SourceWriter writer, ExperimentSpec spec, ExamplesSpec examples, Shape shape) => examples switch
    {
        DataSpec { ReadAhead: { } ahead } data => new ReadAheadPrinter(writer, spec, data, ahead, shape),
        DataSpec data => new DataPrinter(writer, spec, data, shape),
        _ => new TensorMethodsPrinter(writer, spec, (TensorMethodsSpec)examples, shape),
    };

    public virtual void WriteState() => writer.Lines(
        """

        // Training, validation and test, once they are needed.
        private Part?[]? parts;
        """);

    public virtual void WriteDispose() => writer.Lines("foreach (var part in parts ?? []) part?.Dispose();");

    /// <summary>Writes <c>SampleTestTasks</c>.</summary>
    public void WriteTestTasks() => writer.Lines(
        """
        /// <summary>Draws tasks of a part from the first on, whatever the number of those drawn at once.</summary>
        private Tasks SampleTestTasks(TaskPart part, long first, int count) =>
            DrawTasks(ClassesFor(part), random.Split(UseOf(part)), first, count);

        """);

    /// <summary>Writes <c>SampleTasks</c> and <c>DrawTasks</c>.</summary>
    /// <param name="summary">What a task is made of.</param>
    /// <param name="arrange">The statements that make tasks of <c>numbers</c>.</param>
    public virtual void WriteDrawing(string summary, string arrange) => writer.Lines(
        $$"""
        /// <summary>Draws tasks{{summary}}; the same seed draws the same.</summary>
        private Tasks SampleTasks(long seed, int count) => DrawTasks(ClassesFor(TaskPart.Training), RandomStream.From(seed), 0, count);

        /// <summary>Tasks from the first on: which is which depends on the stream and its number alone.</summary>
        private Tasks DrawTasks(Part part, RandomStream stream, long first, int count)
        {
            using var rows = torch.tensor(part.Sampler.DrawRows(stream, first, count), device: device);
            using var {{Gathered}} = part.Examples.index_select(0, rows);
            {{(ToNumbers + arrange).Replace("\n", "\n    ")}}
        }

        """);

    /// <summary>Writes <c>SampleTasks</c>, <c>DrawTasks</c> and <c>Gather</c> for tasks that differ in size.</summary>
    /// <param name="summary">What a task is made of.</param>
    public void WritePaddedDrawing(string summary) => writer.Lines(
        $$"""
        /// <summary>Draws tasks{{summary}}; the same seed draws the same.</summary>
        private Tasks SampleTasks(long seed, int count) => DrawTasks(ClassesFor(TaskPart.Training), RandomStream.From(seed), 0, count);

        /// <summary>
        /// Tasks from the first on: which is which depends on the stream and its number alone. Slots that a task does not fill repeat its
        /// examples, and count nothing.
        /// </summary>
        private Tasks DrawTasks(Part part, RandomStream stream, long first, int count)
        {
            var drawn = part.Sampler.DrawPadded(stream, first, count, SupportExamples, QueryExamples);
            return new Tasks
            {
                SupportX = Gather(part, drawn.Support.Rows, count),
                SupportY = WeightedLabels(drawn.Support.Labels, drawn.Support.Weights, count),
                QueryX = Gather(part, drawn.Query.Rows, count),
                QueryY = WeightedLabels(drawn.Query.Labels, drawn.Query.Weights, count),
            };
        }

        private Tensor Gather(Part part, long[] drawn, int count)
        {
            using var rows = torch.tensor(drawn, device: device);
            using var {{Gathered}} = part.Examples.index_select(0, rows);
            {{ToNumbers.Replace("\n", "\n    ")}}return numbers.view(count, drawn.Length / count{{Axes}});
        }

        """);

    /// <summary>Writes <c>ClassesFor</c> and what it calls.</summary>
    public void Write()
    {
        writer.Lines(
            $$"""
            /// <summary>
            /// A part of the classes, and what draws its tasks; all parts are made when the first is needed, and outlive a dispose scope
            /// around that.
            /// </summary>
            private Part ClassesFor(TaskPart part{{(Argument.Length > 0 ? ", CancellationToken cancellation = default" : "")}})
            {
                parts ??= OpenParts({{Argument}});
                return parts[(int)part] ?? throw DataException.NoClasses("{{spec.Tasks.Name}}", part, "{{WayOut}}");
            }

            """);
        WriteOpening();
        WritePart();
    }

    /// <summary>Writes <c>OpenParts</c> and what it calls.</summary>
    protected abstract void WriteOpening();

    private void WritePart()
    {
        writer.Lines("/// <summary>What draws the tasks of a part, and its examples, class after class.</summary>");
        writer.Block("private sealed class Part : IDisposable", () =>
        {
            foreach (var (type, name) in PartMembers.Prepend(("EpisodeSampler", "Sampler")))
            {
                writer.Lines($"public required {type} {name} {{ get; init; }}");
            }

            writer.Blank().Block("public void Dispose()", () =>
            {
                var tensors = PartMembers.Where(member => member.Type == "Tensor").ToArray();
                if (tensors.Length == 0)
                {
                    writer.Lines("// The examples are on disk, and what is read of them is disposed where it is used.");
                }

                foreach (var (_, name) in tensors) writer.Lines($"{name}.Dispose();");
            });
        });
        writer.Blank();
    }
}
