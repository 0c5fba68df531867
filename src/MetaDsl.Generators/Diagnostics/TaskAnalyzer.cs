using System.Collections.Immutable;
using System.Threading;
using MetaDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL02xx: tasks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskAnalyzer : DeclarationAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeclarationRules.SaidTwice,
        DeclarationRules.Missing,
        DeclarationRules.NoSuchChoice,
        TaskRules.NoExamples,
        TaskRules.NoInput,
        TaskRules.NoTarget,
        TaskRules.NotTranslatable,
        TaskRules.ReversedBounds,
        TaskRules.NoDeviation,
        TaskRules.NotFinite,
        TaskRules.InputIgnored,
        TaskRules.ParameterIgnored,
        TaskRules.InputNumbers,
        TaskRules.NotDouble,
        TaskRules.DrawnTwice,
        TaskRules.DrawnAndComputed,
        TaskRules.NameTaken,
        TaskRules.ImpossibleCount,
        TaskRules.NoSource,
        TaskRules.NotASource,
        TaskRules.TwoKinds,
        DataRules.NoSplit,
        DataRules.TwoSources,
        DataRules.TwoSplits,
        DataRules.NothingToSplit,
        DataRules.PartWithoutPath,
        DataRules.EmptyPath,
        DataRules.TooFewClasses,
        DataRules.ImpossibleShare,
        DataRules.InTwoParts,
        DataRules.NoGroups,
        DataRules.NotForSource,
        DataRules.ImpossibleSize,
        DataRules.Contradiction,
        DataRules.NotSquare,
        DataRules.ImpossibleNormalization,
        DataRules.NotOneForEachChannel,
        DataRules.NoColumn,
        DataRules.ColumnTwice,
        DataRules.ColumnOfOtherTasks,
        DataRules.NoRegression,
        DataRules.DrawnAndRead,
        DataRules.TooFewExamples,
        DataRules.ImpossibleSeparator,
        DataRules.NoArchive,
        DataRules.NothingToReadAhead,
        DataRules.ImpossibleReadAhead,
        DataRules.NothingToBalance,
        DataRules.RangeReadAhead,
        DataRules.NoData,
        TaskRules.NoLogarithm,
        TaskRules.NoChoice,
        TaskRules.ChosenTwice,
        TaskRules.NotExact,
        TaskRules.NoNoise,
        TaskRules.NoiseElsewhere,
        TaskRules.ImpossibleLength,
        TaskRules.NoCount,
        TaskRules.CountOfNumber,
        TaskRules.OwnBesideFamily,
        TaskRules.TwoFamilies,
        TaskRules.ReversedRange,
        TaskRules.ImpossibleSetting,
    ];

    private protected override ImmutableArray<Diagnostic> Diagnose(
        INamedTypeSymbol type, Compilation compilation, CancellationToken token) =>
        TaskParser.IsTasks(type) ? TaskParser.Parse(type, compilation, token).Diagnostics : [];
}
