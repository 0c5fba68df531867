using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads <c>[Maml]</c>.</summary>
internal static class MamlParser
{
    public const string Head = "Maml";
    private const double LargestRate = 10;

    public static ParseResult<MamlSpec> Parse(INamedTypeSymbol type)
    {
        var report = new Report();
        if (Words.Single(type, Head, report) is not { } word) return report.Nothing<MamlSpec>();

        var steps = word.Required<int>("Steps", "1");
        if (steps < 1) report.Add(InnerLoopRules.NoSteps, word.At("Steps"), Word.Shown(steps.Value), type.Name);
        var rate = word.Required<double>("LearningRate", "0.01");
        Numbers.CheckRate(word, rate, LargestRate, InnerLoopRules.RateNotPositive, InnerLoopRules.RateTooLarge, report);
        var order = word.Choice("Order", GradientOrder.Second);
        var memory = word.Choice("Memory", InnerMemory.Automatic);
        if (word.Says("Memory") && WhyNothingIsKept(type, steps, order) is { } reason)
        {
            report.Add(InnerLoopRules.MemoryWithoutEffect, word.At("Memory"), type.Name, reason);
        }

        return report.Result(() => new MamlSpec(steps!.Value, rate!.Value, order!.Value, memory!.Value));
    }

    private static string? WhyNothingIsKept(INamedTypeSymbol type, int? steps, GradientOrder? order) =>
        order == GradientOrder.First ? "in first order nothing goes back through a step"
        : steps == 1 ? "there is one step alone"
        : Words.On(type).Any(word => word.Name == "Derivatives" && IsAutograd(word.Data)) ? "torch.autograd keeps what it needs"
        : null;

    private static bool IsAutograd(AttributeData derivatives) =>
        derivatives.ConstructorArguments.Any(argument => argument.Value is (int)DerivativeStrategy.Autograd);
}
