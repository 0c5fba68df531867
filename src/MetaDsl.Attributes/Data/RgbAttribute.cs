using System;

namespace MetaDsl;

/// <summary>Gives every image three channels: red, green, blue.</summary>
/// <example><code>[FewShot(ways: 5, shots: 1), ImageFolder("birds"), Resize(84), Rgb, Split(100, 50, 50)]
/// public partial class Birds;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RgbAttribute : Attribute;
