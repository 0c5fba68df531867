using System;

namespace MetaDsl;

/// <summary>The element type of all tensors of an experiment; without it, 32-bit numbers.</summary>
/// <param name="precision">The precision.</param>
/// <example><code>[Precision(Precision.Double)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PrecisionAttribute(Precision precision) : Attribute
{
    public Precision Precision { get; } = precision;
}
