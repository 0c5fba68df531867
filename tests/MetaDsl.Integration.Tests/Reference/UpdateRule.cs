namespace MetaDsl.Integration.Tests.Reference;

/// <summary>What all update rules of the outer loop have in common, in PyTorch's formulas; it changes the weights where they are.</summary>
internal abstract record UpdateRule
{
    /// <summary>The learning rate η of an iteration, counted from 0.</summary>
    public required Func<int, double> Rate { get; init; }

    /// <summary>λ</summary>
    public double WeightDecay { get; init; }

    /// <summary>The length that a longer gradient is shortened to.</summary>
    public double ClipNorm { get; init; } = double.PositiveInfinity;

    public void Step(double[] weights, double[] gradient, int iteration)
    {
        var length = Math.Sqrt(gradient.Sum(part => part * part));
        var shrink = length > ClipNorm ? ClipNorm / length : 1;
        for (var i = 0; i < weights.Length; i++) weights[i] = Next(i, weights[i], shrink * gradient[i], Rate(iteration), iteration + 1);
    }

    /// <summary>The new value of weight <paramref name="i"/> after <paramref name="t"/> steps.</summary>
    protected abstract double Next(int i, double weight, double gradient, double rate, int t);
}

/// <summary>g ← g + λ w; v ← μ v + g; w ← w - η v</summary>
internal sealed record Sgd(int Weights, double Momentum = 0) : UpdateRule
{
    private readonly double[] velocity = new double[Weights];

    protected override double Next(int i, double weight, double gradient, double rate, int t)
    {
        velocity[i] = (Momentum * velocity[i]) + gradient + (WeightDecay * weight);
        return weight - (rate * velocity[i]);
    }
}

/// <summary>
/// m ← β₁ m + (1 - β₁) g; v ← β₂ v + (1 - β₂) g²; w ← w - η m̂ / (√v̂ + ε), where m̂ = m / (1 - β₁ᵗ) and v̂ = v / (1 - β₂ᵗ).
/// Weight decay is part of the gradient, g ← g + λ w, or decoupled from it, w ← w - η λ w.
/// </summary>
internal sealed record Adam(int Weights, bool IsDecoupled = false) : UpdateRule
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    private readonly double[] first = new double[Weights];
    private readonly double[] second = new double[Weights];

    protected override double Next(int i, double weight, double gradient, double rate, int t)
    {
        var decayed = IsDecoupled ? weight - (rate * WeightDecay * weight) : weight;
        if (!IsDecoupled) gradient += WeightDecay * weight;
        first[i] = (Beta1 * first[i]) + ((1 - Beta1) * gradient);
        second[i] = (Beta2 * second[i]) + ((1 - Beta2) * gradient * gradient);
        var mean = first[i] / (1 - Math.Pow(Beta1, t));
        var square = second[i] / (1 - Math.Pow(Beta2, t));
        return decayed - (rate * mean / (Math.Sqrt(square) + Epsilon));
    }
}
