namespace MetaDsl.Integration.Tests.Reference;

/// <summary>A function f of one number, applied to each that the layer before it gives, with its first two derivatives.</summary>
internal abstract record Activation : NetworkLayer
{
    /// <summary>f(x)</summary>
    public abstract double At(double x);

    /// <summary>f'(x)</summary>
    public abstract double Slope(double x);

    /// <summary>f''(x)</summary>
    public abstract double Curvature(double x);

    /// <summary>Whether f, f' or f'' jumps at zero, where derivatives by differences are wrong.</summary>
    public virtual bool HasKink => false;

    /// <summary>σ(x) = 1 / (1 + e⁻ˣ)</summary>
    protected static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}

/// <summary>f = max(x, 0). At zero f' is 0.</summary>
internal sealed record Relu : Activation
{
    public override bool HasKink => true;

    public override double At(double x) => x > 0 ? x : 0;

    public override double Slope(double x) => x > 0 ? 1 : 0;

    public override double Curvature(double x) => 0;
}

/// <summary>f = x above zero, s x below.</summary>
internal sealed record LeakyRelu(double NegativeSlope) : Activation
{
    public override bool HasKink => true;

    public override double At(double x) => x > 0 ? x : NegativeSlope * x;

    public override double Slope(double x) => x > 0 ? 1 : NegativeSlope;

    public override double Curvature(double x) => 0;
}

/// <summary>f = x above zero, a (eˣ - 1) below.</summary>
internal sealed record Elu(double Scale) : Activation
{
    public override bool HasKink => true;

    public override double At(double x) => x > 0 ? x : Scale * (Math.Exp(x) - 1);

    public override double Slope(double x) => x > 0 ? 1 : Scale * Math.Exp(x);

    public override double Curvature(double x) => x > 0 ? 0 : Scale * Math.Exp(x);
}

/// <summary>f = x Φ(x), with the normal distribution's Φ and its density φ; φ' = -x φ.</summary>
internal sealed record Gelu : Activation
{
    public override double At(double x) => x * Chance(x);

    // Φ + x φ
    public override double Slope(double x) => Chance(x) + (x * Density(x));

    // φ + φ - x² φ
    public override double Curvature(double x) => Density(x) * (2 - (x * x));

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    // Φ(x) = (1 + erf(x / √2)) / 2
    private static double Chance(double x) => (1 + Erf(x / Math.Sqrt(2))) / 2;

    // erf(x) = 2 / √π e^(-x²) Σ 2ⁿ x²ⁿ⁺¹ / (1 · 3 · 5 ··· (2n + 1)): no terms of opposite signs, so no digits are lost.
    private static double Erf(double x)
    {
        // Beyond, it is ±1 to all digits.
        if (Math.Abs(x) > 6) return Math.Sign(x);
        var term = x;
        var sum = x;
        for (var n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}

/// <summary>f = x σ(x); σ' = σ (1 - σ).</summary>
internal sealed record Silu : Activation
{
    public override double At(double x) => x * Logistic(x);

    // σ + x σ (1 - σ)
    public override double Slope(double x)
    {
        var s = Logistic(x);
        return s * (1 + (x * (1 - s)));
    }

    // σ' + σ' + x σ' (1 - 2σ)
    public override double Curvature(double x)
    {
        var s = Logistic(x);
        return s * (1 - s) * (2 + (x * (1 - (2 * s))));
    }
}

/// <summary>f = tanh x; f' = 1 - f².</summary>
internal sealed record Tanh : Activation
{
    public override double At(double x) => Math.Tanh(x);

    public override double Slope(double x) => 1 - (Math.Tanh(x) * Math.Tanh(x));

    // -2 f f'
    public override double Curvature(double x) => -2 * Math.Tanh(x) * Slope(x);
}

/// <summary>f = σ(x); f' = σ (1 - σ).</summary>
internal sealed record Sigmoid : Activation
{
    public override double At(double x) => Logistic(x);

    public override double Slope(double x) => Logistic(x) * (1 - Logistic(x));

    // σ' (1 - 2σ)
    public override double Curvature(double x) => Slope(x) * (1 - (2 * Logistic(x)));
}

/// <summary>f = log(1 + eˣ); f' = σ(x).</summary>
internal sealed record Softplus : Activation
{
    // The same for both signs of x, without eˣ that overflows: log(1 + eˣ) = x + log(e⁻ˣ + 1).
    public override double At(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    public override double Slope(double x) => Logistic(x);

    public override double Curvature(double x) => Logistic(x) * (1 - Logistic(x));
}
