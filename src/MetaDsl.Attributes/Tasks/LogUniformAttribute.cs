using System;

namespace MetaDsl;

/// <summary>
/// Draws the property between two bounds with a logarithm that is uniform, so that each order of magnitude is as likely as another; in
/// tensor code on the experiment's device.
/// </summary>
/// <param name="low">The lower bound, above 0.</param>
/// <param name="high">The upper bound, above <paramref name="low"/>.</param>
/// <example><code>[LogUniform(0.01, 10.0)] double Frequency { get; }</code></example>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class LogUniformAttribute(double low, double high) : Attribute
{
    public double Low { get; } = low;

    public double High { get; } = high;
}
