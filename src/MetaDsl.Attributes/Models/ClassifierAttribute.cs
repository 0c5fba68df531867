using System;

namespace MetaDsl;

/// <summary>
/// The last layer of a classifier: a linear layer with one output for each class of a task. How many classes there are, the tasks of the
/// experiment say, so one model serves 5-way and 20-way tasks.
/// </summary>
/// <example><code>[Model, Input(1, 28, 28), Flatten, Linear(64), Relu, Classifier]
/// public partial class Mlp;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ClassifierAttribute : WeightedLayerAttribute
{
    /// <summary>Whether a bias is added.</summary>
    public bool Bias { get; set; } = true;
}
