using System;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Remembers, as long as a compilation lives, what was read from its models and tasks: all experiments are read when a project is opened,
/// and many name the same ones.
/// </summary>
internal static class PartCache<TSpec>
    where TSpec : class
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ISymbol, ParseResult<TSpec>>> Compilations = new();

    public static ParseResult<TSpec> Get(Compilation compilation, INamedTypeSymbol part, Func<ParseResult<TSpec>> parse)
    {
        var parts = Compilations.GetValue(compilation, static _ => new(SymbolEqualityComparer.Default));
        return parts.TryGetValue(part, out var known) ? known : parts.GetOrAdd(part, parse());
    }
}
