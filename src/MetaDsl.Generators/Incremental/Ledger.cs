using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Incremental;

/// <summary>
/// All facts of a compilation by name. It tells whether anything has changed that what was read from a type can depend on: whatever C#
/// binds in a declaration it finds by a name that the declaration mentions, or by one that what it finds mentions, and so on.
/// </summary>
internal sealed class Ledger
{
    private readonly Dictionary<ulong, Entry> entries = [];
    private ImmutableArray<TreeFacts> trees = [];
    private ImmutableArray<MetadataReference> references = [];
    private CompilationOptions? options;
    private string? assembly;
    private ulong environment;
    private ulong everywhere;

    /// <summary>The files of the compilation that the ledger stands at.</summary>
    public ImmutableArray<TreeFacts> Trees => trees;

    /// <summary>Goes on to another compilation; only files that it does not know are read.</summary>
    public void Advance(Compilation compilation, CancellationToken token)
    {
        // All that can be cancelled comes first.
        ImmutableArray<TreeFacts> next = [.. compilation.SyntaxTrees.Select(tree => TreeFacts.Of(tree, token))];
        for (var i = 0; i < trees.Length || i < next.Length; i++)
        {
            var (old, current) = (i < trees.Length ? trees[i] : null, i < next.Length ? next[i] : null);
            if (old == current) continue;
            if (old is not null) Remove(old, i);
            if (current is not null) Add(current, i);
        }

        trees = next;
        if (IsSameEnvironment(compilation)) return;
        (references, options, assembly) = (compilation.ExternalReferences, compilation.Options, compilation.AssemblyName);
        environment++;
    }

    /// <summary>Whether a name is mentioned that all files know.</summary>
    public bool IsMentionedEverywhere(ulong name) => trees.Any(tree => tree.Everywhere?.Mentioned(name) == true);

    /// <summary>All that something can depend on that mentions these names.</summary>
    public Dependencies Trace(IEnumerable<ulong> mentioned)
    {
        var found = new HashSet<ulong>();
        var open = new Stack<ulong>(mentioned.Concat(trees.SelectMany(tree => tree.Everywhere?.Mentions ?? [])));
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (!found.Add(name) || !entries.TryGetValue(name, out var entry)) continue;
            foreach (var mention in entry.Facts.SelectMany(fact => fact.Mentions)) open.Push(mention);
        }

        ulong[] names = [.. found];
        return new(names, State(names));
    }

    public bool IsUnchanged(Dependencies dependencies) => State(dependencies.Names) == dependencies.State;

    private bool IsSameEnvironment(Compilation compilation) => assembly == compilation.AssemblyName
        && compilation.Options.Equals(options)
        && (references == compilation.ExternalReferences || references.SequenceEqual(compilation.ExternalReferences));

    private ulong State(ulong[] names)
    {
        var state = Digest.Mix(environment) + everywhere;
        foreach (var name in names) state = Digest.Mix(state + (entries.TryGetValue(name, out var entry) ? entry.Sum : 0));
        return state;
    }

    private void Add(TreeFacts tree, int place)
    {
        if (tree.Everywhere is { } common) everywhere = unchecked(everywhere + At(place, common.Hash));
        foreach (var fact in tree.Facts)
        {
            if (!entries.TryGetValue(fact.Name, out var entry)) entries[fact.Name] = entry = new();
            entry.Facts.Add(fact);
            entry.Sum = unchecked(entry.Sum + At(place, fact.Content));
        }
    }

    private void Remove(TreeFacts tree, int place)
    {
        if (tree.Everywhere is { } common) everywhere = unchecked(everywhere - At(place, common.Hash));
        foreach (var fact in tree.Facts)
        {
            var entry = entries[fact.Name];
            entry.Facts.Remove(fact);
            entry.Sum = unchecked(entry.Sum - At(place, fact.Content));
            if (entry.Facts.Count == 0) entries.Remove(fact.Name);
        }
    }

    // The order of files is that of a type's parts, and so of its attributes and members.
    private static ulong At(int place, ulong content) => Digest.Mix(unchecked(content + Digest.Mix((ulong)place + 1)));

    private sealed class Entry
    {
        public ulong Sum { get; set; }

        public List<Fact> Facts { get; } = [];
    }
}
