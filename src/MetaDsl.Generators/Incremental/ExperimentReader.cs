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
    private static readonly ulong[] Unmentioned = [.. Printing.TorchNames.All.Select(Digest.Name)];

    // One compilation at a time: an editor may run a generator on two.
    private readonly object gate = new();
    private readonly Ledger ledger = new();
    private Dictionary<Place, Reading> readings = [];

    public ImmutableArray<(Outcome<ExperimentSpec> Experiment, Location Location)> ReadAll(Compilation compilation, CancellationToken token)
    {
        lock (gate)
        {
            ledger.Advance(compilation, token);
            var places = Places();
            Refresh(places, compilation, token);
            readings = places.ToDictionary(place => place, place => readings[place]);

            var documented = new HashSet<TypeSpec>();
            var found = ImmutableArray.CreateBuilder<(Outcome<ExperimentSpec>, Location)>();
            foreach (var place in places)
            {
                if (readings[place].For(documented) is { } outcome) found.Add((outcome, place.Candidate.Node.Identifier.GetLocation()));
            }

            return found.ToImmutable();
        }
    }

    private Place[] Places()
    {
        var isRenamed = ledger.IsMentionedEverywhere(AttributeName);
        var parts = new Dictionary<ulong, int>();
        var places = new List<Place>();
        foreach (var candidate in ledger.Trees.SelectMany(tree => tree.Candidates).Where(candidate => candidate.IsLikely || isRenamed))
        {
            parts.TryGetValue(candidate.Path, out var part);
            parts[candidate.Path] = part + 1;
            places.Add(new(candidate, part));
        }

        return [.. places];
    }

    // A project that is opened has all to read, and C# binds on as many threads as ask it to.
    private void Refresh(Place[] places, Compilation compilation, CancellationToken token)
    {
        var open = places.Where(place => !readings.TryGetValue(place, out var known) || !ledger.IsUnchanged(known.Dependencies)).ToArray();
        var read = new Read?[open.Length];
        try
        {
            SideBySide.For(open.Length, token, i => read[i] = new(Parse(open[i].Candidate, compilation, token)));
        }
        finally
        {
            // What is read is kept even if the rest is cancelled.
            for (var i = 0; i < open.Length; i++)
            {
                if (read[i] is { } result) Keep(open[i], result.Outcome);
            }
        }
    }

    private void Keep(Place place, Outcome<ExperimentSpec>? outcome)
    {
        // The same object, if it is equal: what was printed from it is found by it.
        if (readings.TryGetValue(place, out var former) && former.Outcome == outcome) outcome = former.Outcome;
        var mentioned = Digest.Name(place.Candidate.Node.Identifier.ValueText);
        readings[place] = new(outcome, ledger.Trace([mentioned, .. Unmentioned]));
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

    // A candidate among those of its path, which are parts of one class.
    private sealed class Place(Candidate candidate, int part) : IEquatable<Place>
    {
        public Candidate Candidate => candidate;

        public bool Equals(Place? other) => other is not null && other.Candidate.Path == candidate.Path && other.Part == part;

        public override bool Equals(object? obj) => Equals(obj as Place);

        public override int GetHashCode() => unchecked((int)candidate.Path + part);

        private int Part => part;
    }

    // Null where there is no experiment.
    private sealed record Read(Outcome<ExperimentSpec>? Outcome);

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
