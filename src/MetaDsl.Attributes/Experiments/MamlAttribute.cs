using System;

namespace MetaDsl;

/// <summary>
/// Adapts to each task by gradient steps on its support examples, and learns the weights from which that works best (model-agnostic
/// meta-learning). Generates the inner loop <c>w' = w - rate ∇L(w)</c>, and the gradient through it.
/// </summary>
/// <example><code>[Maml(Steps = 5, LearningRate = 0.01, Order = GradientOrder.First)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MamlAttribute : Attribute
{
    /// <summary>The gradient steps of a task in training, from 1. Required.</summary>
    public int Steps { get; set; }

    /// <summary>The size of a gradient step, above 0. Required.</summary>
    public double LearningRate { get; set; }

    /// <summary>Whether the outer gradient passes through the inner one.</summary>
    public GradientOrder Order { get; set; } = GradientOrder.Second;

    /// <summary>What the steps keep in memory for the outer gradient's way back.</summary>
    public InnerMemory Memory { get; set; }
}
