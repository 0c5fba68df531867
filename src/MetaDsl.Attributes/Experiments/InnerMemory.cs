namespace MetaDsl;

/// <summary>What an inner step leaves behind for the way back through it.</summary>
public enum InnerMemory
{
    /// <summary>Everything, unless all steps together would keep more than 256 MB.</summary>
    Automatic,

    /// <summary>Everything that the way back needs: fastest.</summary>
    Keep,

    /// <summary>The adapted weights alone; the rest is computed again, which takes about a third longer.</summary>
    Recompute,
}
