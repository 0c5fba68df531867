using System.Collections.Immutable;
using System.Threading;
using MetaDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL00xx and MDSL05xx: experiments, and how their parts fit together.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExperimentAnalyzer : DeclarationAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationRules.NotPartial,
        DeclarationRules.NestedInNotPartial,
        DeclarationRules.Generic,
        DeclarationRules.SaidTwice,
        DeclarationRules.NotAPlainClass,
        DeclarationRules.TorchNotReferenced,
        DeclarationRules.RuntimeNotReferenced,
        DeclarationRules.NoSuchChoice,
        ExperimentRules.NotAModel,
        ExperimentRules.NotTasks,
        ExperimentRules.NoInnerLoop,
        ExperimentRules.NoOuterLoop,
        ExperimentRules.InputWidth,
        ExperimentRules.OutputWidth,
        ExperimentRules.ClassifierWithoutClasses,
        ExperimentRules.NoClassifier,
        ExperimentRules.ExampleShape,
        ExperimentRules.BatchTooLarge,
        ExperimentRules.ForeignName,
        ExperimentRules.DeclaredElsewhere,
        ExperimentRules.MemberClash,
        ModelRules.TooManyWeights,
        ShapeRules.ForgottenAxis,
        ShapeRules.TooLargeWeight,
        ShapeRules.Incomputable,
    ];

    private protected override ImmutableArray<Diagnostic> Diagnose(
        INamedTypeSymbol type, Compilation compilation, CancellationToken token) =>
        Words.Has(type, ExperimentParser.Head) ? ExperimentParser.Parse(type, compilation, token).Diagnostics : [];
}
