namespace MetaDsl;

/// <summary>Whose mean and variance a <c>[BatchNorm]</c> takes, in an adaptation's passes through the network.</summary>
public enum NormStatistics
{
    /// <summary>
    /// Of the examples of the pass: the support while a learner adapts, the queries of the episode together when it predicts. Predictions
    /// then depend on the other queries beside them (transductive), as in most papers on MAML.
    /// </summary>
    Episode,

    /// <summary>Of the support examples, in every pass: a prediction depends on no other query.</summary>
    Support,

    /// <summary>
    /// In training as <see cref="Episode"/>; in evaluations and in learners, moving averages of what training saw. A prediction depends on
    /// no other query.
    /// </summary>
    Running,

    /// <summary>
    /// As <see cref="Running"/>, with averages of their own for each number of steps already taken, and with a factor and an addend for
    /// each, which the outer loop learns and adaptation leaves alone (MAML++).
    /// </summary>
    PerStep,
}
