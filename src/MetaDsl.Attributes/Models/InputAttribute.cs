using System;

namespace MetaDsl;

/// <summary>The number of values that a network takes for each example; it decides the shape of the first layer's weight.</summary>
/// <param name="width">How many numbers an example has, from 1.</param>
/// <example><code>[Model, Input(1), Linear(1)]
/// public partial class Line;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute(int width) : Attribute
{
    public int Width { get; } = width;
}
