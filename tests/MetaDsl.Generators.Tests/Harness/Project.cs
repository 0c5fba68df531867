using System.Collections.Immutable;
using MetaDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MetaDsl.Generators.Tests.Harness;

/// <summary>A user's project in memory: sources, references and C# options.</summary>
internal sealed record Project
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);
    private static readonly ImmutableArray<MetadataReference> Framework = ReferFramework();
    private static readonly MetadataReference Torch = ReferTo("TorchSharp", """
        namespace TorchSharp;

        public static class torch
        {
            public sealed class Tensor
            {
                public static Tensor operator +(Tensor left, Tensor right) => left;
                public Tensor relu() => this;
                public Tensor add(Tensor target, double alpha = 1) => this;
                public Tensor squeeze(long? dim = null) => this;
                public Tensor flatten(long start_dim = 0, long end_dim = -1) => this;
                public Tensor cumsum(long dim) => this;
                public Tensor reshape(params long[] shape) => this;
            }
        }
        """);
    private static readonly MetadataReference Runtime = ReferTo("MetaDsl.Runtime", """
        namespace MetaDsl;

        public sealed class ClassSet;
        public sealed record DataOptions;
        """);
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(MetaDslGenerator).Assembly.GetTypes()
            .Where(type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public Project(params string[] sources) => Sources = sources;

    public IReadOnlyList<string> Sources { get; init; }

    public bool HasTorch { get; init; } = true;

    public bool HasRuntime { get; init; } = true;

    public bool IsNullable { get; init; } = true;

    public Project? Reference { get; init; }

    public static ImmutableArray<DiagnosticDescriptor> Rules =>
        [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Append(InternalRules.Failure).Distinct()];

    public CSharpCompilation Compile(string name = "Program")
    {
        // Implicit usings, as a project of the SDK has them.
        var trees = Sources
            .Prepend("global using System;")
            .Select((source, i) => Tree(source, i == 0 ? "Usings.cs" : $"File{i}.cs"));
        var references = Framework.Add(MetadataReference.CreateFromFile(typeof(ModelAttribute).Assembly.Location));
        if (HasTorch) references = references.Add(Torch);
        if (HasRuntime) references = references.Add(Runtime);
        if (Reference is not null) references = references.Add(Reference.Compile("Library").ToMetadataReference());
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(IsNullable ? NullableContextOptions.Enable : NullableContextOptions.Disable);
        return CSharpCompilation.Create(name, trees, references, options);
    }

    public static SyntaxTree Tree(string source, string path) => CSharpSyntaxTree.ParseText(SourceText.From(source), Parsing, path);

    /// <summary>What the analyzers report. An analyzer that throws fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation)
    {
        var thrown = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => thrown.Add(exception.ToString()),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.True(thrown.Count == 0, string.Join("\n", thrown));
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>What C# itself has to say, generated files included.</summary>
    public static IEnumerable<Diagnostic> Complaints(Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    /// <summary>The source at a diagnostic.</summary>
    public static string Quote(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);

    private static ImmutableArray<MetadataReference> ReferFramework()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] names = ["System.Private.CoreLib", "System.Runtime", "System.Console", "netstandard"];
        return [.. names.Select(name => MetadataReference.CreateFromFile(Path.Combine(folder, name + ".dll")))];
    }

    private static MetadataReference ReferTo(string name, string source) => CSharpCompilation
        .Create(name, [Tree(source, name + ".cs")], Framework, new(OutputKind.DynamicallyLinkedLibrary))
        .ToMetadataReference();
}
