using System;

namespace MetaDsl;

/// <summary>
/// Shows the network (x - mean) / deviation, on the device, once bytes are scaled to the unit interval: one number for all channels, or
/// one for each.
/// </summary>
/// <example><code>[FewShot(ways: 5, shots: 1), ImageFolder("birds"), Resize(84), Rgb, Split(100, 50, 50)]
/// [Normalize(Mean = [0.485, 0.456, 0.406], Deviation = [0.229, 0.224, 0.225])]
/// public partial class Birds;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class NormalizeAttribute : Attribute
{
    /// <summary>A number for each channel: set <see cref="Mean"/> and <see cref="Deviation"/>.</summary>
    public NormalizeAttribute()
    {
    }

    /// <summary>The same for all channels.</summary>
    /// <param name="mean">What is subtracted.</param>
    /// <param name="deviation">What is divided by, above 0.</param>
    public NormalizeAttribute(double mean, double deviation) => (Mean, Deviation) = ([mean], [deviation]);

    /// <summary>What is subtracted; nothing unless given.</summary>
    public double[] Mean { get; set; } = [];

    /// <summary>What is divided by, above 0; 1 unless given.</summary>
    public double[] Deviation { get; set; } = [];
}
