using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL09xx: mistakes of the compiler, not of its user.</summary>
internal static class InternalRules
{
    public static readonly DiagnosticDescriptor Failure = Rule.Error(
        "MDSL0901",
        "The compiler failed",
        "The code of '{0}' could not be generated, because of a mistake in MetaDsl ({1}: {2}); report it with the declaration");
}
