namespace MetaDsl;

/// <summary>The ways to make one result of two.</summary>
public enum Merge
{
    /// <summary>Their sum: both must have the same shape.</summary>
    Sum,

    /// <summary>One behind the other, along the channels of images or the features of anything else.</summary>
    Concatenate,
}
