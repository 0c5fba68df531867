using System;

namespace MetaDsl;

/// <summary>
/// Targets are observed with noise: to those that a learner adapts to, and in training to those that it is judged on, a normal number of
/// mean 0 is added. An evaluation judges by the truth: its queries have no noise. On the target <c>Y</c>, or on a class with a ready
/// family of functions.
/// </summary>
/// <param name="standardDeviation">The standard deviation, above 0.</param>
/// <example><code>[Noise(0.1)] double Y => Amplitude * Math.Sin(X);</code></example>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class NoiseAttribute(double standardDeviation) : Attribute
{
    public double StandardDeviation { get; } = standardDeviation;
}
