using System;

namespace MetaDsl;

/// <summary>
/// Parts classes into training, validation and test by counts: no class is in two parts. Those that are left over are in none.
/// </summary>
/// <param name="train">Classes to train on.</param>
/// <param name="validation">Classes to choose settings by; may be 0.</param>
/// <param name="test">Classes to test on.</param>
/// <example><code>[FewShot(ways: 5, shots: 1), ImageFolder("birds"), Split(train: 100, validation: 50, test: 50, Seed = 1)]
/// public partial class Birds;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SplitAttribute(int train, int validation, int test) : Attribute
{
    public int Train { get; } = train;

    public int Validation { get; } = validation;

    public int Test { get; } = test;

    /// <summary>Shuffles the classes first, the same on every machine; unless given, they are taken in the order of their names.</summary>
    public long Seed { get; set; }
}
