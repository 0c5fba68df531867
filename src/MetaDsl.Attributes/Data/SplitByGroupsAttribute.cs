using System;

namespace MetaDsl;

/// <summary>
/// Parts classes into training, validation and test by their groups: alphabets of Omniglot, the folders above a class, a column of a
/// table of classes. Groups that are not named are in no part.
/// </summary>
/// <example><code>[FewShot(ways: 5, shots: 1), ImageFolder("cub"), SplitByGroups(Train = ["base"], Validation = ["val"], Test = ["novel"])]
/// public partial class Birds;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SplitByGroupsAttribute : Attribute
{
    /// <summary>Groups to train on.</summary>
    public string[] Train { get; set; } = [];

    /// <summary>Groups to choose settings by; there may be none.</summary>
    public string[] Validation { get; set; } = [];

    /// <summary>Groups to test on.</summary>
    public string[] Test { get; set; } = [];
}
