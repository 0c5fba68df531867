using System;

namespace MetaDsl;

/// <summary>
/// Parts classes into training, validation and test by lists of their names as papers publish them: text files with one name a line.
/// Classes that are not listed are in no part.
/// </summary>
/// <example><code>[FewShot(ways: 5, shots: 1), ImageFolder("images")]
/// [SplitByLists(Train = "train.txt", Validation = "val.txt", Test = "test.txt")]
/// public partial class MiniImageNet;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SplitByListsAttribute : Attribute
{
    /// <summary>The file that names classes to train on, in the data folder of the run.</summary>
    public string? Train { get; set; }

    /// <summary>The file that names classes to choose settings by; there may be none.</summary>
    public string? Validation { get; set; }

    /// <summary>The file that names classes to test on.</summary>
    public string? Test { get; set; }
}
