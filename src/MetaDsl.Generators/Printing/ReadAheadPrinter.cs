using System.Collections.Generic;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>
/// Prints how data that do not fit in memory are read: the batches of training ahead by threads, others when they are asked for.
/// </summary>
internal sealed class ReadAheadPrinter(SourceWriter writer, ExperimentSpec spec, DataSpec data, ReadAheadSpec ahead, Shape shape)
    : DataPrinter(writer, spec, data, shape)
{
    public override string TrainingTasks => "ReadTasks(iteration)";

    public override IEnumerable<string> Constants => [$"ReadAheadMegabytes = {ahead.Megabytes}"];

    protected override IReadOnlyList<(string Type, string Name)> PartMembers => [("ClassSet", "Set"), .. Factors];

    protected override string MadePart => "";

    protected override IEnumerable<string> PartValues => ["Sampler = sampler", "Set = classes.Set"];

    protected override string OpenSummary => "What draws the tasks of a part, whose examples stay where they are; null where it has none.";

    protected override string Loading => ".LoadOnDisk(Data.Progress, cancellation)";

    public override void WriteState()
    {
        base.WriteState();
        Writer.Lines("private EpisodeReader? reader;");
    }

    public override void WriteDispose()
    {
        Writer.Lines("reader?.Dispose();");
        base.WriteDispose();
    }

    public override void WriteDrawing(string summary, string arrange)
    {
        var bounds = "(long)ReadAheadMegabytes << 20" + (ahead.Threads is { } count ? $", threads: {CSharpLiteral.Of(count)}" : "");
        var read = Stored("part.Set", "batch.Bytes", "MetaBatch * (SupportExamples + QueryExamples)").Replace("\n", "\n    ");
        Writer.Lines(
            $$"""
            /// <summary>The tasks of an iteration, read ahead within {{ahead.Megabytes}} megabytes; the same seed reads the same.</summary>
            private Tasks ReadTasks(long iteration)
            {
                var part = ClassesFor(TaskPart.Training);
                reader ??= new EpisodeReader(
                    part.Sampler, batch => RandomStream.From(SeedOf("training", batch)), MetaBatch, {{bounds}});
                using var batch = reader.Take(iteration);
                using var examples = {{read}};
                return Arrange(part, examples, MetaBatch);
            }

            /// <summary>Draws tasks{{summary}} from the first on: which is which depends on the stream and its number alone.</summary>
            private Tasks DrawTasks(Part part, RandomStream stream, long first, int count)
            {
                var rows = part.Sampler.DrawRows(stream, first, count);
                using var examples = {{Stored("part.Set", "part.Set.ReadBytes(rows)", "rows.Length").Replace("\n", "\n    ")}};
                return Arrange(part, examples, count);
            }

            /// <summary>Tasks on the device, of their examples as these are stored.</summary>
            private Tasks Arrange(Part part, Tensor examples, int count)
            {
                using var stored = examples.to(device);
                {{(ToNumbers + arrange).Replace("\n", "\n    ")}}
            }

            """);
    }
}
