namespace MetaDsl;

/// <summary>The ways to draw the weights that training begins with.</summary>
public enum InitialWeights
{
    /// <summary>As PyTorch's linear and convolutional layers: weights and biases uniform within 1 / √inputs.</summary>
    PyTorch,

    /// <summary>
    /// Weights normal around zero, drawn again beyond two standard deviations; biases zero. As the first papers with TensorFlow.
    /// </summary>
    TruncatedNormal,

    /// <summary>Weights normal with variance 2 / inputs, which keeps the size of what passes rectified layers; biases zero.</summary>
    KaimingNormal,

    /// <summary>Weights uniform with variance 2 / inputs; biases zero.</summary>
    KaimingUniform,

    /// <summary>Weights normal with variance 2 / (inputs + outputs); biases zero.</summary>
    XavierNormal,

    /// <summary>Weights uniform with variance 2 / (inputs + outputs); biases zero.</summary>
    XavierUniform,

    /// <summary>Weights whose rows, or columns where there are fewer, are at right angles and of length one; biases zero.</summary>
    Orthogonal,

    /// <summary>Every weight the same number, said by <c>Value</c>; biases zero.</summary>
    Constant,

    /// <summary>Weights and biases zero: for a head that begins without an opinion.</summary>
    Zero,
}
