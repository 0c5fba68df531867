using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>MetaDsl's attributes on a symbol: the words of its declaration.</summary>
internal static class Words
{
    private const string Suffix = "Attribute";

    /// <summary>The words on a symbol in the order in which they are written.</summary>
    public static IEnumerable<(string Name, AttributeData Data)> On(ISymbol symbol)
    {
        foreach (var data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { ContainingNamespace: { Name: "MetaDsl", ContainingNamespace.IsGlobalNamespace: true } } type
                && type.Name.EndsWith(Suffix, System.StringComparison.Ordinal))
            {
                yield return (type.Name.Substring(0, type.Name.Length - Suffix.Length), data);
            }
        }
    }

    public static bool Has(ISymbol symbol, string word) => On(symbol).Any(found => found.Name == word);

    /// <summary>The one attribute of that name; a second one is an error. Null where there is none or no single one.</summary>
    public static Word? Single(ISymbol symbol, string word, Report report)
    {
        var found = On(symbol).Where(candidate => candidate.Name == word).ToArray();
        if (found.Length == 0) return null;
        if (found.Length == 1) return new Word(word, found[0].Data, symbol.Name, report);
        report.Add(DeclarationRules.SaidTwice, new Word(word, found[1].Data, symbol.Name, report).Location, symbol.Name, word);
        return null;
    }
}
