using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Incremental;

/// <summary>All that a file says to other files. It is read once from each tree, so that an edit costs the reading of one file.</summary>
/// <param name="tree">The file.</param>
/// <param name="facts">What it declares.</param>
/// <param name="everywhere">What holds in all files: global usings, and whatever is too rare to be told apart.</param>
/// <param name="candidates">Its classes with attributes.</param>
internal sealed class TreeFacts(
    SyntaxTree tree, IReadOnlyList<Fact> facts, Digest? everywhere, IReadOnlyList<Candidate> candidates)
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeFacts> Known = new();

    public SyntaxTree Tree => tree;

    public IReadOnlyList<Fact> Facts => facts;

    public Digest? Everywhere => everywhere;

    public IReadOnlyList<Candidate> Candidates => candidates;

    public static TreeFacts Of(SyntaxTree tree, CancellationToken token) => Known.TryGetValue(tree, out var known)
        ? known
        : Known.GetValue(tree, _ => new FactCollector(tree, token).Collect());
}
