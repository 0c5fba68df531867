using System;

namespace MetaDsl;

/// <summary>
/// Takes classes from Omniglot (Lake, Salakhutdinov and Tenenbaum, 2015): 1 623 characters of 50 alphabets, each drawn by 20 people. They
/// are read when they are first needed, from <c>images_background.zip</c> and <c>images_evaluation.zip</c> as published, or what these
/// unpack to, and go to the experiment's device as bytes. Without a split, the 30 background alphabets are trained on, and tested is on
/// the 20 others.
/// </summary>
/// <param name="path">The folder that holds them, in the data folder of the run.</param>
/// <example><code>[FewShot(ways: 5, shots: 1), Omniglot, Resize(28), Invert]
/// public partial class Characters;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OmniglotAttribute(string path = "omniglot") : Attribute
{
    public string Path { get; } = path;
}
