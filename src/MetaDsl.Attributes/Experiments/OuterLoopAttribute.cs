using System;

namespace MetaDsl;

/// <summary>
/// How the weights that all tasks start from are learnt: generates the optimizer's state and its step, from the mean gradient of a
/// meta-batch of tasks.
/// </summary>
/// <param name="optimizer">The update rule.</param>
/// <example><code>[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OuterLoopAttribute(Optimizer optimizer) : Attribute
{
    public Optimizer Optimizer { get; } = optimizer;

    /// <summary>The size of a step, above 0. Required.</summary>
    public double LearningRate { get; set; }

    /// <summary>The tasks of one iteration, from 1. Required.</summary>
    public int MetaBatch { get; set; }

    /// <summary>The iterations of a whole training run, from 1. Required.</summary>
    public int Iterations { get; set; }

    /// <summary>The momentum of <see cref="Optimizer.Sgd"/>, from 0 to below 1.</summary>
    public double Momentum { get; set; }

    /// <summary>
    /// The pull of weights to zero, from 0: decoupled with <see cref="Optimizer.AdamW"/>, else added to the gradient. None unless
    /// given, with <see cref="Optimizer.AdamW"/>, too, which then is <see cref="Optimizer.Adam"/>.
    /// </summary>
    public double WeightDecay { get; set; }

    /// <summary>How the learning rate changes over the iterations.</summary>
    public Schedule Schedule { get; set; } = Schedule.Constant;

    /// <summary>With <see cref="Schedule.Step"/>: the iterations after which the learning rate falls.</summary>
    public int Period { get; set; }

    /// <summary>With <see cref="Schedule.Step"/>: what the learning rate is multiplied by after each period, above 0 and below 1.</summary>
    public double Decay { get; set; }

    /// <summary>The norm that a gradient is shortened to when it is longer; without it, gradients are taken as they are.</summary>
    public double ClipNorm { get; set; }
}
