using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>Makes descriptors: the help link and the category follow from the id and the severity, so no rule can get them wrong.</summary>
internal static class Rule
{
    private const string Pages = "https://github.com/metadsl/metadsl/blob/main/docs/diagnostics/";

    /// <summary>No code can be generated.</summary>
    public static DiagnosticDescriptor Error(string id, string title, string message) =>
        Make(id, title, message, DiagnosticSeverity.Error);

    /// <summary>Legal, but probably a wrong experiment.</summary>
    public static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Make(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Make(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "MetaDsl", severity, isEnabledByDefault: true, helpLinkUri: Pages + id + ".md");
}
