namespace MetaDsl.Generators.Incremental;

/// <summary>
/// Names, and a hash of all that is declared under them. Names that nothing is declared under belong to them too, since something may be.
/// </summary>
internal sealed class Dependencies(ulong[] names, ulong state)
{
    public ulong[] Names => names;

    public ulong State => state;
}
