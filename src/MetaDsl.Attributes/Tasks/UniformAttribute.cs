using System;

namespace MetaDsl;

/// <summary>Draws the property uniformly between two bounds, in tensor code on the experiment's device.</summary>
/// <param name="low">The lower bound.</param>
/// <param name="high">The upper bound, above <paramref name="low"/>.</param>
/// <example><code>[Uniform(-5.0, 5.0)] double X { get; }</code></example>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class UniformAttribute(double low, double high) : Attribute
{
    public double Low { get; } = low;

    public double High { get; } = high;
}
