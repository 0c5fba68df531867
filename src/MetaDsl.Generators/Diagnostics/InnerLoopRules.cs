using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL03xx: inner loops.</summary>
internal static class InnerLoopRules
{
    public static readonly DiagnosticDescriptor NoSteps = Rule.Error(
        "MDSL0301",
        "An inner loop has no steps",
        "'Steps' is '{0}', so '{1}' never adapts; use 1 or more");

    public static readonly DiagnosticDescriptor RateNotPositive = Rule.Error(
        "MDSL0302",
        "The inner learning rate is not positive",
        "'LearningRate' of 'Maml' is '{0}', so '{1}' does not descend; use a number above 0, as in 0.01");

    public static readonly DiagnosticDescriptor RateTooLarge = Rule.Warning(
        "MDSL0303",
        "The inner learning rate is absurdly large",
        "'LearningRate' of 'Maml' is '{0}', so '{1}' will most likely diverge; use at most 10, as in 0.01");

    public static readonly DiagnosticDescriptor MemoryWithoutEffect = Rule.Warning(
        "MDSL0304",
        "A setting of the inner loop's memory has no effect",
        "'Memory' of 'Maml' on '{0}' has no effect, because {1}; remove it");
}
