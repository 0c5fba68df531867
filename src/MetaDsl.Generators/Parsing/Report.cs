using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Collects what one parser finds wrong.</summary>
internal sealed class Report
{
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>Whether there can be no spec.</summary>
    public bool Failed { get; private set; }

    public void Add(DiagnosticDescriptor rule, Location location, params object[] arguments)
    {
        diagnostics.Add(Diagnostic.Create(rule, location, arguments));
        Failed |= rule.DefaultSeverity == DiagnosticSeverity.Error;
    }

    /// <summary>Adds what another found wrong, without its warnings.</summary>
    public void AddErrors(Report other)
    {
        diagnostics.AddRange(other.diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Failed |= other.Failed;
    }

    /// <summary>There can be no spec, for a reason that is reported elsewhere: by C# or by the parser of a part.</summary>
    public void Fail() => Failed = true;

    /// <summary>No spec, whatever was found.</summary>
    public ParseResult<TSpec> Nothing<TSpec>()
        where TSpec : class => new(null, [.. diagnostics]);

    public ParseResult<TSpec> Result<TSpec>(Func<TSpec> spec)
        where TSpec : class => new(Failed ? null : spec(), [.. diagnostics]);
}
