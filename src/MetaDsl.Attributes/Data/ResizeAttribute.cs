using System;

namespace MetaDsl;

/// <summary>Scales every image to one size, whatever its proportions, as Pillow does (Lanczos, with antialiasing).</summary>
/// <example><code>[FewShot(ways: 5, shots: 1), Omniglot, Resize(28), Invert]
/// public partial class Characters;</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ResizeAttribute : Attribute
{
    /// <summary>To a square.</summary>
    /// <param name="size">Its height and width in pixels, from 1 to 32 768.</param>
    public ResizeAttribute(int size) => (Height, Width) = (size, size);

    /// <summary>To a rectangle.</summary>
    /// <param name="height">Its height in pixels, from 1 to 32 768.</param>
    /// <param name="width">Its width in pixels, from 1 to 32 768.</param>
    public ResizeAttribute(int height, int width) => (Height, Width) = (height, width);

    public int Height { get; }

    public int Width { get; }
}
