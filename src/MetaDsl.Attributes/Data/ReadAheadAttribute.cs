using System;

namespace MetaDsl;

/// <summary>
/// For data that do not fit in memory: they stay in the cache file beside their source, threads read the batches of training ahead, and
/// only these go to the device. Tasks are the same, to the last bit, as without it. For few-shot tasks that are all of one size.
/// </summary>
/// <param name="megabytes">What all batches together may take in memory, in units of 2²⁰ bytes, from 1.</param>
/// <example><code>[FewShot(ways: 5, shots: 1), ImageFolder("tiered"), Resize(84), Split(351, 97, 160), ReadAhead(megabytes: 512)]
/// public partial class TieredImageNet;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReadAheadAttribute(int megabytes) : Attribute
{
    public int Megabytes { get; } = megabytes;

    /// <summary>Threads that read; one less than there are processors unless given.</summary>
    public int Threads { get; set; }
}
