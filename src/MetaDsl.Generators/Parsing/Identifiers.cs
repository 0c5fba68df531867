using System.Linq;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Where a symbol's name is written.</summary>
internal static class Identifiers
{
    public static Location Of(ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;

    /// <summary>Whether a text is a name that begins with a small letter. A keyword is one, since generated code gives it its @.</summary>
    public static bool IsPlain(string name) =>
        name.Length > 0 && char.IsLower(name[0]) && name.All(c => c is '_' || char.IsLetterOrDigit(c));
}
