using System.Collections.Immutable;
using System.Threading;
using MetaDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL06xx: devices.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeviceAnalyzer : DeclarationAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationRules.SaidTwice,
        DeviceRules.Unknown,
        DeviceRules.UselessFallback,
    ];

    private protected override ImmutableArray<Diagnostic> Diagnose(
        INamedTypeSymbol type, Compilation compilation, CancellationToken token) =>
        DeviceParser.Parse(type).Diagnostics;
}
