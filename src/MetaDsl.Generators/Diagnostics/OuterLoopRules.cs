using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL04xx: outer loops.</summary>
internal static class OuterLoopRules
{
    public static readonly DiagnosticDescriptor NoTasks = Rule.Error(
        "MDSL0401",
        "A meta-batch has no tasks",
        "'MetaBatch' is '{0}', so an iteration of '{1}' has no tasks to learn from; use 1 or more");

    public static readonly DiagnosticDescriptor NoIterations = Rule.Error(
        "MDSL0402",
        "Training has no iterations",
        "'Iterations' is '{0}', so '{1}' never trains; use 1 or more");

    public static readonly DiagnosticDescriptor RateNotPositive = Rule.Error(
        "MDSL0403",
        "The outer learning rate is not positive",
        "'LearningRate' of 'OuterLoop' is '{0}', so '{1}' does not learn; use a number above 0, as in 1e-3");

    public static readonly DiagnosticDescriptor RateTooLarge = Rule.Warning(
        "MDSL0404",
        "The outer learning rate is absurdly large",
        "'LearningRate' of 'OuterLoop' is '{0}', so '{1}' will most likely diverge; use at most 1, as in 1e-3");

    public static readonly DiagnosticDescriptor ImpossibleMomentum = Rule.Error(
        "MDSL0405",
        "Momentum is impossible",
        "'Momentum' is '{0}', with which '{1}' cannot converge; use a number from 0 to below 1, as in 0.9");

    public static readonly DiagnosticDescriptor NegativeDecay = Rule.Error(
        "MDSL0406",
        "Weight decay is negative",
        "'WeightDecay' is '{0}', which drives the weights of '{1}' away from zero; use 0 or more");

    public static readonly DiagnosticDescriptor ImpossibleSchedule = Rule.Error(
        "MDSL0407",
        "A step schedule is impossible",
        "'{0}' is '{1}', so the learning rate of '{2}' does not fall in steps; use {3}");

    public static readonly DiagnosticDescriptor NoEffect = Rule.Warning(
        "MDSL0408",
        "A setting of the outer loop has no effect",
        "'{0}' has no effect on '{1}', which uses '{2}'; remove it, or use '{3}'");

    public static readonly DiagnosticDescriptor ClipsToNothing = Rule.Error(
        "MDSL0409",
        "Gradients are clipped to nothing",
        "'ClipNorm' is '{0}', so nothing would be left of the gradients of '{1}'; use a number above 0, or leave it out");
}
