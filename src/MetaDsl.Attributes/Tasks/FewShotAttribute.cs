using System;

namespace MetaDsl;

/// <summary>
/// Declares few-shot classification: each task draws <paramref name="ways"/> classes, adapts to <paramref name="shots"/> examples of each
/// and is judged on <see cref="Queries"/> others. A source says where classes come from, such as <see cref="OmniglotAttribute"/> or
/// <see cref="ImageFolderAttribute"/>; or methods of the class give them: <c>ClassSet Classes()</c>, which is split as declared, or
/// <c>Tensor TrainingClasses()</c> and <c>Tensor TestClasses()</c> of [classes, examples of each, ...], which the experiment disposes. A
/// model for such tasks ends in <see cref="ClassifierAttribute"/>.
/// </summary>
/// <param name="ways">The classes of a task, from 2 to 4096.</param>
/// <param name="shots">The examples of each class to adapt to, from 1 to 4096.</param>
/// <example><code>[FewShot(ways: 5, shots: 1, Queries = 15), Omniglot, Resize(28), Invert]
/// public partial class Characters;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FewShotAttribute(int ways, int shots) : Attribute
{
    public int Ways { get; } = ways;

    public int Shots { get; } = shots;

    /// <summary>The examples of each class on which the adapted learner is judged, from 1 to 4096.</summary>
    public int Queries { get; set; } = 15;

    /// <summary>
    /// The fewest classes of a task, where tasks differ as in Meta-Dataset: each draws how many; all the same unless given.
    /// </summary>
    public int MinWays { get; set; }

    /// <summary>The fewest examples of a class to adapt to, where tasks differ: each draws how many; all the same unless given.</summary>
    public int MinShots { get; set; }

    /// <summary>
    /// Whether all classes of a task have the same number of shots. Otherwise, as in Meta-Dataset, a share of what the classes have is
    /// drawn for the whole support set, of at most 500 examples, and dealt to the classes by their sizes; <see cref="MinShots"/> is then
    /// below the shots.
    /// </summary>
    public bool Balanced { get; set; } = true;
}
