using System;

namespace MetaDsl;

/// <summary>Parts classes into training, validation and test by shares, at random: no class is in two parts.</summary>
/// <param name="train">The share to train on.</param>
/// <param name="validation">The share to choose settings by; may be 0.</param>
/// <param name="test">The share to test on.</param>
/// <example><code>[FewShot(ways: 5, shots: 1), ImageFolder("birds"), SplitByShares(train: 0.5, validation: 0.25, test: 0.25)]
/// public partial class Birds;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SplitBySharesAttribute(double train, double validation, double test) : Attribute
{
    public double Train { get; } = train;

    public double Validation { get; } = validation;

    public double Test { get; } = test;

    /// <summary>What decides which class is where, the same on every machine.</summary>
    public long Seed { get; set; }
}
