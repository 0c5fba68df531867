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
    /// As <see cref="Episode"/>, so that each step has statistics of its own, and with a factor and an addend for each number of steps
    /// already taken, which the outer loop learns and adaptation leaves alone: what the published code of MAML++ does.
    /// </summary>
    PerStep,

    /// <summary>
    /// As <see cref="PerStep"/> in training; in evaluations and in learners, averages as <see cref="Running"/>, of their own for each
    /// number of steps already taken: what the paper on MAML++ describes.
    /// </summary>
    RunningPerStep,
}
