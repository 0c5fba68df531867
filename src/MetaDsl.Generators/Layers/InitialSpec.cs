using System;

namespace MetaDsl.Generators.Layers;

/// <summary>How numbers are drawn before training; <paramref name="Amount"/> is a bound, a deviation, a constant or a gain.</summary>
internal sealed record InitialSpec(InitialKind Kind, double Amount)
{
    public static readonly InitialSpec Zero = new(InitialKind.Constant, 0);

    public static readonly InitialSpec One = new(InitialKind.Constant, 1);

    /// <summary>As PyTorch draws the weights and biases of linear and convolutional layers: uniform within 1 / √inputs.</summary>
    public static InitialSpec PyTorch(int inputs) => new(InitialKind.PyTorch, 1 / Math.Sqrt(inputs));
}

internal enum InitialKind
{
    PyTorch,
    Uniform,
    Normal,
    TruncatedNormal,
    Constant,
    Orthogonal,
}
