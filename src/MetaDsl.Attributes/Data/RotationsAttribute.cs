using System;

namespace MetaDsl;

/// <summary>
/// Takes every class four times: as it is, and turned by 90, 180 and 270 degrees, each as a class of its own. The four are in the same
/// part of a split, whose numbers count classes before they are turned. Images must be square.
/// </summary>
/// <example><code>[FewShot(ways: 5, shots: 1), Omniglot, Resize(28), Invert, Rotations]
/// public partial class Characters;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RotationsAttribute : Attribute;
