using System;

namespace MetaDsl;

/// <summary>
/// The exponentials of the features over their sum: positive numbers that add up to one. A classifier needs none: its loss has its own.
/// </summary>
/// <example><code>[Model, Input(8), Linear(4), Softmax, Linear(1)]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class SoftmaxAttribute : LayerAttribute;
