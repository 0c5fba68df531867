using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>
/// MDSL012x to MDSL014x: shapes of layers. In each message {0} is the layer's word and {1} names the class on which it stands.
/// </summary>
internal static class ShapeRules
{
    public static readonly DiagnosticDescriptor NotFlat = Rule.Error(
        "MDSL0121",
        "A layer of features is given something else",
        "'{0}' on {1} is given examples of shape {2}, of which it would see the last axis alone; "
        + "put '[Flatten]' or '[{3}]' before it");

    public static readonly DiagnosticDescriptor NoSuchAxis = Rule.Error(
        "MDSL0122",
        "A layer begins at an axis that is not there",
        "'{0}' on {1} begins at axis '{2}', but examples of shape {3} have nothing to lay in a row from there; count axes from 0");

    public static readonly DiagnosticDescriptor OtherElements = Rule.Error(
        "MDSL0123",
        "A shape has not the numbers of the one before it",
        "'{0}' on {1} cannot make {2}, which is {3} numbers, into {4}, which is {5}; use sizes with the same product");

    public static readonly DiagnosticDescriptor NoProjection = Rule.Error(
        "MDSL0124",
        "A residual branch changes the shape in a way that has no projection",
        "'{0}' on {1} adds {2} to {3}, and no projection leads from one to the other; "
        + "name a shortcut that does, as in '[Residual<Body, Shortcut>]'");

    public static readonly DiagnosticDescriptor BranchesDiffer = Rule.Error(
        "MDSL0125",
        "Branches of different shapes meet",
        "The branches of '{0}' on {1} give {2} and {3}, which do not fit together; give them the same shape{4}");

    public static readonly DiagnosticDescriptor NoChannels = Rule.Error(
        "MDSL0126",
        "A layer of images is given features",
        "'{0}' on {1} is given examples of shape {2}, which have no plane behind their channels; "
        + "give '[Input]' channels, height and width, or put '[Reshape]' before it");

    public static readonly DiagnosticDescriptor WindowTooLarge = Rule.Error(
        "MDSL0127",
        "A window is larger than what it slides over",
        "The window of '{0}' on {1} spans '{2}', but examples of shape {3} have '{4}' along an axis, padding included; "
        + "make it smaller, or pool less before it");

    public static readonly DiagnosticDescriptor GroupsDoNotDivide = Rule.Error(
        "MDSL0128",
        "Groups or heads do not divide evenly",
        "'{5}' of '{0}' on {1} is '{2}', which does not divide its '{3}' {4}; use a divisor of {3}");

    public static readonly DiagnosticDescriptor LostPixels = Rule.Warning(
        "MDSL0129",
        "A stride loses pixels",
        "The stride '{2}' of '{0}' on {1} never reaches the last '{3}' of '{4}' pixels; use a stride that fits, or more padding");

    public static readonly DiagnosticDescriptor PoolOfPadding = Rule.Error(
        "MDSL0130",
        "Padding is wider than half a pooling window",
        "The padding '{2}' of '{0}' on {1} is more than half its window of '{3}', so windows could hold padding alone; use less");

    public static readonly DiagnosticDescriptor NotASequence = Rule.Error(
        "MDSL0131",
        "A layer of sequences is given something else",
        "'{0}' on {1} is given examples of shape {2}, which are no sequences of [length, features]; "
        + "put '[ToSequence]' or '[Reshape]' before it");

    public static readonly DiagnosticDescriptor OutputPaddingTooLarge = Rule.Error(
        "MDSL0132",
        "The output padding of a transposed convolution is too large",
        "The output padding '{2}' of '{0}' on {1} is not below its stride '{3}'; use less");

    public static readonly DiagnosticDescriptor NothingLeft = Rule.Error(
        "MDSL0133",
        "A transposed convolution leaves nothing",
        "The padding '{2}' of '{0}' on {1} takes away all that examples of shape {3} give; use less");

    public static readonly DiagnosticDescriptor NotNumbers = Rule.Error(
        "MDSL0134",
        "An embedding is given something else than a row of numbers",
        "'{0}' on {1} is given examples of shape {2}, but looks up a row of whole numbers; give '[Input]' their count");

    public static readonly DiagnosticDescriptor ForgottenAxis = Rule.Error(
        "MDSL0135",
        "A flatten forgets an axis",
        "'{0}' on {1} keeps the axes before its 'From', so {3} shape {4}; remove 'From = {2}'");

    public static readonly DiagnosticDescriptor TooLargeExample = Rule.Error(
        "MDSL0136",
        "An example has too many numbers",
        "'{0}' on {1} gives examples of shape {2}, which is more than 2147483647 numbers each; use smaller sizes");

    public static readonly DiagnosticDescriptor TooLargeWeight = Rule.Error(
        "MDSL0137",
        "A weight has too many numbers",
        "'{0}' on {1} would learn a weight of shape {2}, which is more than 2147483647 numbers; use smaller sizes");

    public static readonly DiagnosticDescriptor SteppedOver = Rule.Warning(
        "MDSL0138",
        "A stride steps over pixels",
        "The stride '{2}' of '{0}' on {1} is wider than its window of '{3}', so pixels between windows are never seen; use at most {3}");

    public static readonly DiagnosticDescriptor WindowOfPadding = Rule.Warning(
        "MDSL0139",
        "Padding is as wide as a convolution's window",
        "The padding '{2}' of '{0}' on {1} is as wide as its window of '{3}', so windows at the edge see zeros alone; use less");

    public static readonly DiagnosticDescriptor TooLong = Rule.Error(
        "MDSL0140",
        "A sequence is too long for cells that are written out",
        "'{0}' on {1} writes out a cell for each of the '{2}' elements of a sequence, and may have '{3}' of them; "
        + "make the sequence shorter");

    public static readonly DiagnosticDescriptor Incomputable = Rule.Error(
        "MDSL0146",
        "An operation in Forward does not fit its tensors",
        "'{0}' on {1} does not fit its tensors, because {2}; change the shapes before it");
}
