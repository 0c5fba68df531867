using System;

namespace MetaDsl;

/// <summary>How many numbers a drawn <see cref="Vector"/> has, each drawn on its own.</summary>
/// <param name="count">From 1 to 1 000.</param>
/// <example><code>[Uniform(-1.0, 1.0), Count(16)] Vector X { get; }</code></example>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class CountAttribute(int count) : Attribute
{
    public int Count { get; } = count;
}
