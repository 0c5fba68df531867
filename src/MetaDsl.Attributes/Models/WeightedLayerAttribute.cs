namespace MetaDsl;

/// <summary>A layer with a weight, which may begin otherwise than the rest of the model.</summary>
public abstract class WeightedLayerAttribute : LayerAttribute
{
    /// <summary>How its weight is drawn before training; without it, as <see cref="InitialWeightsAttribute"/> on the class says.</summary>
    public InitialWeights Initial { get; set; }

    /// <summary>The standard deviation of <see cref="InitialWeights.TruncatedNormal"/>, above 0.</summary>
    public double Deviation { get; set; } = 0.01;

    /// <summary>The number of <see cref="InitialWeights.Constant"/>.</summary>
    public double Value { get; set; }
}
