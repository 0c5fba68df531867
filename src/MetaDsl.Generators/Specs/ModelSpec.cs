namespace MetaDsl.Generators.Specs;

/// <summary>A network as declared: what goes in, and its layers in reading order.</summary>
internal sealed record ModelSpec(string Name, EquatableArray<int> InputShape, EquatableArray<LayerSpec> Layers, InitialSpec Initial);

/// <summary>How weights are drawn before training; <paramref name="Deviation"/> is that of a normal distribution, else 0.</summary>
internal sealed record InitialSpec(InitialKind Kind, double Deviation);

internal enum InitialKind
{
    PyTorch,
    TruncatedNormal,
}

/// <summary>One layer. <paramref name="Width"/> is that of a linear layer; <paramref name="Parameter"/> the slope or scale of an activation that has one.</summary>
internal sealed record LayerSpec(LayerKind Kind, int Width = 0, double Parameter = 0);

internal enum LayerKind
{
    Linear,
    Relu,
    LeakyRelu,
    Elu,
    Gelu,
    Silu,
    Tanh,
    Sigmoid,
    Softplus,
}
