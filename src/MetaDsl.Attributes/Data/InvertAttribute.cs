using System;

namespace MetaDsl;

/// <summary>Makes 0 of 255 and 255 of 0, as for ink on paper that is to be 1 on 0.</summary>
/// <example><code>[FewShot(ways: 5, shots: 1), Omniglot, Resize(28), Invert]
/// public partial class Characters;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InvertAttribute : Attribute;
