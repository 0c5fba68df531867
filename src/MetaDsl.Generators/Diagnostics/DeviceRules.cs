using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL06xx: devices.</summary>
internal static class DeviceRules
{
    public static readonly DiagnosticDescriptor Unknown = Rule.Error(
        "MDSL0601",
        "A device is unknown",
        "'{0}' is not a device; use 'cpu', 'cuda' or, for one of several GPUs, 'cuda:1'");

    public static readonly DiagnosticDescriptor UselessFallback = Rule.Warning(
        "MDSL0602",
        "A fallback is never used",
        "'Fallback' of '{0}' is never used, because {1}; remove it");
}
