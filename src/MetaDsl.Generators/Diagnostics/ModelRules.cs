using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL01xx: models.</summary>
internal static class ModelRules
{
    public static readonly DiagnosticDescriptor NoInput = Rule.Error(
        "MDSL0101",
        "A model has no input",
        "'{0}' has no 'Input', so the shape of its first layer is unknown; add '[Input(1)]' with the number of values an example has");

    public static readonly DiagnosticDescriptor NothingToLearn = Rule.Error(
        "MDSL0102",
        "A model has no layer that can learn",
        "'{0}' has no 'Linear' layer, so there is nothing to learn; add one, as in '[Linear(1)]'");

    public static readonly DiagnosticDescriptor ImpossibleWidth = Rule.Error(
        "MDSL0103",
        "A width is impossible",
        "The width of '{0}' on '{1}' is '{2}', which no tensor can have; use a whole number from 1 to {3}");

    public static readonly DiagnosticDescriptor LayersOnTwoParts = Rule.Error(
        "MDSL0104",
        "A model's layers are spread over two partial declarations",
        "'{0}' has layers on two of its parts, so their order would be that of the files; move '{1}' to the part with the first layer");

    public static readonly DiagnosticDescriptor ImpossibleActivation = Rule.Error(
        "MDSL0105",
        "The number of an activation is impossible",
        "'{0}' of '{1}' on '{2}' is '{3}'; use a number above 0 and at most 100");

    public static readonly DiagnosticDescriptor ImpossibleDeviation = Rule.Error(
        "MDSL0106",
        "A deviation of initial weights is impossible",
        "'Deviation' on '{0}' is '{1}'; use a number above 0 and at most 10");
}
