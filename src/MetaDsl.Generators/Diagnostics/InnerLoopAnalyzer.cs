using System.Collections.Immutable;
using System.Threading;
using MetaDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL03xx: inner loops.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InnerLoopAnalyzer : DeclarationAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationRules.SaidTwice,
        DeclarationRules.Missing,
        DeclarationRules.NoSuchChoice,
        InnerLoopRules.NoSteps,
        InnerLoopRules.RateNotPositive,
        InnerLoopRules.RateTooLarge,
        InnerLoopRules.MemoryWithoutEffect,
    ];

    private protected override ImmutableArray<Diagnostic> Diagnose(
        INamedTypeSymbol type, Compilation compilation, CancellationToken token) =>
        Words.Has(type, MamlParser.Head) ? MamlParser.Parse(type).Diagnostics : [];
}
