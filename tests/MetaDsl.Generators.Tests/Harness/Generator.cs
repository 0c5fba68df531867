using System.Collections.Immutable;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MetaDsl.Generators.Tests.Harness;

/// <summary>
/// The generator with a printer that shows which experiments reach it, and that the spec of a type is enough to extend the type.
/// </summary>
internal sealed class Generator
{
    private readonly List<ExperimentSpec> printed = [];
    private readonly List<string> parsed = [];
    private GeneratorDriver driver;

    /// <param name="print">Prints instead of the usual double.</param>
    /// <param name="tracksSteps">
    /// Whether results hold the reasons of each step. Only where a test reads them: while it tracks, a driver of Roslyn 4.14 drops all
    /// results of a provider that is combined with itself when an attribute comes or goes in another file.
    /// </param>
    public Generator(Func<ExperimentSpec, string>? print = null, bool tracksSteps = false) => driver = CSharpGeneratorDriver.Create(
        [new MetaDslGenerator(
            (type, compilation, token) =>
            {
                // Several experiments are parsed, and printed, at a time.
                lock (parsed) parsed.Add(type.Name);
                return ExperimentParser.Parse(type, compilation, token).Spec;
            },
            (spec, _) =>
            {
                lock (printed) printed.Add(spec);
                return (print ?? Print)(spec);
            }).AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps));

    /// <summary>The experiments that were printed since the last call.</summary>
    public IReadOnlyList<ExperimentSpec> TakePrinted() => Take(printed);

    /// <summary>The names of the experiments that were parsed since the last call, in alphabetical order.</summary>
    public IReadOnlyList<string> TakeParsed() => [.. Take(parsed).Order(StringComparer.Ordinal)];

    public GeneratorRunResult Run(Compilation compilation) => Run(compilation, out _);

    public GeneratorRunResult Run(Compilation compilation, out Compilation updated)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out updated, out var filtered);
        Diagnostics = [.. filtered.Where(diagnostic => !diagnostic.IsSuppressed)];
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return result;
    }

    /// <summary>What the last run reported and the source did not suppress.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; private set; } = [];

    public static ExperimentSpec SpecOf(string source)
    {
        var generator = new Generator();
        generator.Run(new Project(source).Compile());
        return Assert.Single(generator.TakePrinted());
    }

    public static string[] FilesOf(Compilation compilation) =>
        [.. new Generator().Run(compilation).GeneratedSources.Select(file => file.HintName)];

    private static T[] Take<T>(List<T> list)
    {
        var taken = list.ToArray();
        list.Clear();
        return taken;
    }

    private static string Print(ExperimentSpec spec)
    {
        var types = spec.Type.Containing.Append(spec.Type.Declaration).ToArray();
        var (open, close) = (string.Concat(types.Select(type => type + " { ")), string.Concat(types.Select(_ => " }")));
        var body = open + "public const int Generated = 1;" + close;
        return spec.Type.Namespace.Length == 0 ? body : $"namespace {spec.Type.Namespace} {{ {body} }}";
    }
}
