using System;

namespace MetaDsl;

/// <summary>
/// Draws a whole number, all from <paramref name="low"/> to <paramref name="high"/> being equally likely, in tensor code on the
/// experiment's device. The property is an <c>int</c>, which C# divides as one, or a <c>double</c>. Both bounds lie
/// within ±2²⁴, up to where single precision tells whole numbers apart.
/// </summary>
/// <param name="low">The smallest number that is drawn.</param>
/// <param name="high">The largest number that is drawn, above <paramref name="low"/>.</param>
/// <example><code>[Integer(1, 6)] int Waves { get; }</code></example>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class IntegerAttribute(int low, int high) : Attribute
{
    public int Low { get; } = low;

    public int High { get; } = high;
}
