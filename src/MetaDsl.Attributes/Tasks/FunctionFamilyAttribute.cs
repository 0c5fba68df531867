using System;

namespace MetaDsl;

/// <summary>
/// A ready family of functions, for tasks that do not write their own: what it draws for each task is drawn uniformly between the bounds
/// that its properties say, or is that number where both bounds are the same.
/// </summary>
/// <param name="lowX">The lower bound of inputs where nothing else is said.</param>
/// <param name="highX">The upper bound of inputs where nothing else is said.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class FunctionFamilyAttribute(double lowX, double highX) : Attribute
{
    /// <summary>The lower bound of the inputs, which are uniform.</summary>
    public double LowX { get; set; } = lowX;

    /// <summary>The upper bound of the inputs, above <see cref="LowX"/>.</summary>
    public double HighX { get; set; } = highX;
}
