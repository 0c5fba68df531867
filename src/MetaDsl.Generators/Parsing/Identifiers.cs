using System.Linq;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Where a symbol's name is written.</summary>
internal static class Identifiers
{
    public static Location Of(ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;
}
