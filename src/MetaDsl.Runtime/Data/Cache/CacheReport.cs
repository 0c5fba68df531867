namespace MetaDsl;

/// <summary>What became of the cache file beside a source.</summary>
/// <param name="Outcome">Whether it served, or was written.</param>
/// <param name="Path">Where it lies, or would.</param>
/// <param name="Reason">Why it could not be written.</param>
public sealed record CacheReport(CacheOutcome Outcome, string? Path = null, string? Reason = null)
{
    /// <summary>There is no cache file.</summary>
    public static CacheReport None { get; } = new(CacheOutcome.Unused);
}

/// <summary>What became of a cache file.</summary>
public enum CacheOutcome
{
    /// <summary>None is wanted, or there is no source beside which one could lie.</summary>
    Unused,

    /// <summary>The set was read from it.</summary>
    Read,

    /// <summary>There was none that matched source and options; now there is.</summary>
    Written,

    /// <summary>There was none that matched, and none could be written; the set was read all the same.</summary>
    NotWritten,
}
