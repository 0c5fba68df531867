namespace MetaDsl.Generators.Incremental;

/// <summary>Names, and a hash of all that is declared under them; of names that nothing is declared under too, since something may be.</summary>
internal sealed class Dependencies(ulong[] names, ulong state)
{
    public ulong[] Names => names;

    public ulong State => state;
}
