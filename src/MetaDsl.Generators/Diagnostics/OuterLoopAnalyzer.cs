using System.Collections.Immutable;
using System.Threading;
using MetaDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL04xx: outer loops.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OuterLoopAnalyzer : DeclarationAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationRules.SaidTwice,
        DeclarationRules.Missing,
        DeclarationRules.NoSuchChoice,
        OuterLoopRules.NoTasks,
        OuterLoopRules.NoIterations,
        OuterLoopRules.RateNotPositive,
        OuterLoopRules.RateTooLarge,
        OuterLoopRules.ImpossibleMomentum,
        OuterLoopRules.NegativeDecay,
        OuterLoopRules.ImpossibleSchedule,
        OuterLoopRules.NoEffect,
        OuterLoopRules.ClipsToNothing,
    ];

    private protected override ImmutableArray<Diagnostic> Diagnose(
        INamedTypeSymbol type, Compilation compilation, CancellationToken token) =>
        Words.Has(type, OuterLoopParser.Head) ? OuterLoopParser.Parse(type).Diagnostics : [];
}
