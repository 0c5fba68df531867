using System;

namespace MetaDsl;

/// <summary>Draws the property from a normal distribution, in tensor code on the experiment's device.</summary>
/// <param name="mean">The mean.</param>
/// <param name="standardDeviation">The standard deviation, above 0.</param>
/// <example><code>[Normal(0.0, 1.0)] double Slope { get; }</code></example>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class NormalAttribute(double mean, double standardDeviation) : Attribute
{
    public double Mean { get; } = mean;

    public double StandardDeviation { get; } = standardDeviation;
}
