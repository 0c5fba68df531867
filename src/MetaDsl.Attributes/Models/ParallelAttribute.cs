using System;

namespace MetaDsl;

/// <summary>Two blocks side by side, each given what goes in; their results are added, or joined along channels or features.</summary>
/// <param name="merge">How the two results become one.</param>
/// <typeparam name="TFirst">A class with <c>[Block]</c> or <c>[Model]</c>.</typeparam>
/// <typeparam name="TSecond">A class with <c>[Block]</c> or <c>[Model]</c>.</typeparam>
/// <example><code>[Model, Input(8), Parallel&lt;Wide, Deep&gt;(Merge.Concatenate), Linear(1)]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ParallelAttribute<TFirst, TSecond>(Merge merge = Merge.Sum) : LayerAttribute
{
    public Merge Merge { get; } = merge;
}
