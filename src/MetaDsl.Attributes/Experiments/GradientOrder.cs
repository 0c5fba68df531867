namespace MetaDsl;

/// <summary>Whether the outer gradient passes through the inner one.</summary>
public enum GradientOrder
{
    /// <summary>The inner gradient counts as a constant: cheaper, and an approximation.</summary>
    First,

    /// <summary>The exact gradient: one Hessian-vector product a step more.</summary>
    Second,
}
