using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// What a parser read: a spec, or the reasons why there is none. Without both, C# itself reports an error on the declaration (it is still
/// being typed), or a part of it has a parser of its own, which gives the reason.
/// </summary>
internal sealed record ParseResult<TSpec>(TSpec? Spec, ImmutableArray<Diagnostic> Diagnostics)
    where TSpec : class;
