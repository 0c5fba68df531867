using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Incremental;

/// <summary>
/// Reads the experiments of a compilation, and keeps what it read as long as nothing changes that it depends on. Roslyn binds anew for each
/// keystroke whatever is asked of it, ForAttributeWithMetadataName included; here an edit elsewhere binds nothing.
/// </summary>
internal sealed class ExperimentReader(Func<INamedTypeSymbol, Compilation, CancellationToken, ExperimentSpec?> parse)
{
    private const string Attribute = ExperimentParser.Head + "Attribute";
    private static readonly ulong AttributeName = Digest.Name(Attribute);

    // What parsers look for though a user's declaration does not mention it.
    private static readonly ulong[] Unmentioned = [.. Printing.ForeignNames.All.Select(Digest.Name)];

    // One compilation at a time: an editor may run a generator on two.
    private readonly object gate = new();
    private readonly Ledger ledger = new();
    private Dictionary<Part, Reading> readings = [];

    public ImmutableArray<(Outcome<ExperimentSpec> Experiment, Location Location)> Read(Compilation compilation, CancellationToken token)
    {
        lock (gate)
        {
            ledger.Advance(compilation, token);
            var parts = Parts();
            Refresh(parts, compilation, token);
            readings = parts.ToDictionary(part => part, part => readings[part]);

            var documented = new HashSet<TypeSpec>();
            var found = ImmutableArray.CreateBuilder<(Outcome<ExperimentSpec>, Location)>();
            foreach (var part in parts)
            {
                if (readings[part].For(documented) is { } outcome) found.Add((outcome, part.Candidate.Node.Identifier.GetLocation()));
            }

            return found.ToImmutable();
        }
    }

    private Part[] Parts()
    {
        var isRenamed = ledger.IsMentionedEverywhere(AttributeName);
        var counts = new Dictionary<ulong, int>();
        var parts = new List<Part>();
        foreach (var candidate in ledger.Trees.SelectMany(tree => tree.Candidates).Where(candidate => candidate.IsLikely || isRenamed))
        {
            counts.TryGetValue(candidate.Path, out var count);
            counts[candidate.Path] = count + 1;
            parts.Add(new(candidate, count));
        }

        return [.. parts];
    }

    // A project that is opened has all to read, and C# binds on as many threads as ask it to.
    private void Refresh(Part[] parts, Compilation compilation, CancellationToken token)
    {
        var open = parts.Where(part => !readings.TryGetValue(part, out var known) || !ledger.IsUnchanged(known.Dependencies)).ToArray();
        var found = new Reading?[open.Length];
        try
        {
            SideBySide.For(open.Length, token, i => found[i] = Read(open[i], compilation, token));
        }
        finally
        {
            // Kept even if the rest is cancelled.
            for (var i = 0; i < open.Length; i++)
            {
                if (found[i] is { } reading) readings[open[i]] = reading;
            }
        }
    }

    private Reading Read(Part part, Compilation compilation, CancellationToken token)
    {
        var outcome = Parse(part.Candidate, compilation, token);
        var dependencies = ledger.Trace([Digest.Name(part.Candidate.Node.Identifier.ValueText), .. Unmentioned]);
        // The same objects, if they are equal: what was printed from them is found by them.
        return readings.TryGetValue(part, out var former) && former.Outcome == outcome
            ? former with { Dependencies = dependencies }
            : new(outcome, dependencies);
    }

    // Null where the class, or this part of it, is no experiment.
    private Outcome<ExperimentSpec>? Parse(Candidate candidate, Compilation compilation, CancellationToken token)
    {
        var type = compilation.GetSemanticModel(candidate.Node.SyntaxTree).GetDeclaredSymbol(candidate.Node, token) as INamedTypeSymbol;
        if (type is null || !IsSaid(type, candidate, token)) return null;
        return Outcome<ExperimentSpec>.Try(type.ToDisplayString(), () => parse(type, compilation, token)) is var outcome
            && outcome.Value is { } spec
                ? outcome with { Key = HintName.Key(spec.Type) }
                : outcome;
    }

    // Once for each type, by the part that says it first: two files of one name would end the whole run.
    private static bool IsSaid(INamedTypeSymbol type, Candidate candidate, CancellationToken token) => Words.On(type)
        .FirstOrDefault(word => word.Name == ExperimentParser.Head)
        .Data?.ApplicationSyntaxReference?.GetSyntax(token).Parent?.Parent == candidate.Node;

    // A part of a user's class, told from others by that class and its number. No struct: the runtime has a dictionary of objects ready,
    // and would compile one of structs first, whenever an editor starts.
    private sealed class Part(Candidate candidate, int number) : IEquatable<Part>
    {
        public Candidate Candidate => candidate;

        private int Number => number;

        public bool Equals(Part? other) => other is not null && other.Candidate.Path == candidate.Path && other.Number == number;

        public override bool Equals(object? obj) => Equals(obj as Part);

        public override int GetHashCode() => unchecked((int)candidate.Path + number);
    }

    private sealed record Reading(Outcome<ExperimentSpec>? Outcome, Dependencies Dependencies)
    {
        // The same object each time, by which what was printed from it is found.
        private Outcome<ExperimentSpec>? documenting;

        /// <summary>The experiment; the first of each model's tells of the model, too.</summary>
        public Outcome<ExperimentSpec>? For(HashSet<TypeSpec> documented)
        {
            if (Outcome?.Value is not { Model.Type: { } model } spec || !documented.Add(model)) return Outcome;
            return documenting ??= Outcome with { Value = spec with { DocumentsModel = true } };
        }
    }
}
