using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL012x: shapes of layers. In each message {0} is the layer's word and {1} names the class on which it stands.</summary>
internal static class ShapeRules
{
    public static readonly DiagnosticDescriptor NotFlat = Rule.Error(
        "MDSL0121",
        "A layer of features is given an image",
        "'{0}' on {1} is given examples of shape {2}, of which it would see the last axis alone; put '[Flatten]' or '[GlobalAvgPool]' before it");

    public static readonly DiagnosticDescriptor NoSuchAxis = Rule.Error(
        "MDSL0122",
        "A layer begins at an axis that is not there",
        "'{0}' on {1} begins at axis '{2}', but it is given examples of shape {3}; count axes from 0");

    public static readonly DiagnosticDescriptor OtherElements = Rule.Error(
        "MDSL0123",
        "A shape has not the numbers of the one before it",
        "'{0}' on {1} cannot make {2}, which is {3} numbers, into {4}, which is {5}");

    public static readonly DiagnosticDescriptor NoProjection = Rule.Error(
        "MDSL0124",
        "A residual branch changes the shape in a way that has no projection",
        "'{0}' on {1} adds {2} to {3}, and no projection leads from one to the other; "
        + "name a shortcut that does, as in '[Residual<Body, Shortcut>]'");

    public static readonly DiagnosticDescriptor BranchesDiffer = Rule.Error(
        "MDSL0125",
        "Branches of different shapes meet",
        "The branches of '{0}' on {1} give {2} and {3}, which do not fit together; make them alike");
}
