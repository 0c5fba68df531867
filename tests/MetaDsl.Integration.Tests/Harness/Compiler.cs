using System.Collections.Immutable;
using MetaDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace MetaDsl.Integration.Tests.Harness;

/// <summary>A user's build in memory: C# with our generator, every warning an error.</summary>
internal static class Compiler
{
    private const string MissingComment = "CS1591";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>
    /// What the compiler and the generator have to say, generated files included, from warnings on; nothing where all is well. Comments are
    /// read too: one that refers to nothing is a warning.
    /// </summary>
    public static string Complaints(string source)
    {
        var (compilation, complaints) = Generate("Complaints", [source], Parsing.WithDocumentationMode(DocumentationMode.Diagnose));
        complaints = [.. complaints, .. compilation.GetDiagnostics().Where(IsWrong)];
        if (complaints.Length > 0) return Explain(complaints);
        return compilation.SyntaxTrees.Count() == 1 ? "Nothing is generated." : "";
    }

    /// <summary>The public members of generated files without the comment that projects with documentation must have.</summary>
    public static string Undocumented(string source)
    {
        var (compilation, _) = Generate("Undocumented", [source], Parsing.WithDocumentationMode(DocumentationMode.Diagnose));
        ImmutableArray<Diagnostic> missing =
        [
            .. compilation.GetDiagnostics()
                .Where(found => found.Id == MissingComment && found.Location.SourceTree != compilation.SyntaxTrees.First()),
        ];
        return missing.Length > 0 ? Explain(missing) : "";
    }

    /// <summary>Compiles to an assembly's file; throws with the first complaints and the lines they are about.</summary>
    public static MemoryStream Compile(string name, IEnumerable<string> sources)
    {
        var (compilation, complaints) = Generate(name, sources, Parsing);
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        complaints = [.. complaints, .. result.Diagnostics.Where(IsWrong)];
        if (complaints.Length > 0) throw new InvalidOperationException(Explain(complaints));
        image.Position = 0;
        return image;
    }

    private static (Compilation Compilation, ImmutableArray<Diagnostic> Complaints) Generate(
        string name, IEnumerable<string> sources, CSharpParseOptions parsing)
    {
        var trees = sources.Select((source, i) => CSharpSyntaxTree.ParseText(SourceText.From(source), parsing, $"File{i + 1}.cs"));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithDeterministic(true);
        var compilation = CSharpCompilation.Create(name, trees, References, options);
        CSharpGeneratorDriver
            .Create([new MetaDslGenerator().AsSourceGenerator()], parseOptions: parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var reported);
        return (updated, [.. reported.Where(IsWrong)]);
    }

    // A missing comment is not wrong where nobody asks for comments.
    private static bool IsWrong(Diagnostic diagnostic) =>
        diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != MissingComment;

    private static string Explain(ImmutableArray<Diagnostic> complaints) =>
        $"{complaints.Length} complaints, the first of them:\n" + string.Join("\n", complaints.Take(5).Select(Quote));

    private static string Quote(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line];
        return $"{diagnostic}\n    {line?.ToString().Trim()}";
    }
}
