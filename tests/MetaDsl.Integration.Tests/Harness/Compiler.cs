using System.Collections.Immutable;
using System.Runtime.Loader;
using MetaDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace MetaDsl.Integration.Tests.Harness;

/// <summary>A user's build in memory: C# with our generator, every warning an error, loaded beside the tests.</summary>
internal static class Compiler
{
    // Documentation is read, so that a comment in a generated file that refers to nothing is a warning too.
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What the compiler and the generator have to say, generated files included, from warnings on.</summary>
    public static IReadOnlyList<Diagnostic> Complaints(string source)
    {
        var (compilation, complaints) = Generate("Complaints", [source]);
        return [.. complaints, .. compilation.GetDiagnostics().Where(IsWrong)];
    }

    /// <summary>Compiles and loads; throws with the first complaints and the lines they are about.</summary>
    public static System.Reflection.Assembly Load(string name, IEnumerable<string> sources)
    {
        var (compilation, complaints) = Generate(name, sources);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        complaints = [.. complaints, .. result.Diagnostics.Where(IsWrong)];
        if (complaints.Length > 0) throw new InvalidOperationException(Explain(complaints));
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    private static (Compilation Compilation, ImmutableArray<Diagnostic> Complaints) Generate(string name, IEnumerable<string> sources)
    {
        var trees = sources.Select((source, i) => CSharpSyntaxTree.ParseText(SourceText.From(source), Parsing, $"File{i + 1}.cs"));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithDeterministic(true);
        var compilation = CSharpCompilation.Create(name, trees, References, options);
        CSharpGeneratorDriver
            .Create([new MetaDslGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var reported);
        return (updated, [.. reported.Where(IsWrong)]);
    }

    // A missing comment on a public member is not wrong: projects that ask for them know the option.
    private static bool IsWrong(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591";

    private static string Explain(ImmutableArray<Diagnostic> complaints) =>
        $"{complaints.Length} complaints, the first of them:\n" + string.Join("\n", complaints.Take(5).Select(Quote));

    private static string Quote(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line];
        return $"{diagnostic}\n    {line?.ToString().Trim()}";
    }
}
