namespace MetaDsl;

/// <summary>The ways to draw the weights that training begins with.</summary>
public enum InitialWeights
{
    /// <summary>As PyTorch's linear layers: weights and biases uniform within 1 / √inputs.</summary>
    PyTorch,

    /// <summary>Weights normal around zero, drawn again beyond two standard deviations; biases zero. As the first papers with TensorFlow.</summary>
    TruncatedNormal,
}
