namespace MetaDsl;

/// <summary>How the outer learning rate changes.</summary>
public enum Schedule
{
    /// <summary>It does not.</summary>
    Constant,

    /// <summary>Along half a cosine, from its full value towards zero, which it would reach after the last iteration.</summary>
    Cosine,

    /// <summary>It is multiplied by <see cref="OuterLoopAttribute.Decay"/> after each <see cref="OuterLoopAttribute.Period"/>.</summary>
    Step,
}
