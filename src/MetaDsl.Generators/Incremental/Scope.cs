namespace MetaDsl.Generators.Incremental;

/// <summary>
/// What stands around a declaration: the names of namespaces and types, and the usings, which decide what its names mean.
/// </summary>
internal sealed class Scope(ulong path, Digest digest)
{
    /// <summary>A hash of the names around it, and of nothing else.</summary>
    public ulong Path => path;

    public Digest Digest => digest;

    public Scope Within(string name, int arity = 0)
    {
        var outer = new Digest();
        outer.Add(path);
        outer.Add(name);
        outer.Add((ulong)arity);
        var around = new Digest(digest);
        around.Add(outer.Hash);
        around.Mention(name);
        return new(outer.Hash, around);
    }
}
