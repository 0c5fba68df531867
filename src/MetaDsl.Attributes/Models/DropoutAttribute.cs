using System;

namespace MetaDsl;

/// <summary>
/// In training, sets numbers to zero at random and divides the others by what is kept on average; the same numbers are gone in a pass, its
/// gradient and the gradient through that. In evaluations and learners, adaptation included, nothing drops out.
/// </summary>
/// <param name="rate">The share that drops out, from 0 up to but not 1.</param>
/// <example><code>[Model, Input(8), Linear(40), Relu, Dropout(0.2), Classifier]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class DropoutAttribute(double rate = 0.5) : LayerAttribute
{
    public double Rate { get; } = rate;

    /// <summary>
    /// Whether whole channels of an image or a signal drop out, and whole elements of a sequence, rather than single numbers; of a row of
    /// features, each is a channel.
    /// </summary>
    public bool Channels { get; set; }
}
