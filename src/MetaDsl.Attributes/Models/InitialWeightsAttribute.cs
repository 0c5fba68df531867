using System;

namespace MetaDsl;

/// <summary>
/// How the weights of a model or block are drawn before training; without it, as PyTorch draws them. A layer may say otherwise.
/// </summary>
/// <param name="distribution">The distribution.</param>
/// <example><code>[Model, Input(1), Linear(40), Relu, Linear(1)]
/// [InitialWeights(InitialWeights.TruncatedNormal, Deviation = 0.01)]
/// public partial class SineNet;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InitialWeightsAttribute(InitialWeights distribution) : Attribute
{
    public InitialWeights Distribution { get; } = distribution;

    /// <summary>The standard deviation of a normal distribution before it is truncated, above 0 and at most 10.</summary>
    public double Deviation { get; set; } = 0.01;

    /// <summary>The number of <see cref="InitialWeights.Constant"/>.</summary>
    public double Value { get; set; }
}
