using System.Collections.Immutable;
using System.Threading;
using MetaDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL0010: attributes that nothing is generated from.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HeadlessAnalyzer : DeclarationAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationRules.Headless,
    ];

    private protected override ImmutableArray<Diagnostic> Diagnose(
        INamedTypeSymbol type, Compilation compilation, CancellationToken token) =>
        Headless.Find(type) is { } diagnostic ? [diagnostic] : [];
}
