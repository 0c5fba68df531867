using System.Collections.Immutable;
using System.Threading;
using MetaDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL01xx: models and blocks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : DeclarationAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationRules.SaidTwice,
        DeclarationRules.Missing,
        DeclarationRules.NoSuchChoice,
        ModelRules.NoInput,
        ModelRules.NothingToLearn,
        ModelRules.ImpossibleWidth,
        ModelRules.LayersOnTwoParts,
        ModelRules.ImpossibleActivation,
        ModelRules.ImpossibleShare,
        ModelRules.MixedStatistics,
        ModelRules.ImpossibleDeviation,
        ModelRules.ImpossibleConstant,
        ModelRules.ImpossibleRank,
        ModelRules.BlockInItself,
        ModelRules.NotABlock,
        ModelRules.EmptyBlock,
        ModelRules.NameTwice,
        ModelRules.ImpossibleName,
        ModelRules.ClassifierNotLast,
        ModelRules.BlockAndModel,
        ModelRules.InputOfBlock,
        ModelRules.TooManyLayers,
        ModelRules.TooManyWeights,
        ModelRules.NoEffect,
        ModelRules.LayersInTwoPlaces,
        ModelRules.OtherForward,
        ModelRules.UnusedLayer,
        ModelRules.NotReadable,
        ModelRules.NotALayerProperty,
        ModelRules.Inherited,
        ModelRules.NeverLearns,
        ShapeRules.NotFlat,
        ShapeRules.NoSuchAxis,
        ShapeRules.OtherElements,
        ShapeRules.NoProjection,
        ShapeRules.BranchesDiffer,
        ShapeRules.NoChannels,
        ShapeRules.WindowTooLarge,
        ShapeRules.GroupsDoNotDivide,
        ShapeRules.LostPixels,
        ShapeRules.PoolOfPadding,
        ShapeRules.NotASequence,
        ShapeRules.OutputPaddingTooLarge,
        ShapeRules.NothingLeft,
        ShapeRules.NotNumbers,
        ShapeRules.ForgottenAxis,
        ShapeRules.TooLargeExample,
        ShapeRules.TooLargeWeight,
        ShapeRules.SteppedOver,
        ShapeRules.WindowOfPadding,
        ShapeRules.TooLong,
        ExperimentRules.DeclaredElsewhere,
        ShapeRules.Incomputable,
    ];

    private protected override ImmutableArray<Diagnostic> Diagnose(
        INamedTypeSymbol type, Compilation compilation, CancellationToken token) =>
        Words.Has(type, ModelParser.Head) ? ModelParser.Parse(type, compilation).Diagnostics
        : Words.Has(type, BlockParser.Head) ? BlockParser.Parse(type, compilation)
        : [];
}
