namespace MetaDsl.Generators.Tensors;

/// <summary>A constant factor that remembers the fraction it came from, so that generated code can say "2 / 10" where it means it.</summary>
internal readonly record struct Factor(double Numerator, double Denominator)
{
    public static readonly Factor One = new(1, 1);

    public double Value => Numerator / Denominator;

    public static implicit operator Factor(double value) => new(value, 1);

    public static Factor operator *(Factor left, Factor right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Factor operator /(Factor left, double right) => new(left.Numerator, left.Denominator * right);
}
