using System.Collections.Generic;

namespace MetaDsl.Generators.Incremental;

/// <summary>What a file declares under a name, as a hash, and the names that it mentions in doing so.</summary>
internal sealed class Fact(ulong name, ulong content, IReadOnlyCollection<ulong> mentions)
{
    public ulong Name => name;

    public ulong Content => content;

    public IReadOnlyCollection<ulong> Mentions => mentions;
}
