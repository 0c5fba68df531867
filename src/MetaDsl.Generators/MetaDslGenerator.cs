using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Incremental;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators;

/// <summary>Turns each declared experiment into a file. Wrong declarations are left to the analyzers, which run the same parsers.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class MetaDslGenerator : IIncrementalGenerator
{
    private readonly Func<INamedTypeSymbol, Compilation, CancellationToken, ExperimentSpec?> parse;
    private readonly Func<ExperimentSpec, CancellationToken, string> print;

    public MetaDslGenerator()
        : this(
            static (type, compilation, token) => ExperimentParser.Parse(type, compilation, token).Spec,
            Printing.ExperimentPrinter.Print)
    {
    }

    internal MetaDslGenerator(
        Func<INamedTypeSymbol, Compilation, CancellationToken, ExperimentSpec?> parse,
        Func<ExperimentSpec, CancellationToken, string> print)
    {
        this.parse = parse;
        this.print = print;
    }

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // State of the pipeline, which decides how fast it is and never what comes out of it.
        var (reader, writer) = (new ExperimentReader(parse), new ExperimentWriter(print));
        // Not by ForAttributeWithMetadataName, which binds the attributes of all experiments at each keystroke: 6 ms for 50.
        var parsed = context.CompilationProvider
            .SelectMany((compilation, token) =>
            {
                var found = reader.Read(compilation, token);
                writer.Prepare(found.Select(item => item.Experiment), token);
                return found;
            })
            .WithTrackingName("Parsed");
        // Without the location, which moves with every edit above the class.
        var experiments = parsed.Select(static (item, _) => item.Experiment).WithTrackingName("Experiments");
        var files = experiments
            .Where(static experiment => experiment is { Value: not null } or { Failure: not null })
            .Select((experiment, token) => writer.Print(experiment, token))
            .WithTrackingName("Files");
        var clashing = files
            .Select(static (file, _) => file.Key)
            .Collect()
            .Select(static (keys, _) => HintName.Clashing(keys))
            .WithTrackingName("ClashingNames");

        context.RegisterSourceOutput(
            files.Combine(clashing),
            static (output, pair) =>
            {
                var (file, clashing) = pair;
                if (file.Value is { } text) output.AddSource(HintName.Of(file.Key, clashing), text);
            });

        var locations = parsed.Select(static (item, _) => (item.Experiment.Key, item.Location)).Collect();
        context.RegisterSourceOutput(
            files.Where(static file => file.Failure is not null).Combine(locations).WithTrackingName("Failures"),
            static (output, pair) => output.ReportDiagnostic(Describe(pair.Left, pair.Right)));
    }

    private static Diagnostic Describe(
        Outcome<string> file, ImmutableArray<(string Key, Location Location)> locations) => Diagnostic.Create(
        InternalRules.Failure,
        locations.First(item => item.Key == file.Key).Location,
        file.Key,
        file.Failure!.Type,
        file.Failure.Message);
}
