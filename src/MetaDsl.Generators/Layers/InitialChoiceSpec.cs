using System;

namespace MetaDsl.Generators.Layers;

/// <summary>The user's choice of initial weights, for a layer or a whole model: what it means depends on the layer.</summary>
internal sealed record InitialChoiceSpec(InitialWeights Weights, double Deviation, double Value)
{
    public static readonly InitialChoiceSpec Usual = new(InitialWeights.PyTorch, 0, 0);

    /// <summary>How a weight with so many numbers in and out of each of its units is drawn.</summary>
    public InitialSpec Weight(int inputs, int outputs) => Weights switch
    {
        InitialWeights.PyTorch => InitialSpec.PyTorch(inputs),
        InitialWeights.TruncatedNormal => new(InitialKind.TruncatedNormal, Deviation),
        InitialWeights.KaimingNormal => new(InitialKind.Normal, Math.Sqrt(2.0 / inputs)),
        InitialWeights.KaimingUniform => new(InitialKind.Uniform, Math.Sqrt(6.0 / inputs)),
        InitialWeights.XavierNormal => new(InitialKind.Normal, Math.Sqrt(2.0 / (inputs + outputs))),
        InitialWeights.XavierUniform => new(InitialKind.Uniform, Math.Sqrt(6.0 / (inputs + outputs))),
        InitialWeights.Orthogonal => new(InitialKind.Orthogonal, 1),
        InitialWeights.Constant => new(InitialKind.Constant, Value),
        InitialWeights.Zero => InitialSpec.Zero,
        _ => throw new ArgumentOutOfRangeException(nameof(Weights), Weights, "no initial weights"),
    };

    /// <summary>How a bias is drawn: uniformly with PyTorch's weights, and at zero with any others.</summary>
    public InitialSpec Bias(int inputs) => Weights == InitialWeights.PyTorch ? InitialSpec.PyTorch(inputs) : InitialSpec.Zero;
}

/// <summary>The choices of the language, in its order.</summary>
internal enum InitialWeights
{
    PyTorch,
    TruncatedNormal,
    KaimingNormal,
    KaimingUniform,
    XavierNormal,
    XavierUniform,
    Orthogonal,
    Constant,
    Zero,
}
