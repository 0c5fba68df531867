using System;

namespace MetaDsl;

/// <summary>
/// The shape of one example: a number of features, the length and features of a sequence, or the channels, height and width of an image.
/// From it the compiler works out the shape of every layer.
/// </summary>
/// <param name="shape">One to three sizes, each from 1.</param>
/// <example><code>[Model, Input(1), Linear(1)]
/// public partial class Line;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute(params int[] shape) : Attribute
{
    public int[] Shape { get; } = shape;
}
