using System.Globalization;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads <c>[Device]</c>, which may be left out.</summary>
internal static class DeviceParser
{
    public const string Head = "Device";
    private const string Cpu = "cpu";
    private const string Gpu = "cuda";

    public static ParseResult<DeviceSpec> Parse(INamedTypeSymbol type)
    {
        var report = new Report();
        if (Words.Single(type, Head, report) is not { } word) return report.Result(() => new DeviceSpec(Cpu, ""));

        var device = word.Text("name");
        if (!report.Failed && !IsDevice(device)) report.Add(DeviceRules.Unknown, word.At("name"), device ?? "null");
        var fallback = word.Text("Fallback");
        if (fallback is not null && !IsDevice(fallback)) report.Add(DeviceRules.Unknown, word.At("Fallback"), fallback);
        else if (fallback is not null && !report.Failed && Uselessness(device, fallback) is { } reason)
        {
            report.Add(DeviceRules.UselessFallback, word.At("Fallback"), type.Name, reason);
        }

        return report.Result(() => new DeviceSpec(device!, fallback ?? ""));
    }

    private static string? Uselessness(string? device, string fallback)
    {
        if (device == Cpu) return $"'{Cpu}' is always there";
        return device == fallback ? $"it is '{device}', which is then absent too" : null;
    }

    private static bool IsDevice(string? name)
    {
        if (name is Cpu or Gpu) return true;
        var number = name is null || !name.StartsWith(Gpu + ":", System.StringComparison.Ordinal) ? "" : name.Substring(Gpu.Length + 1);
        // What libtorch counts devices with is eight bits wide.
        return number.All(char.IsDigit)
            && sbyte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            && parsed.ToString(CultureInfo.InvariantCulture) == number;
    }
}
