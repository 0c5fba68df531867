namespace TorchSharp.Modules;

/// <summary>The home of <see cref="Approximate"/>; there are no modules here.</summary>
public sealed class GELU
{
    private GELU()
    {
    }

    /// <summary>Whether the Gaussian's integral is exact or approximated by a hyperbolic tangent.</summary>
    public enum Approximate
    {
        none = 0,
        tanh = 1,
    }
}
