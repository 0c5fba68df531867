using System;
using System.Collections.Generic;

namespace MetaDsl;

/// <summary>Draws the property from some numbers, all equally likely, in tensor code on the experiment's device.</summary>
/// <param name="values">The numbers, at least two, each once.</param>
/// <example><code>[Choice(-1, 1)] double Sign { get; }</code></example>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ChoiceAttribute(params double[] values) : Attribute
{
    public IReadOnlyList<double> Values { get; } = values;
}
