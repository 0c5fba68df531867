using System;

namespace MetaDsl;

/// <summary>Lays transparent pixels over a grey. Without it, transparency is ignored, and what lies under it shows.</summary>
/// <param name="grey">From 0 for black to 255 for white.</param>
/// <example><code>[FewShot(ways: 5, shots: 1), ImageFolder("icons"), Resize(32), Background(255), Split(100, 50, 50)]
/// public partial class Icons;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BackgroundAttribute(byte grey) : Attribute
{
    public byte Grey { get; } = grey;
}
