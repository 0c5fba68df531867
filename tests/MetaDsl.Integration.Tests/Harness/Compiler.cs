using System.Collections.Immutable;
using MetaDsl.Generators;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ModelParser = MetaDsl.Generators.Parsing.ModelParser;

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

    /// <summary>The same of a compiler with as little stack as a thread of it has anywhere, up to the last of what it emits.</summary>
    public static string ComplaintsOnSmallStack(string source)
    {
        const int Megabyte = 1 << 20;
        var complaints = "";
        var thread = new Thread(() => complaints = Emitted(), Megabyte);
        thread.Start();
        thread.Join();
        return complaints;

        string Emitted()
        {
            var (compilation, reported) = Generate("SmallStack", [source], Parsing);
            // On this thread, not on others.
            var result = compilation.WithOptions(compilation.Options.WithConcurrentBuild(false)).Emit(Stream.Null);
            ImmutableArray<Diagnostic> wrong = [.. reported, .. result.Diagnostics.Where(IsWrong)];
            if (wrong.Length > 0) return Explain(wrong);
            return compilation.SyntaxTrees.Count() == 1 ? "Nothing is generated." : "";
        }
    }

    /// <summary>The comment of a type as an editor shows it, generated parts included.</summary>
    public static string CommentOf(string source, string type) => Generate("Comment", [source], Parsing.WithDocumentationMode(DocumentationMode.Parse))
        .Compilation.GetTypeByMetadataName(type)!.GetDocumentationCommentXml()!;

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

    /// <summary>
    /// The same for sources that stand for themselves, by names with which their types begin: those with complaints are left out, so that one
    /// does not hide the others.
    /// </summary>
    public static (MemoryStream Image, IReadOnlyDictionary<string, string> Complaints) CompileEach(
        string name, IReadOnlyDictionary<string, string> sources)
    {
        var wrong = new Dictionary<string, string>();
        while (true)
        {
            var right = sources.Keys.Where(key => !wrong.ContainsKey(key)).ToArray();
            var (compilation, complaints) = Generate(name, right.Select(key => sources[key]), Parsing, right);
            var image = new MemoryStream();
            if (complaints.IsEmpty) complaints = [.. compilation.Emit(image).Diagnostics.Where(IsWrong)];
            image.Position = 0;
            if (complaints.IsEmpty) return (image, wrong);
            foreach (var key in right)
            {
                ImmutableArray<Diagnostic> its = [.. complaints.Where(found => FileOf(found).StartsWith(key, StringComparison.Ordinal))];
                if (!its.IsEmpty) wrong.Add(key, Explain(its));
                complaints = complaints.RemoveRange(its);
            }

            if (!complaints.IsEmpty) throw new InvalidOperationException(Explain(complaints));
        }
    }

    /// <summary>By the name of each model, its weights as the compiler knows them: names in a checkpoint and shapes, in the order of the row.</summary>
    public static IReadOnlyDictionary<string, (string Name, int[] Shape)[]> WeightsOfModels(
        IEnumerable<string> sources, int ways, Func<string, int>? stepsOf = null)
    {
        var compilation = Bare("Models", sources, Parsing);
        return compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()
            .Where(type => type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(ModelAttribute)))
            .ToDictionary(type => type.Name, type => Read(type, compilation, new(ways, stepsOf?.Invoke(type.Name) ?? 1)).Parameters
                .Select(parameter => (parameter.Name, parameter.Type.Dims.Select(dim => dim.Count).ToArray()))
                .ToArray());
    }

    private static Network Read(INamedTypeSymbol model, Compilation compilation, SettingSpec setting)
    {
        var result = ModelParser.Parse(model, compilation);
        if (result.Spec is not null) return new(result.Spec, setting);
        throw new InvalidOperationException($"{model.Name}: {Explain(result.Diagnostics)}");
    }

    private static (Compilation Compilation, ImmutableArray<Diagnostic> Complaints) Generate(
        string name, IEnumerable<string> sources, CSharpParseOptions parsing, string[]? files = null)
    {
        CSharpGeneratorDriver
            .Create([new MetaDslGenerator().AsSourceGenerator()], parseOptions: parsing)
            .RunGeneratorsAndUpdateCompilation(Bare(name, sources, parsing, files), out var updated, out var reported);
        return (updated, [.. reported.Where(IsWrong)]);
    }

    private static CSharpCompilation Bare(string name, IEnumerable<string> sources, CSharpParseOptions parsing, string[]? files = null)
    {
        var trees = sources.Select((source, i) => CSharpSyntaxTree.ParseText(SourceText.From(source), parsing, $"{files?[i] ?? $"File{i + 1}"}.cs"));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            // Where each class is run once, a runtime that optimises its long methods first would take most of the time.
            .WithOptimizationLevel(files is null ? OptimizationLevel.Release : OptimizationLevel.Debug)
            .WithDeterministic(true);
        return CSharpCompilation.Create(name, trees, References, options);
    }

    // A missing comment is not wrong where nobody asks for comments.
    private static bool IsWrong(Diagnostic diagnostic) =>
        diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != MissingComment;

    private static string FileOf(Diagnostic diagnostic) => Path.GetFileName(diagnostic.Location.SourceTree?.FilePath ?? "");

    private static string Explain(ImmutableArray<Diagnostic> complaints) =>
        $"{complaints.Length} complaints, the first of them:\n" + string.Join("\n", complaints.Take(5).Select(Quote));

    private static string Quote(Diagnostic diagnostic)
    {
        var line = diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line];
        return $"{diagnostic}\n    {line?.ToString().Trim()}";
    }
}
