namespace MetaDsl;

/// <summary>The update rules of the outer loop.</summary>
public enum Optimizer
{
    /// <summary>Gradient descent, with momentum if asked for.</summary>
    Sgd,

    /// <summary>Adam, with the usual decay rates 0.9 and 0.999.</summary>
    Adam,

    /// <summary>Adam with decoupled weight decay.</summary>
    AdamW,
}
