using System;

namespace MetaDsl;

/// <summary>Makes every image grey, of one channel: 0.299 red + 0.587 green + 0.114 blue.</summary>
/// <example><code>[FewShot(ways: 5, shots: 1), ImageFolder("birds"), Resize(84), Grey, Split(100, 50, 50)]
/// public partial class Birds;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GreyAttribute : Attribute;
