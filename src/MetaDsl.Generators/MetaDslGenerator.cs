using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators;

/// <summary>Turns each declared experiment into a file. Wrong declarations are left to the analyzers, which run the same parsers.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class MetaDslGenerator : IIncrementalGenerator
{
    private readonly Func<ExperimentSpec, CancellationToken, string> print;

    public MetaDslGenerator()
        : this(Printing.ExperimentPrinter.Print)
    {
    }

    internal MetaDslGenerator(Func<ExperimentSpec, CancellationToken, string> print) => this.print = print;

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var print = this.print;
        var parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "MetaDsl.ExperimentAttribute`2",
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, token) => (Experiment: Parse(found, token), Location: found.TargetSymbol.Locations.First()))
            .WithTrackingName("Parsed");
        // Without the location, which moves with every edit above the class.
        var experiments = parsed.Select(static (item, _) => item.Experiment).WithTrackingName("Experiments");
        var files = experiments
            .Where(static experiment => experiment is { Value: not null } or { Failure: not null })
            .Select((experiment, token) => Print(experiment, print, token))
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

    private static Outcome<ExperimentSpec> Parse(GeneratorAttributeSyntaxContext found, CancellationToken token)
    {
        var type = (INamedTypeSymbol)found.TargetSymbol;
        return Try(type.ToDisplayString(), () => ExperimentParser.Parse(type, found.SemanticModel.Compilation, token).Spec) is var outcome
            && outcome.Value is { } spec
                ? outcome with { Key = HintName.Key(spec.Type) }
                : outcome;
    }

    private static Outcome<string> Print(
        Outcome<ExperimentSpec> experiment,
        Func<ExperimentSpec, CancellationToken, string> print,
        CancellationToken token) => experiment.Value is { } spec
            ? Try(experiment.Key, () => print(spec, token))
            : new(experiment.Key, null, experiment.Failure);

    // One callback that throws would lose every generated file.
    private static Outcome<T> Try<T>(string key, Func<T?> work)
        where T : class
    {
        try
        {
            return new(key, work(), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(key, null, new(exception.GetType().Name, exception.Message));
        }
    }

    private static Diagnostic Describe(
        Outcome<string> file, ImmutableArray<(string Key, Location Location)> locations) => Diagnostic.Create(
        InternalRules.Failure,
        locations.First(item => item.Key == file.Key).Location,
        file.Key,
        file.Failure!.Type,
        file.Failure.Message);
}
