using System.Collections.Immutable;
using System.Threading;
using MetaDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL0508 and after: evaluations.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EvaluationAnalyzer : DeclarationAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationRules.SaidTwice,
        ExperimentRules.EvaluationWithoutTasks,
        ExperimentRules.EvaluationWithoutSteps,
        ExperimentRules.EvaluationTooLong,
    ];

    private protected override ImmutableArray<Diagnostic> Diagnose(
        INamedTypeSymbol type, Compilation compilation, CancellationToken token) =>
        EvaluationParser.Parse(type, trainedSteps: 1).Diagnostics;
}
