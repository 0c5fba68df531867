using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL00xx: what is wrong with a declaration whatever it declares.</summary>
internal static class DeclarationRules
{
    public static readonly DiagnosticDescriptor NotPartial = Rule.Error(
        "MDSL0001",
        "An experiment is not partial",
        "'{0}' is not partial, so its training code cannot be added to it; write 'partial class {0}'");

    public static readonly DiagnosticDescriptor NestedInNotPartial = Rule.Error(
        "MDSL0002",
        "An experiment is nested in a type that is not partial",
        "'{0}' is not partial, so code cannot be added to '{1}' inside it; write 'partial {2} {0}'");

    public static readonly DiagnosticDescriptor Generic = Rule.Error(
        "MDSL0003",
        "An experiment is generic",
        "'{0}' is generic, but an experiment trains one network on one family of tasks; remove the type parameters of '{1}'");

    public static readonly DiagnosticDescriptor SaidTwice = Rule.Error(
        "MDSL0004",
        "An attribute is given twice",
        "'{0}' has two '{1}' attributes; keep one");

    public static readonly DiagnosticDescriptor NotAPlainClass = Rule.Error(
        "MDSL0005",
        "An experiment is not a plain class",
        "'{0}' is {1}, so its training code cannot be added to it; make it a plain 'partial class'");

    public static readonly DiagnosticDescriptor TorchNotReferenced = Rule.Error(
        "MDSL0006",
        "TorchSharp is not referenced",
        "'{0}' becomes TorchSharp code, but 'TorchSharp' is not referenced; "
        + "reference the package 'TorchSharp-cpu' or the project 'MetaDsl.LibTorch'");

    public static readonly DiagnosticDescriptor RuntimeNotReferenced = Rule.Error(
        "MDSL0007",
        "MetaDsl.Runtime is not referenced",
        "'{0}' needs 'MetaDsl.Runtime' to train, but it is not referenced; reference the project 'MetaDsl.Runtime'");

    public static readonly DiagnosticDescriptor Missing = Rule.Error(
        "MDSL0008",
        "A required setting is missing",
        "'{0}' on '{1}' does not say '{2}'; add '{2} = {3}'");

    public static readonly DiagnosticDescriptor NoSuchChoice = Rule.Error(
        "MDSL0009",
        "A setting is none of the choices",
        "'{0}' on '{1}' is '{2}', which is no '{3}'; use {4}");

    public static readonly DiagnosticDescriptor Headless = Rule.Warning(
        "MDSL0010",
        "Attributes without the one that gives them a meaning",
        "'{0}' has '{1}' but not '{2}', so nothing is generated from it; add '[{3}]'");
}
