using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads <c>[OuterLoop]</c>.</summary>
internal static class OuterLoopParser
{
    public const string Head = "OuterLoop";
    private const double LargestRate = 1;

    public static ParseResult<OuterLoopSpec> Parse(INamedTypeSymbol type)
    {
        var report = new Report();
        if (Words.Single(type, Head, report) is not { } word) return report.Nothing<OuterLoopSpec>();

        var optimizer = word.Choice("optimizer", OptimizerKind.Adam);
        var rate = word.Required<double>("LearningRate", "1e-3");
        Numbers.CheckRate(word, rate, LargestRate, OuterLoopRules.RateNotPositive, OuterLoopRules.RateTooLarge, report);
        var metaBatch = word.Required<int>("MetaBatch", "25");
        if (metaBatch < 1) report.Add(OuterLoopRules.NoTasks, word.At("MetaBatch"), Word.Shown(metaBatch.Value), type.Name);
        var iterations = word.Required<int>("Iterations", "70_000");
        if (iterations < 1) report.Add(OuterLoopRules.NoIterations, word.At("Iterations"), Word.Shown(iterations.Value), type.Name);
        var momentum = Momentum(word, optimizer, report);
        var weightDecay = word.Optional("WeightDecay", 0.0);
        if (weightDecay is { } decay && !(decay >= 0 && Numbers.IsFinite(decay)))
        {
            report.Add(OuterLoopRules.NegativeDecay, word.At("WeightDecay"), Word.Shown(decay), type.Name);
        }

        var schedule = Schedule(word, report);
        var clipNorm = word.Optional("ClipNorm", 0.0);
        if (clipNorm is { } norm && word.Says("ClipNorm") && !(norm > 0))
        {
            report.Add(OuterLoopRules.ClipsToNothing, word.At("ClipNorm"), Word.Shown(norm), type.Name);
        }

        return report.Result(() => new OuterLoopSpec(
            optimizer!.Value,
            rate!.Value,
            metaBatch!.Value,
            iterations!.Value,
            momentum!.Value,
            weightDecay!.Value,
            schedule!,
            clipNorm!.Value));
    }

    private static double? Momentum(Word word, OptimizerKind? optimizer, Report report)
    {
        var momentum = word.Optional("Momentum", 0.0);
        if (momentum is { } value && !(value >= 0 && value < 1))
        {
            report.Add(OuterLoopRules.ImpossibleMomentum, word.At("Momentum"), Word.Shown(value), word.Owner);
        }
        else if (word.Says("Momentum") && optimizer is OptimizerKind.Adam or OptimizerKind.AdamW)
        {
            report.Add(OuterLoopRules.NoEffect, word.At("Momentum"), "Momentum", word.Owner, $"Optimizer.{optimizer}", "Optimizer.Sgd");
        }

        return momentum;
    }

    private static ScheduleSpec? Schedule(Word word, Report report)
    {
        if (word.Choice("Schedule", ScheduleKind.Constant) is not { } kind) return null;
        if (kind != ScheduleKind.Step)
        {
            foreach (var setting in new[] { "Period", "Decay" })
            {
                if (!word.Says(setting)) continue;
                report.Add(OuterLoopRules.NoEffect, word.At(setting), setting, word.Owner, $"Schedule.{kind}", "Schedule.Step");
            }

            return new(kind);
        }

        var period = word.Required<int>("Period", "10_000");
        if (period < 1)
        {
            AddImpossible("Period", period.Value, "1 or more iterations");
        }

        var decay = word.Required<double>("Decay", "0.5");
        if (decay is { } factor && !(factor > 0 && factor < 1))
        {
            AddImpossible("Decay", factor, "a number above 0 and below 1");
        }

        return new(kind, period ?? 0, decay ?? 0);

        void AddImpossible(string setting, double value, string wayOut) =>
            report.Add(OuterLoopRules.ImpossibleSchedule, word.At(setting), setting, Word.Shown(value), word.Owner, wayOut);
    }
}
