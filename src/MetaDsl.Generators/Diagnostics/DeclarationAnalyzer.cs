using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>
/// Runs an area's parser on each type that is declared with it, and reports what the parser found: the generator runs the same one.
/// </summary>
public abstract class DeclarationAnalyzer : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(
            symbol =>
            {
                foreach (var diagnostic in Diagnose((INamedTypeSymbol)symbol.Symbol, symbol.Compilation, symbol.CancellationToken))
                {
                    symbol.ReportDiagnostic(diagnostic);
                }
            },
            SymbolKind.NamedType);
    }

    private protected abstract ImmutableArray<Diagnostic> Diagnose(INamedTypeSymbol type, Compilation compilation, CancellationToken token);
}
