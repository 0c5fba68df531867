using System.Collections.Immutable;
using MetaDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace MetaDsl.Integration.Tests.Emission;

/// <summary>
/// A user's project in memory and what the real generator adds to it. Anything that C# or the generator has to say fails the test.
/// </summary>
internal sealed class Emission
{
    private const string ImplicitUsings = "global using System;\nglobal using System.Linq;\n";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    // All compilations begin with this one: the references are read once.
    private static readonly CSharpCompilation Nothing = CSharpCompilation.Create(
        "Program",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private Emission(CSharpCompilation compilation, ImmutableArray<GeneratedSourceResult> files)
    {
        Compilation = compilation;
        Trees = [.. files.Select(file => file.SyntaxTree)];
        Texts = files.ToDictionary(file => file.HintName, file => file.SourceText.ToString());
    }

    /// <summary>With the generated files.</summary>
    public CSharpCompilation Compilation { get; }

    public IReadOnlyList<SyntaxTree> Trees { get; }

    /// <summary>The generated files by their names.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    public static GeneratorDriver Driver() =>
        CSharpGeneratorDriver.Create([new MetaDslGenerator().AsSourceGenerator()], parseOptions: Parsing);

    public static SyntaxTree Parse(string source, string path = "File.cs") =>
        CSharpSyntaxTree.ParseText(SourceText.From(source), Parsing, path);

    /// <summary>A project of the given files, without what is generated.</summary>
    public static CSharpCompilation Compile(params IEnumerable<SyntaxTree> trees)
    {
        var compilation = Nothing.AddSyntaxTrees([Parse(ImplicitUsings, "Usings.cs"), .. trees]);
        var isProgram = trees.Any(tree => tree.GetRoot().ChildNodes().Any(node => node.IsKind(SyntaxKind.GlobalStatement)));
        return isProgram ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)) : compilation;
    }

    /// <summary>Generates, and has C# look at the generated files.</summary>
    public static Emission Of(params IEnumerable<string> sources)
    {
        var emission = Generate(sources);
        var said = emission.Trees.SelectMany(tree => emission.Compilation.GetSemanticModel(tree).GetDiagnostics());
        AssertClean(said.Concat(emission.Compilation.GetDeclarationDiagnostics()));
        return emission;
    }

    /// <summary>Generates; only what the generator says is looked at.</summary>
    public static Emission Generate(params IEnumerable<string> sources)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(
            Compile(sources.Select((source, i) => Parse(source, $"File{i + 1}.cs"))), out var updated, out var reported);
        AssertClean(reported);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        Assert.NotEmpty(result.GeneratedSources);
        return new((CSharpCompilation)updated, result.GeneratedSources);
    }

    public static void AssertClean(IEnumerable<Diagnostic> diagnostics)
    {
        // A missing comment on a public member is not wrong: projects that ask for them know the option.
        var wrong = diagnostics.Where(found => found.Severity >= DiagnosticSeverity.Warning && found.Id != "CS1591").ToArray();
        Assert.True(wrong.Length == 0, $"{wrong.Length} complaints\n" + string.Join("\n", wrong.Take(5).Select(Quote)));
    }

    private static string Quote(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line];
        return $"{diagnostic}\n    {line?.ToString().Trim()}";
    }
}
