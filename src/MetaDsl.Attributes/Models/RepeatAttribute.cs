using System;

namespace MetaDsl;

/// <summary>
/// Puts the layers of a block here several times, one after another, each time with weights of their own: <c>convBlock1.conv.weight</c>,
/// <c>convBlock2.conv.weight</c>, ...
/// </summary>
/// <param name="times">How many times, from 1.</param>
/// <typeparam name="TBlock">A class with <c>[Block]</c> or <c>[Model]</c>.</typeparam>
/// <example><code>[Model, Input(1, 28, 28), Repeat&lt;ConvBlock&gt;(4), Flatten, Classifier]
/// public partial class Conv4;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class RepeatAttribute<TBlock>(int times) : LayerAttribute
{
    public int Times { get; } = times;
}
