namespace MetaDsl;

/// <summary>The numbers that an experiment computes with.</summary>
public enum Precision
{
    /// <summary>32 bits: what networks are trained with.</summary>
    Single,

    /// <summary>64 bits: about twice as slow, for results that are compared with mathematics.</summary>
    Double,
}
